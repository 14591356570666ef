/** Whether a pledge is put to the test: could its speaker, this turn, legally and affordably, have done what it forbids? */
import type { Board } from '../capability/board.ts';
import { refusalOf, ruleOf } from '../orders/registry.ts';
import type { Order } from '../orders/sheet.ts';
import { withWorkOn } from '../orders/work.ts';
import { conditionHolds, heirsOf } from '../politics/commitment.ts';
import { purseAfterIncome } from '../politics/standing.ts';
import { bindingOn } from '../politics/treaty.ts';
import { EXERCISE_RUNGS, othersOf, type Power } from '../scenario/names.ts';
import { rungOf, sorted } from '../state/read.ts';
import type { Commitment, State } from '../state/state.ts';

/** In the state in which the turn opened, pledges aside. */
export function couldHave(board: Board, opening: State, { power, condition }: Commitment): boolean {
  const state: State = { ...opening, commitments: {} };
  const could = (order: Order, who: Power = power): boolean => isPossible(board, state, who, order);
  switch (condition.type) {
    case 'battery-active':
    case 'inventory-over':
      return ordersOn(board, state, condition.battery).some(
        (order) => could(order) && conditionHolds(afterIt(board, state, power, order), condition),
      );
    case 'posture-generated':
      return could({ kind: 'posture', posture: 'generated' });
    case 'exercise-held':
      return (
        sorted(state.hosts).some(([host]) => could({ kind: 'exercise', host })) ||
        othersOf(power).some((partner) => {
          const both = (kind: 'joint-exercise' | 'climb'): boolean =>
            could({ kind, partner }) && could({ kind, partner: power }, partner);
          return both('joint-exercise') || (EXERCISE_RUNGS.includes(rungOf(state, power, partner) + 1) && both('climb'));
        })
      );
    case 'third-test':
      return false;
    case 'treaty-left':
      return bindingOn(state, power).length > 0;
  }
}

function isPossible(board: Board, state: State, power: Power, order: Order): boolean {
  const scene = { board, state, power };
  return (
    board.scenario.orderKinds.includes(order.kind) &&
    ruleOf(order.kind).price(scene, order).money <= purseAfterIncome(board, state, power) &&
    refusalOf(scene, order) === null
  );
}

type OnBattery = Extract<Order, { kind: 'build' | 'reinforce' | 'upgrade' | 'suspend' }>;

/** Whatever brings a battery into being, makes it grow, wakes it, or puts another in its place. */
function ordersOn(board: Board, state: State, battery: string): readonly OnBattery[] {
  const before = board.scenario.batteries.filter((plan) => plan.upgrade?.to === battery).map(({ id }) => id);
  const place = heirsOf(state, battery);
  return [
    ...place.flatMap((id): readonly OnBattery[] => [
      { kind: 'build', battery: id },
      { kind: 'reinforce', battery: id },
      { kind: 'suspend', battery: id, suspended: false },
    ]),
    ...[...before, ...place].map((id): OnBattery => ({ kind: 'upgrade', battery: id })),
  ];
}

function afterIt(board: Board, state: State, power: Power, order: OnBattery): State {
  const { battery } = order;
  if (order.kind === 'suspend') {
    const woken = state.batteries[battery];
    return woken ? { ...state, batteries: { ...state.batteries, [battery]: { ...woken, status: 'active' } } } : state;
  }
  const scene = { board, state, power };
  const grows = order.kind === 'upgrade' ? (board.plans[battery]?.upgrade?.to ?? battery) : battery;
  return withWorkOn(scene, grows, ruleOf(order.kind).amount(scene, order));
}
