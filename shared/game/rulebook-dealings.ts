/** The rulebook on orders of evidence and cooperation: what is tested, shown, learnt, shared, courted and pressed. */
import type { Rule } from './rule.ts';

export const DEALINGS_RULES: readonly Rule[] = [
  {
    id: 'flight-test',
    layer: 'orders',
    kind: 'rule',
    phase: 7,
    formula:
      'a hit with chance Pk: a + {belief.testWeight}, else b + {belief.testWeight}; against decoys the same for decoys taken; tension {orders.flightTest.tension}, × {treaties.notified} where notice is given',
    also: ['orders.flightTest.money'],
    source: 'RULES 4 and 5, evidence',
    test: ['test/orders/posture.test.ts', 'count as three observations, hit or miss'],
  },
  {
    id: 'intelligence',
    layer: 'orders',
    kind: 'rule',
    phase: 7,
    formula:
      'own a or b + {orders.intelligence.weight}, drawn from the truth; worst case × (1 − {orders.intelligence.dispels}); caught with {orders.intelligence.caught}: trust {orders.intelligence.trust}, tension {orders.intelligence.caughtTension}',
    also: ['orders.intelligence.money'],
    source: 'RULES 4 and 5, evidence',
    test: ['test/orders/evidence.test.ts', 'intelligence on a system'],
  },
  {
    id: 'visit',
    layer: 'orders',
    kind: 'rule',
    phase: 7,
    formula:
      'worst case at the site × (1 − {orders.visit.inspected}) for {orders.visit.memory} turns; trust {orders.visit.trust}, influence {orders.visit.influence}, tension {orders.visit.tension}, each softened by repeats',
    also: ['orders.visit.money'],
    source: 'RULES 3 and 5, evidence',
    test: ['test/orders/evidence.test.ts', 'visits (RULES 3 and 5)'],
  },
  {
    id: 'exercise',
    layer: 'orders',
    kind: 'rule',
    phase: 7,
    formula:
      'host {orders.exercise.consent}, influence {orders.exercise.influence}, others’ trust {orders.exercise.trust}, softened by repeats; tension {orders.exercise.tension}, × {treaties.notified} where notice is given',
    also: ['orders.exercise.money'],
    source: 'RULES 5, cooperation; CALIBRATION 7',
    test: ['test/orders/soft.test.ts', 'exercises too: consent 3, then 1.2'],
  },
  {
    id: 'joint-exercise',
    layer: 'orders',
    kind: 'rule',
    phase: 7,
    formula:
      'for each: trust {orders.jointExercise.trust}, influence {orders.jointExercise.influence}, softened by repeats; tension {orders.jointExercise.tension}, each half × {treaties.notified} where its side gives the third notice; needs trust {orders.jointExercise.leastTrust}',
    also: ['orders.jointExercise.money'],
    source: 'RULES 5, joint orders',
    test: ['test/orders/joint.test.ts', 'was signed and ordered by both costs each 1'],
  },
  {
    id: 'joint-statement',
    layer: 'orders',
    kind: 'rule',
    phase: 7,
    formula:
      'for each: trust {orders.jointStatement.trust}, influence {orders.jointStatement.influence}; the third: influence {orders.jointStatement.thirdInfluence}; tension {orders.jointStatement.tension}, all softened by repeats; needs trust {orders.jointStatement.leastTrust}',
    also: ['orders.jointStatement.money'],
    source: 'RULES 6; CALIBRATION 7',
    test: ['test/orders/partners.test.ts', 'gains both standing and trust, and costs the third'],
  },
  {
    id: 'climb',
    layer: 'orders',
    kind: 'rule',
    phase: 7,
    formula:
      'rung + 1 where each trusts the other as the gate asks ({ladder.gates}); for each: trust {ladder.trust}, influence {ladder.influence}; tension {ladder.tension}, of rungs 4 and 6 each half × {treaties.notified} where its side gives the third notice',
    also: ['ladder.money'],
    source: 'RULES 5, ladder; CALIBRATION 7',
    test: ['test/orders/climb.test.ts', 'one rung costs each an order: more trust, more standing'],
  },
  {
    id: 'hotline',
    layer: 'orders',
    kind: 'rule',
    phase: 7,
    formula:
      'accidents and false alarms between the two × {crisis.hotlineFactor}; for each: trust {orders.hotline.trust}, influence {orders.hotline.influence}; tension {orders.hotline.tension}; needs trust {orders.hotline.leastTrust}',
    also: ['orders.hotline.money'],
    source: 'RULES 5, posture',
    test: ['test/orders/partners.test.ts', 'takes both, opens once, and belongs to that pair alone'],
  },
  {
    id: 'exploit',
    layer: 'orders',
    kind: 'rule',
    phase: 7,
    formula:
      'from rung {orders.exploit.leastRung}: money {orders.exploit.saved}, a step of one’s own programme, private evidence; found out with {orders.exploit.caughtBase} + {orders.exploit.caughtPerRung} × rung: trust {orders.exploit.trust}, {orders.exploit.rungs} rungs lost, influence {orders.exploit.influence}',
    also: ['orders.exploit.money'],
    source: 'RULES 5, ladder; CALIBRATION 7',
    test: ['test/orders/partners.test.ts', 'saves money and takes a step in one’s own programme'],
  },
  {
    id: 'press',
    layer: 'orders',
    kind: 'rule',
    phase: 7,
    formula:
      'restraint + {orders.press.restraint} × f, f = influence on it/60 (.05 to 1.3), softened by repeats; that influence falls by up to {orders.press.influenceSpent}; standing + {orders.press.influence} × f, softened by repeats whichever state was pressed',
    also: ['orders.press.money'],
    source: 'RULES 5 and 7; CALIBRATION 7',
    test: ['test/politics/third-state.test.ts', 'China 60 of 60 gets 14 and spends 7'],
  },
  {
    id: 'shield',
    layer: 'orders',
    kind: 'rule',
    phase: 7,
    formula:
      'influence on it {orders.shield.leverage}, its restraint {orders.shield.restraint}, standing {orders.shield.influence}; others’ pressing × (1 − {orders.shield.dampens}); its tests are then one’s own to answer for',
    also: ['orders.shield.money'],
    source: 'RULES 7',
    test: ['test/orders/patronage.test.ts', 'who stands before it takes half the force'],
  },
  {
    id: 'aid',
    layer: 'orders',
    kind: 'rule',
    phase: 7,
    formula:
      'influence on it {orders.aid.leverage}, its restraint {orders.aid.restraint}, its programme {orders.aid.stage}, standing {orders.aid.influence}; money from the trade {orders.aid.income}',
    also: ['orders.aid.money'],
    source: 'RULES 5 and 7; CALIBRATION 7',
    test: ['test/orders/patronage.test.ts', 'buy influence with a shield or with aid'],
  },
  {
    id: 'court',
    layer: 'orders',
    kind: 'rule',
    phase: 7,
    formula:
      'the partner’s host {orders.court.consent}, a rival’s −{orders.court.consent} × {orders.court.rivalFactor}; influence {orders.court.influence}; softened by repeats',
    also: ['orders.court.money'],
    source: 'RULES 5 and 7; CALIBRATION 7',
    test: ['test/politics/host.test.ts', 'by a rival’s down by .6 of that'],
  },
  {
    id: 'coerce',
    layer: 'orders',
    kind: 'rule',
    phase: 7,
    formula:
      'host −{orders.coerce.consent} × how far it can be coerced, softened by repeats; influence {orders.coerce.influence}, trade lost {orders.coerce.trade}, its partner’s trust {orders.coerce.trust}, tension {orders.coerce.tension}',
    also: ['orders.coerce.money'],
    source: 'RULES 5 and 7; CALIBRATION 7',
    test: ['test/politics/host.test.ts', 'China on Korea 12'],
  },
  {
    id: 'softness',
    layer: 'orders',
    kind: 'value',
    phase: 7,
    formula:
      '{orders.softRepeat}^n, n: the same order to the same target (a visit, a courtship, an exercise: to any) in the last {orders.softMemory} turns',
    also: [],
    source: 'RULES 5',
    test: ['test/orders/soft.test.ts', '7, 2.8, 1.12, .448'],
  },
  {
    id: 'treaty',
    layer: 'orders',
    kind: 'rule',
    phase: 7,
    formula:
      'signed: approval {treaties.signedApproval}, influence {treaties.signedInfluence} × depth, trust {treaties.signedTrust} × depth, both softened by repeats with that partner; in force a turn later, tension {treaties.signedTension} × depth; while it holds: trust {treaties.keptTrust} × depth, tension {treaties.keptTension} × depth a turn; broken: credibility × (1 − {treaties.brokenShare}), influence {treaties.brokenInfluence} × depth, trust {treaties.brokenTrust} × depth, tension {treaties.brokenTension} × depth, and the door shut for {treaties.shutTurns} turns; needs the trust of its deepest clause + {treaties.perClause} for each further one',
    also: [
      'treaties.gates',
      'treaties.capSigned',
      'treaties.capInspected',
      'treaties.inspected',
      'treaties.notified',
      'treaties.money',
    ],
    source: 'RULES 7; CALIBRATION 7',
    test: ['test/politics/treaty.test.ts', 'costs approval at home and gives trust and standing'],
  },
  {
    id: 'inspection',
    layer: 'orders',
    kind: 'rule',
    phase: 10,
    formula:
      'a work is known to all: on a host’s soil at once, at home from half-time on, a programme when it is finished; to a party whose inspectors found it: from the end of a turn in which it is under way and the clause in force',
    also: [],
    source: 'RULES 2 and 7',
    test: ['test/politics/inspection.test.ts', 'finds a programme in the turn in which it begins'],
  },
  {
    id: 'leave-treaty',
    layer: 'orders',
    kind: 'value',
    phase: 7,
    formula:
      'notice: the treaty binds to the end of the next turn; influence {treaties.leftInfluence}, the others’ trust {treaties.leftTrust}, tension {treaties.leftTension}',
    also: [],
    source: 'RULES 7',
    test: ['test/politics/treaty.test.ts', 'it binds to the end of the next turn, then it is over'],
  },
  {
    id: 'back',
    layer: 'orders',
    kind: 'rule',
    phase: 7,
    formula:
      'heat {proxies.back.heat}; influence {proxies.back.influence}, approval {proxies.back.approval}, softened by repeats; tension {proxies.back.tension}',
    also: ['proxies.back.money'],
    source: 'RULES 7, proxy crisis',
    test: ['test/politics/proxy.test.ts', 'warms by six when a side is backed'],
  },
  {
    id: 'strike-proxy',
    layer: 'orders',
    kind: 'rule',
    phase: 7,
    formula:
      'heat {proxies.strike.heat}; approval {proxies.strike.approval}, softened by repeats, influence {proxies.strike.influence}, the other’s trust {proxies.strike.trust}, tension {proxies.strike.tension}',
    also: ['proxies.strike.money'],
    source: 'RULES 7, proxy crisis',
    test: ['test/politics/proxy.test.ts', 'by fifteen when a base is struck'],
  },
  {
    id: 'deconflict',
    layer: 'orders',
    kind: 'rule',
    phase: 7,
    formula:
      'heat {proxies.deconflict.heat}; trust {proxies.deconflict.trust} each; tension {proxies.deconflict.tension}; needs trust {proxies.deconflict.leastTrust}',
    also: [],
    source: 'RULES 7, proxy crisis',
    test: ['test/politics/proxy.test.ts', 'cools by twelve when both deconflict'],
  },
  {
    id: 'integrate',
    layer: 'orders',
    kind: 'rule',
    phase: 7,
    formula:
      'rung + 1 where every member consents enough ({alliances.gates}); consent {alliances.consent}, influence {alliances.influence}, rivals’ trust {alliances.trust}, tension {alliances.tension}; of missed tracks {alliances.saved} are saved, by rung',
    also: ['alliances.money'],
    source: 'RULES 5, ladders of the US',
    test: ['test/orders/integrate.test.ts', 'bind the members and alarm the rivals'],
  },
];
