/** What the powers have bound themselves to, set against what became of it: said against did, for all to read. */
import { conditionHolds, presentAt } from '../../shared/politics/commitment.ts';
import { isContradicted } from '../../shared/politics/statement.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { Commitment, Spoken, State } from '../../shared/state/state.ts';

export interface PromiseLine {
  readonly id: string;
  readonly commitment: Commitment;
  /** Turns left until it runs out; null: it has been judged. */
  readonly left: number | null;
  /** Whether its condition holds by what the viewer knows. */
  readonly holds: boolean;
  /** Interceptors that stand or are coming, where the promise is about a number of them. */
  readonly present: number | null;
  /** Whether anybody but the two may know of it. */
  readonly isPrivate: boolean;
}

/** All commitments that the viewer knows of: the open ones first by deadline, then the judged ones, the latest first. */
export function promisesOf(state: State): readonly PromiseLine[] {
  return Object.entries(state.commitments)
    .map(([id, commitment]) => lineOf(state, id, commitment))
    .sort((a, b) => rankOf(a) - rankOf(b) || orderOf(a) - orderOf(b) || (a.id < b.id ? -1 : 1));
}

export const isOpen = ({ status }: Commitment): boolean => status === 'open' || status === 'met';

function lineOf(state: State, id: string, commitment: Commitment): PromiseLine {
  const { condition } = commitment;
  return {
    id,
    commitment,
    left: isOpen(commitment) ? Math.max(0, commitment.until - state.world.turn) : null,
    holds: conditionHolds(state, condition),
    present: condition.type === 'inventory-over' ? presentAt(state, condition.battery) : null,
    isPrivate: commitment.heardBy !== null,
  };
}

const rankOf = ({ commitment }: PromiseLine): number => (isOpen(commitment) ? 0 : 1);
const orderOf = ({ commitment, left }: PromiseLine): number => (left === null ? -commitment.judged : commitment.until);

/** The last things said in public to a listener, or to all, by one power: the latest first. */
export function wordsToward(state: State, speaker: Power, listener: Power, most: number): readonly Spoken[] {
  return Object.entries(state.spoken)
    .filter(
      ([, said]) => said.power === speaker && said.venue !== 'private' && (said.target === listener || said.target === 'all'),
    )
    .sort(([a, x], [b, y]) => y.turn - x.turn || (a < b ? -1 : 1))
    .map(([, said]) => said)
    .slice(0, most);
}

/** Whether what the viewer knows of the speaker's deeds gives his words the lie, as the core judges it in that turn. */
export function isBelied(state: State, said: Spoken): boolean {
  const then = { ...state, world: { ...state.world, turn: said.turn } };
  return said.kind === 'reassure' && isContradicted(deedsUntil(then, said.turn), { said, condition: null });
}

const deedsUntil = (state: State, turn: number): State => ({
  ...state,
  deeds: Object.fromEntries(Object.entries(state.deeds).filter(([, deed]) => deed.turn <= turn)),
});
