/** Aid a third state by trade and credits: influence, and money from the trade; part of it goes into the programme. */
import type { OrderRule } from './order.ts';
import { patronage } from './patronage.ts';

export const aid: OrderRule<'aid'> = patronage('aid', ({ board, power }, third, why) => {
  const { stage, income } = board.scenario.parameters.orders.aid;
  const money = income[power];
  return [
    { rule: 'aid', subject: `thirds/${third}`, variable: 'stage', add: stage, because: why },
    ...(money === 0 ? [] : [{ rule: 'aid', subject: `powers/${power}`, variable: 'money', add: money, because: why }]),
  ];
});
