/** Press a third state to hold back: its restraint rises with one's influence on it, and the influence is used up. */

import { z } from 'zod';
import { clamp } from '../math/range.ts';
import { leverageOf } from '../politics/third-state.ts';
import { because } from '../state/ledger.ts';
import { deedsNow } from '../state/read.ts';
import { refuse } from '../state/refusal.ts';
import { type OrderRule, type Scene, softness } from './order.ts';
import { idSchema } from './sheet.ts';
import { priceOf } from './withdraw.ts';

/** Influence at which pressing works as the parameter says; less and more are held to these factors (CALIBRATION 7). */
const FULL_LEVERAGE = 60;
const LEAST_FACTOR = 0.05;
const MOST_FACTOR = 1.3;

const shape = z.strictObject({ kind: z.literal('press'), third: idSchema });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly press: typeof shape;
  }
}

export const press: OrderRule<'press'> = {
  kind: 'press',
  shape,
  family: 'cooperation',
  phase: 7,
  seen: 'quiet',
  options: ({ board }) => board.scenario.thirds.map((third) => ({ kind: 'press', third: third.id })),
  target: (order) => order.third,
  amount: () => 1,
  price: ({ board }) => priceOf(board.scenario.parameters.orders.press),
  refuse: ({ board }, order) => (board.thirds[order.third] ? null : refuse('refusal.no-such-third', { third: order.third })),
  effects: (scene, order) => {
    const { board, state, power } = scene;
    const p = board.scenario.parameters.orders.press;
    const leverage = leverageOf(state, power, order.third);
    const grip = clamp(leverage / FULL_LEVERAGE, LEAST_FACTOR, MOST_FACTOR) * leftUnder(scene, order.third);
    const why = because('why.order.press', { power, third: order.third });
    // Pressing is quiet diplomacy: others see the standing that it brings, not where it comes from.
    const quiet = because('why.order.press', { power, third: order.third }, [power]);
    const at = { rule: 'press', because: why };
    return [
      {
        ...at,
        subject: `thirds/${order.third}`,
        variable: 'restraint',
        add: p.restraint * grip * softness(scene, 'press', order.third),
      },
      {
        ...at,
        subject: `leverage/${power}>${order.third}`,
        variable: 'value',
        add: -p.influenceSpent * clamp(leverage / FULL_LEVERAGE, 0, 1),
      },
      {
        ...at,
        subject: `powers/${power}`,
        variable: 'influence',
        // One government hears the same plea again; the world hears that this power pleads, with whomever it is.
        add: p.influence * grip * softness(scene, 'press', null),
        because: quiet,
      },
    ];
  },
};

/** What is left of pressure on a government that another power has put itself before this turn. */
function leftUnder({ board, state, power }: Scene, third: string): number {
  const isShielded = deedsNow(state).some((deed) => deed.kind === 'shield' && deed.target === third && deed.power !== power);
  return isShielded ? 1 - board.scenario.parameters.orders.shield.dampens : 1;
}
