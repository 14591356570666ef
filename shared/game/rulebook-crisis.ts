/** The rulebook on crises: outbreak, rounds, accident, exchange, and the margin that hangs over them. */
import type { Rule } from './rule.ts';

const AIMED = {
  us: ['silo', 'submarine', 'bomber'],
  ru: ['silo', 'mobile', 'submarine', 'bomber'],
  cn: ['silo', 'mobile', 'submarine'],
} as const;

export const CRISIS_RULES: readonly Rule[] = [
  {
    id: 'crisis-outbreak',
    layer: 'crisis',
    kind: 'rule',
    phase: 13,
    formula:
      'p = min({crisis.most}, σ((T − {crisis.midpoint})/{crisis.width}) × s), s = 1 + {crisis.marginGain} × ({crisis.marginPivot} − smallest public margin), {crisis.least} ≤ s ≤ {crisis.greatest}; the dyad by exp(−{crisis.dyadMargin} × margin) × ({crisis.dyadBase} + provocation) × mistrust²; at most {crisis.perGame} a game',
    also: [],
    source: 'RULES 8, crisis; CALIBRATION 7',
    test: ['test/crisis/outbreak.test.ts', 'is logistic in tension about 63'],
  },
  {
    id: 'false-alarm',
    layer: 'crisis',
    kind: 'value',
    phase: 13,
    formula:
      'p = {crisis.peacetimeShare} × chance of an accident in a round, at the largest base fear, for each side under launch under attack',
    also: [],
    source: 'RULES 8, crisis',
    test: ['test/orders/alert.test.ts', 'outside crises draws once a turn at a quarter'],
  },
  {
    id: 'crisis-round',
    layer: 'crisis',
    kind: 'rule',
    phase: 13,
    formula:
      'tension: both stand down {crisis.bothDown}, one {crisis.oneDown}, both hold {crisis.bothHold}, each escalation {crisis.escalate}, frozen after round {crisis.rounds} {crisis.frozenTension}; trust: escalation {crisis.escalateTrust}, frozen {crisis.frozenTrust}; who stands down: influence {crisis.downInfluence}; the other: credibility {crisis.firmCredibility}, influence {crisis.firmInfluence}',
    also: [],
    source: 'RULES 8, crisis',
    test: ['test/crisis/round.test.ts', 'both stand down: tension -10 and it is over'],
  },
  {
    id: 'emboldenment',
    layer: 'crisis',
    kind: 'value',
    phase: 13,
    formula:
      'approval {crisis.downApproval} × (1 + {crisis.emboldenment} × share of the other’s retaliation that one believes stopped)',
    also: [],
    source: 'RULES 8, emboldenment',
    test: ['test/cases/situations/crisis.json', 'is emboldened: standing down costs more than 7'],
  },
  {
    id: 'accident',
    layer: 'crisis',
    kind: 'value',
    phase: 13,
    formula:
      'p = {crisis.hazard} × {crisis.alertFactor} (launch under attack) × {crisis.generatedFactor} (on alert) × (1 + {crisis.dispersedHazard} × levels of dispersal and patrols) × base fear × {crisis.mediationFactor} (mediated) × {crisis.hotlineFactor} (hotline)',
    also: [],
    source: 'RULES 8, crisis',
    test: ['test/crisis/outbreak.test.ts', 'is h0 x g x t: .02 x 1 x base fear'],
  },
  {
    id: 'exchange',
    layer: 'crisis',
    kind: 'rule',
    phase: 13,
    formula:
      'arriving = launched − spent on forces − {belief.commonMode} × what the layers stop, on the true values; the game is over',
    also: ['counterforce.us.ru', 'counterforce.us.cn', 'counterforce.ru.us', 'counterforce.ru.cn'],
    source: 'RULES 3 and 8; SCIENCE 2.3',
    test: ['test/crisis/exchange.test.ts', 'keeps its books'],
  },
  {
    id: 'allotment',
    layer: 'crisis',
    kind: 'value',
    phase: 13,
    formula:
      'the next warhead goes to the class with the greatest marginal value: at stake / targets × k × (1 − k)ⁿ, n: warheads that each of its targets has, k = 1 − left^(1/shots); at stake: in silos not fired in time, at bases not out; left: what outlives idle by the table, of silos on alert',
    also: (['us', 'ru', 'cn'] as const).flatMap((power) => AIMED[power].map((leg) => `forces.${power}.${leg}.aimPoints`)),
    source: 'RULES 3, exchange; targets but silos: calibration (p)',
    test: ['test/capability/allotment.test.ts', 'destroys as much as the best of all divisions'],
  },
  {
    id: 'threshold',
    layer: 'crisis',
    kind: 'value',
    phase: null,
    formula:
      'min(1, (costFirst + {threshold.taboo}) / costSecond); cost = own damage + {threshold.lambda} × damage not done; costFirst + {threshold.mu} × hostility × k/(k + r) for the third power',
    also: ['n50.everyone'],
    source: 'RULES 8; SCIENCE 2.2',
    test: ['test/belief/threshold.test.ts', 'is the table of SCIENCE 2.4'],
  },
  {
    id: 'schools',
    layer: 'crisis',
    kind: 'value',
    phase: null,
    formula:
      'suppression of the defence of whoever is struck first: {theories.destabilise.suppression} (defences destabilise), {theories.stabilise.suppression} (stabilise), {theories.contested.suppression} (contested)',
    also: [],
    source: 'RULES 8',
    test: ['test/belief/threshold.test.ts', 'whoever goes first blinds'],
  },
  {
    id: 'base-fear',
    layer: 'crisis',
    kind: 'value',
    phase: null,
    formula:
      'min({alarm.most}, {alarm.tension} × T/100 × (1 − trust/100) + {alarm.perEscalation} × escalations of the other + {alarm.generated} while the other is on alert)',
    also: [],
    source: 'RULES 8',
    test: ['test/crisis/alarm.test.ts', 'is .4 x tension x mistrust'],
  },
  {
    id: 'alarm',
    layer: 'crisis',
    kind: 'value',
    phase: null,
    formula:
      'f ← f0 + (1 − f0) × {alarm.reciprocal} × σ((f of the other − threshold of the other)/{alarm.width}), both at once, {alarm.iterations} times',
    also: [],
    source: 'RULES 8; SCIENCE S7',
    test: ['test/crisis/alarm.test.ts', 'is exactly the thirty-second iterate'],
  },
  {
    id: 'margin',
    layer: 'crisis',
    kind: 'value',
    phase: null,
    formula: 'margin = threshold − alarm',
    also: [],
    source: 'RULES 8',
    test: ['test/crisis/alarm.test.ts', 'are threshold less alarm'],
  },
  {
    id: 'gauge',
    layer: 'crisis',
    kind: 'value',
    phase: null,
    formula:
      'the smaller margin of each of three dyads, on public evidence; its band: the two schools; stakes = costSecond − costFirst',
    also: [],
    source: 'RULES 8',
    test: ['test/crisis/alarm.test.ts', 'show the smaller margin of each of the three dyads'],
  },
];
