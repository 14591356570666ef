/** What drifts back by itself: approval, influence, trust, provocation; and the money that each turn brings (RULES 2). */
import type { Board } from '../capability/board.ts';
import { dyadOf, PAIRS, POWERS, type Power, pairId } from '../scenario/names.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { pairOf, rungOf } from '../state/read.ts';
import type { State } from '../state/state.ts';

/** Money after income and upkeep: up to one turn's income carries over; upkeep never drives it below nothing. */
export function purseAfterIncome(board: Board, state: State, power: Power): number {
  const { income } = board.scenario.powers[power];
  return Math.max(0, Math.min(state.powers[power].money, income) + income - upkeepOf(board, state, power));
}

export function upkeepOf(board: Board, state: State, power: Power): number {
  const { programmes, orders } = board.scenario.parameters;
  const own = state.powers[power];
  // The turn in which a worn-out alert ends is not paid for.
  const isHeld = own.posture === 'generated' && own.generatedTurns + 1 < orders.posture.mostTurns;
  const away = own.dispersal * programmes.dispersal.upkeepPerLevel + own.patrol * programmes.patrol.upkeepPerLevel;
  return away + (isHeld ? orders.posture.upkeep : 0);
}

export function incomeComes(board: Board, state: State): readonly Contribution[] {
  return POWERS.map((power) => ({
    rule: 'income',
    subject: `powers/${power}`,
    variable: 'money',
    set: purseAfterIncome(board, state, power),
    because: because('why.income', { income: board.scenario.powers[power].income, upkeep: upkeepOf(board, state, power) }),
  }));
}

export function standingDrifts(board: Board, state: State): readonly Contribution[] {
  const { drift, ladder } = board.scenario.parameters;
  const powers = POWERS.flatMap((power) => {
    const home = board.scenario.powers[power];
    const now = state.powers[power];
    return [
      driftOf(`powers/${power}`, 'approval', (home.approval - now.approval) * drift.approval),
      driftOf(`powers/${power}`, 'influence', (home.influence - now.influence) * drift.influence),
      driftOf(`powers/${power}`, 'tradeLost', -now.tradeLost * TRADE_RECOVERS),
    ];
  });
  // Who has climbed together comes back to more trust than he began with.
  const baseline = (from: Power, to: Power, now: number): number => {
    const risen = rungOf(state, from, to) - board.scenario.ladders[dyadOf(from, to)];
    return (board.scenario.trust[pairId(from, to)] ?? now) + risen * ladder.baselinePerRung;
  };
  const pairs = PAIRS.flatMap(([from, to]) => {
    const id = pairId(from, to);
    const now = pairOf(state, from, to);
    return [
      driftOf(`pairs/${id}`, 'trust', (baseline(from, to, now.trust) - now.trust) * drift.trust),
      driftOf(`pairs/${id}`, 'provocation', -now.provocation * drift.provocation),
    ];
  });
  return [...powers, ...pairs].filter((c) => 'add' in c && c.add !== 0);
}

/** Share of lost trade that comes back each turn (CALIBRATION 7). */
const TRADE_RECOVERS = 0.15;

const driftOf = (subject: string, variable: string, add: number): Contribution => ({
  rule: 'drift',
  subject,
  variable,
  add,
  because: because('why.drift'),
});
