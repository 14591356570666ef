/** The rulebook on orders of arms: what is built, taken away, armed with, held ready. */
import type { Rule } from './rule.ts';

export const ARMS_RULES: readonly Rule[] = [
  {
    id: 'build',
    layer: 'orders',
    kind: 'rule',
    phase: 6,
    formula:
      'at once: the plan’s tension, host {orders.build.consent}, approval {orders.build.approval}, influence {orders.build.influence} where it is seen; refused while the host’s consent < {hosts.refuseBelow}; interceptors when ready',
    also: [],
    source: 'RULES 5, defence',
    test: ['test/orders/works.test.ts', 'alarms before it exists'],
  },
  {
    id: 'reinforce',
    layer: 'orders',
    kind: 'value',
    phase: 6,
    formula: 'inventory + the plan’s figure, when ready, up to the site’s room; at once as for building',
    also: [],
    source: 'RULES 5, defence',
    test: ['test/orders/works.test.ts', 'is refused beyond the site’s room'],
  },
  {
    id: 'upgrade',
    layer: 'orders',
    kind: 'rule',
    phase: 6,
    formula: 'the new battery takes the old one’s place when ready, one interceptor for one; until then the old one watches',
    also: [],
    source: 'RULES 5, defence',
    test: ['test/orders/sites.test.ts', 'put better interceptors where the old stand'],
  },
  {
    id: 'suspend',
    layer: 'orders',
    kind: 'rule',
    phase: 5,
    formula:
      'suspended: tension {orders.suspend.tension}, approval {orders.suspend.approval}, influence {orders.suspend.influence}, host {orders.suspend.consent}; woken: tension {orders.suspend.resumeTension}',
    also: [],
    source: 'RULES 5, defence',
    test: ['test/orders/sites.test.ts', 'by its owner lasts until he ends it'],
  },
  {
    id: 'withdraw',
    layer: 'orders',
    kind: 'rule',
    phase: 5,
    formula:
      'inventory ← 0; tension {orders.withdraw.tension}, approval {orders.withdraw.approval}, influence {orders.withdraw.influence}, host {orders.withdraw.consent}',
    also: [],
    source: 'RULES 5, defence',
    test: ['test/orders/works.test.ts', 'takes the battery away in the same turn'],
  },
  {
    id: 'penaids',
    layer: 'orders',
    kind: 'rule',
    phase: 6,
    formula:
      '{belief.credibleDecoysPerLevel} credible decoys more on each warhead; {programmes.penaids.money} money, {programmes.penaids.turns} turns, at most {programmes.penaids.levels} levels',
    also: [],
    source: 'RULES 3 and 5, offence',
    test: ['test/belief/fear.test.ts', '0.8 that are always believed'],
  },
  {
    id: 'dispersal',
    layer: 'orders',
    kind: 'rule',
    phase: 6,
    formula:
      'share of mobile launchers away from base + {programmes.dispersal.alertPerLevel}; upkeep {programmes.dispersal.upkeepPerLevel} a turn; {programmes.dispersal.money} money, {programmes.dispersal.turns} turns, at most {programmes.dispersal.levels} levels',
    also: [],
    source: 'RULES 5, offence; CALIBRATION 7',
    test: ['test/orders/works.test.ts', 'dispersal is for who has a mobile leg'],
  },
  {
    id: 'patrol',
    layer: 'orders',
    kind: 'rule',
    phase: 6,
    formula:
      'share of boats at sea + {programmes.patrol.alertPerLevel}; upkeep {programmes.patrol.upkeepPerLevel} a turn; {programmes.patrol.money} money, {programmes.patrol.turns} turns, at most {programmes.patrol.levels} levels',
    also: [],
    source: 'RULES 5, offence; CALIBRATION 7',
    test: ['test/belief/fear.test.ts', 'a level more of any programme never means more fear'],
  },
  {
    id: 'mirv',
    layer: 'orders',
    kind: 'rule',
    phase: 6,
    formula:
      'warheads in silos + {programmes.mirv.warheads}; influence {programmes.mirv.influence} when seen; {programmes.mirv.money} money, {programmes.mirv.turns} turns, at most {programmes.mirv.levels} levels',
    also: [],
    source: 'RULES 5, offence; CALIBRATION 7',
    test: ['test/orders/works.test.ts', 'more warheads on missiles cost standing abroad'],
  },
  {
    id: 'glide',
    layer: 'orders',
    kind: 'rule',
    phase: 6,
    formula:
      'counts as {programmes.glide.credibleDecoys} credible decoys on each warhead; {programmes.glide.money} money, {programmes.glide.turns} turns, at most {programmes.glide.levels} levels',
    also: [],
    source: 'RULES 5, offence; CALIBRATION 7',
    test: ['test/belief/fear.test.ts', 'a level more of any programme never means more fear'],
  },
  {
    id: 'counter-sensor',
    layer: 'orders',
    kind: 'rule',
    phase: 6,
    formula:
      'tracking by the others’ defences × (1 − {programmes.counter-sensor.trackingLoss} × level); {programmes.counter-sensor.money} money, {programmes.counter-sensor.turns} turns, at most {programmes.counter-sensor.levels} levels',
    also: [],
    source: 'RULES 5, offence; CALIBRATION 7',
    test: ['test/cases/situations/arms.json', 'Means against sensors: the defences ahead track less'],
  },
  {
    id: 'forward',
    layer: 'orders',
    kind: 'rule',
    phase: 5,
    formula:
      'the site counts {orders.forward.share} less against its holder; tension {orders.forward.tension}, influence {orders.forward.influence}, host {orders.forward.consent}, owner’s trust {orders.forward.trust}; pulled back: tension {orders.forward.backTension}, influence {orders.forward.backInfluence}',
    also: ['orders.forward.money'],
    source: 'RULES 5, offence',
    test: ['test/orders/sites.test.ts', 'hold a site at risk'],
  },
  {
    id: 'posture',
    layer: 'orders',
    kind: 'rule',
    phase: 5,
    formula:
      'on alert: {orders.posture.money} money, then {orders.posture.upkeep} a turn, at most {orders.posture.mostTurns} turns; tension {orders.posture.tension}, {tension.heldPosture} while it is held; stood down: {orders.posture.standDownTension}',
    also: [],
    source: 'RULES 5, posture',
    test: ['test/orders/posture.test.ts', 'last two turns running at most'],
  },
  {
    id: 'launch-under-attack',
    layer: 'orders',
    kind: 'rule',
    phase: 5,
    formula:
      '{orders.launchUnderAttack.silosFired} of the silos count as fired before they are hit; accidents × {crisis.alertFactor}; tension {orders.launchUnderAttack.tension}, {orders.launchUnderAttack.heldTension} while it lasts, {orders.launchUnderAttack.endTension} when it ends; influence {orders.launchUnderAttack.influence}',
    also: [],
    source: 'RULES 5, posture, and 8',
    test: ['test/orders/alert.test.ts', 'weighs on tension for as long as it lasts'],
  },
  {
    id: 'provocation',
    layer: 'orders',
    kind: 'rule',
    phase: 7,
    formula:
      'building {provocation.build}, coercion or forward missiles {provocation.coerce}, alert {provocation.posture}, escalation {provocation.escalate}; fades by {drift.provocation} a turn',
    also: [],
    source: 'RULES 6 and 8; CALIBRATION 7',
    test: ['test/orders/works.test.ts', 'provokes the others'],
  },
];
