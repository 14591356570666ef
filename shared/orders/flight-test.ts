/** Flight test: public evidence on a system, failed or not; against decoys it also tells how well they are told apart. */
import { z } from 'zod';
import { must } from '../assert.ts';
import type { Board } from '../capability/board.ts';
import { notifiedShare } from '../politics/treaty.ts';
import type { Power } from '../scenario/names.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { memory } from '../state/memory.ts';
import { refuse } from '../state/refusal.ts';
import { tensionBy } from '../state/tension.ts';
import type { Drawn, OrderRule, Scene } from './order.ts';
import type { OrderOf } from './sheet.ts';
import { idSchema } from './sheet.ts';
import { priceOf } from './withdraw.ts';

const shape = z.strictObject({ kind: z.literal('flight-test'), interceptor: idSchema, decoys: z.boolean() });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly 'flight-test': typeof shape;
  }
}

export const flightTest: OrderRule<'flight-test'> = {
  kind: 'flight-test',
  shape,
  family: 'evidence',
  phase: 7,
  seen: 'open',
  options: ({ board, power }) =>
    systemsOf(board, power).flatMap((interceptor) => [
      { kind: 'flight-test', interceptor, decoys: false },
      { kind: 'flight-test', interceptor, decoys: true },
    ]),
  target: (order) => order.interceptor,
  amount: () => 1,
  price: ({ board }) => priceOf(board.scenario.parameters.orders.flightTest),
  refuse: ({ board, power }, order) =>
    systemsOf(board, power).includes(order.interceptor)
      ? null
      : refuse('refusal.not-your-system', { interceptor: order.interceptor }),
  act: () => ({ type: 'flight-test' }),
  effects: ({ board, state, power }, order) => [
    tensionBy(
      'flight-test',
      board.scenario.parameters.orders.flightTest.tension * notifiedShare(board, state, power),
      because('why.order.flight-test', { power, interceptor: order.interceptor }),
    ),
  ],
  drawn: testResult,
};

/** Systems that a power has or could build here: it tests what it means to rely on. */
export function systemsOf({ scenario: { batteries } }: Board, owner: Power): readonly string[] {
  return systemsOnce(batteries, batteries, owner, () =>
    [...new Set(batteries.filter((plan) => plan.owner === owner).map((plan) => plan.interceptor))].sort(),
  );
}
const systemsOnce = memory<readonly string[]>();

/** What the test showed, drawn from the truth: it counts as `testWeight` observations for everybody. */
function testResult(scene: Scene, order: OrderOf<'flight-test'>, draw: Drawn): readonly Contribution[] {
  const { board, state, power } = scene;
  const system = must(state.systems[order.interceptor], `${order.interceptor} is a system`);
  const weight = board.scenario.parameters.belief.testWeight;
  // What is published of a test is whether the kill vehicle hit: tracking is the test range's business.
  const hit = draw(0) < system.trueKill;
  const result = because(hit ? 'why.test.hit' : 'why.test.miss', { power, interceptor: order.interceptor });
  const at = { rule: 'flight-test', subject: `systems/${order.interceptor}` };
  const told = draw(1) >= system.trueDecoy;
  const decoys = because(told ? 'why.test.decoys-told' : 'why.test.decoys-taken', { power, interceptor: order.interceptor });
  return [
    { ...at, variable: hit ? 'killA' : 'killB', add: weight, because: result },
    ...(order.decoys ? [{ ...at, variable: told ? 'decoyB' : 'decoyA', add: weight, because: decoys }] : []),
  ];
}
