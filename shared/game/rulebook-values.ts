/** The rulebook on what is worked out and never stored: what can happen and what is believed. */
import type { Rule } from './rule.ts';

export const VALUES_RULES: readonly Rule[] = [
  {
    id: 'trajectory',
    layer: 'capability',
    kind: 'value',
    phase: null,
    formula: 'minimum-energy ballistic path on a sphere of 6371 km, not rotating; μ = 398600.4418 km³/s²',
    also: [],
    source: 'RULES 3; SCIENCE 1.2',
    test: ['test/capability/trajectory.test.ts', 'a 10,000 km ICBM leaves at 7.20 km/s'],
  },
  {
    id: 'coverage',
    layer: 'capability',
    kind: 'value',
    phase: null,
    formula:
      'share of corridors with a point in reach and altitude window, at t ≥ noticed + 60 s + fly-out; noticed: at burnout by satellite, else max(burnout, first in view of a radar); own or shared (rung 5, data-exchange), shared ones not against their owner',
    also: [],
    source: 'RULES 3 and 5',
    test: ['test/capability/detection.test.ts', 'never show a partner’s own missiles'],
  },
  {
    id: 'engagement',
    layer: 'capability',
    kind: 'value',
    phase: null,
    formula:
      'leakers = W × (1 − K), K = tracking × (1 − (1 − p)^n × (1 − (s − n) × p)); s = M / apparent objects, n = s rounded down; apparent objects = W + decoys taken for warheads; layer after layer',
    also: ['belief.decoysPerWarhead', 'belief.credibleDecoysPerLevel'],
    source: 'RULES 3 and 4; SCIENCE 1.1',
    test: ['test/capability/engagement.test.ts', 'anchor 1, T14'],
  },
  {
    id: 'survivors',
    layer: 'capability',
    kind: 'value',
    phase: null,
    formula:
      'Σ over legs: warheads × (a × survival on alert + (1 − a) × survival idle), a: share on alert; of silos also what is fired on warning',
    also: [
      'programmes.dispersal.alertPerLevel',
      'programmes.patrol.alertPerLevel',
      'orders.launchUnderAttack.silosFired',
      'ladder.warning',
    ],
    source: 'RULES 3; SCIENCE 2.3',
    test: ['test/belief/fear.test.ts', 'US 557.8, Russia 213.43, China 9.94'],
  },
  {
    id: 'evidence',
    layer: 'belief',
    kind: 'value',
    phase: null,
    formula:
      'Beta(1 + hits, 1 + misses): the rival takes the {belief.rivalQuantile} quantile, the owner the {belief.ownerQuantile}, the public the mean; decoys taken Beta {belief.decoysTaken}, tracking Beta {belief.tracking}; × {belief.radarDecoyFactor} where a forward radar sees',
    also: ['belief.testWeight'],
    source: 'RULES 4',
    test: ['test/belief/evidence.test.ts', 'begins with GMD at Beta(10, 9)'],
  },
  {
    id: 'worst-case',
    layer: 'belief',
    kind: 'value',
    phase: null,
    formula:
      'M + {belief.worstCaseShare} × fast midcourse interceptors × (1 − denied) × (1 − {orders.visit.inspected} if visited) × (1 − {orders.intelligence.dispels} if learnt); for a rival’s planner alone',
    also: [],
    source: 'RULES 3',
    test: ['test/belief/outlook.test.ts', 'adds a quarter of the fast midcourse interceptors'],
  },
  {
    id: 'outlook',
    layer: 'belief',
    kind: 'value',
    phase: null,
    formula: '{outlook.margin} × (have + building) + {outlook.turnsAhead} × mean build of the last 4 turns',
    also: ['powers.us.buildHistory'],
    source: 'RULES 4',
    test: ['test/belief/outlook.test.ts', 'sees 63 GBI in October 2016'],
  },
  {
    id: 'cap',
    layer: 'belief',
    kind: 'value',
    phase: null,
    formula:
      'have + building + (1 − w) × extrapolation, w = {outlook.capPledged} × rank × credibility/100; costs its speaker approval {outlook.capApproval}',
    also: [],
    source: 'RULES 4',
    test: ['test/belief/outlook.test.ts', 'is credibility in a hundred times rank'],
  },
  {
    id: 'damage',
    layer: 'belief',
    kind: 'value',
    phase: null,
    formula: 'D(n, n50) = 1 − 2^(−n/n50)',
    also: ['n50.us', 'n50.ru', 'n50.cn', 'n50.everyone'],
    source: 'RULES 4; SCIENCE 2.2',
    test: ['test/capability/exchange.test.ts', 'does damage as S3 says'],
  },
  {
    id: 'fear-of',
    layer: 'belief',
    kind: 'value',
    phase: null,
    formula:
      'fear(B, A) = 1 − D(what arrives of B after A struck first, through A’s outlook; n50 of B): US {n50.us}, Russia {n50.ru}, China {n50.cn}',
    also: [],
    source: 'RULES 4',
    test: ['test/belief/fear.test.ts', 'starts low in Moscow and high in Beijing'],
  },
];
