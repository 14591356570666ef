/** What a statement would likely do before it is made: the core's own rule for words, on what the speaker knows. */
import { damped } from '../../shared/crisis/tension.ts';
import { veil } from '../../shared/game/veil.ts';
import { ruleOf } from '../../shared/orders/registry.ts';
import type { Statement } from '../../shared/orders/sheet.ts';
import { isCap } from '../../shared/politics/commitment.ts';
import { belyingDeeds, isContradicted, noveltyOf, statementEffects } from '../../shared/politics/statement.ts';
import type { Contribution } from '../../shared/state/ledger.ts';
import type { Deed, Spoken, State } from '../../shared/state/state.ts';
import { isTension } from '../../shared/state/tension.ts';
import type { Speaking } from './composing.ts';

export interface Moved {
  readonly subject: string;
  readonly variable: string;
  readonly add: number;
}

export interface LikelySpeech {
  readonly moved: readonly Moved[];
  /** The speaker's own visible acts, this sheet's orders among them, would turn the words round. */
  readonly isContradicted: boolean;
  /** Which acts those are; none where a pledge is broken as it is given. */
  readonly belying: readonly Deed[];
  /** The same has been said lately: it counts for less. */
  readonly isWorn: boolean;
}

/** Less than this is no effect worth a word, in points of a hundred. */
const FELT = 0.05;

export function likelySpeech(speaking: Speaking, statement: Statement): LikelySpeech {
  const { board, power } = speaking;
  const state = withOrders(speaking);
  const known = veil(board, state, 'public');
  const { commitment, ...words } = statement;
  const said: Spoken = { turn: state.world.turn, power, ...words };
  const speech = { said, condition: commitment?.condition ?? null };
  const lines = [...statementEffects(board, { state, known }, speech), ...capCost(speaking, statement)];
  return {
    moved: summed(speaking, lines).filter(({ add }) => Math.abs(add) >= FELT),
    isContradicted: isContradicted(known, speech),
    belying: belyingDeeds(known, said),
    isWorn: noveltyOf(board, state, said) < 1,
  };
}

/** The orders of the same sheet count as deeds: words are judged beside them. */
function withOrders({ board, state, power, orders }: Speaking): State {
  const { turn } = state.world;
  const deeds = orders.map((order, i): readonly [string, Deed] => {
    const rule = ruleOf(order.kind);
    const amount = rule.amount({ board, state, power }, order);
    return [`d${turn}-${power}-${i}`, { turn, power, kind: order.kind, target: rule.target(order), amount }];
  });
  return { ...state, deeds: { ...state.deeds, ...Object.fromEntries(deeds) } };
}

/** A pledge that holds one's own arms where they are is not liked at home. */
function capCost({ board, state, power }: Speaking, { kind, commitment }: Statement): readonly Contribution[] {
  if (commitment === null || kind !== 'pledge' || !isCap(state, { kind, condition: commitment.condition })) return [];
  const because = { key: 'why.commitment.made', args: {}, knownTo: null };
  const { capApproval } = board.scenario.parameters.outlook;
  return [{ rule: 'commitment', subject: `powers/${power}`, variable: 'approval', add: capApproval, because }];
}

/** One line for each thing that moves; tension as it is damped. */
function summed({ board, state }: Speaking, lines: readonly Contribution[]): readonly Moved[] {
  const { parameters } = board.scenario;
  const sums = new Map<string, Moved>();
  for (const line of lines) {
    if (!('add' in line)) continue;
    const add = isTension(line) ? damped(parameters, state.world.tension, line.add) : line.add;
    const cell = `${line.subject} ${line.variable}`;
    const { subject, variable } = line;
    sums.set(cell, { subject, variable, add: (sums.get(cell)?.add ?? 0) + add });
  }
  return [...sums.values()];
}

/** How much that is, in a word: planners do not see decimals coming. */
export type Strength = 'hardly' | 'little' | 'clearly';
export function strengthOf(add: number): Strength {
  const size = Math.abs(add);
  return size < 0.4 ? 'hardly' : size < 1.5 ? 'little' : 'clearly';
}
