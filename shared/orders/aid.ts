/** Aid a third state by trade and credits: influence, and money from the trade; part of it goes into the programme. */
import { z } from 'zod';
import type { OrderRule } from './order.ts';
import { patronage } from './patronage.ts';
import { idSchema } from './sheet.ts';

const shape = z.strictObject({ kind: z.literal('aid'), third: idSchema });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly aid: typeof shape;
  }
}

export const aid: OrderRule<'aid'> = patronage('aid', shape, ({ board, power }, third, why) => {
  const { stage, income } = board.scenario.parameters.orders.aid;
  const money = income[power];
  return [
    { rule: 'aid', subject: `thirds/${third}`, variable: 'stage', add: stage, because: why },
    ...(money === 0 ? [] : [{ rule: 'aid', subject: `powers/${power}`, variable: 'money', add: money, because: why }]),
  ];
});
