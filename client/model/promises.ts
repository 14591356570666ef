/** What the powers have bound themselves to, set against what became of it: said against did, for all to read. */
import type { View } from '../../shared/game/view.ts';
import { conditionHolds, presentAt } from '../../shared/politics/commitment.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
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

/** What one power has bound itself to and said, set against what became of it. */
export interface SaidDid {
  readonly power: Power;
  readonly promises: readonly PromiseLine[];
  /** Words in public to which its deeds gave the lie, the latest first. */
  readonly belied: readonly Spoken[];
  /** How many commitments stand how, in the order in which they are told; those that none does are left out. */
  readonly counts: readonly (readonly [Commitment['status'], number])[];
}

const STATUSES: readonly Commitment['status'][] = ['open', 'met', 'kept', 'called', 'broken', 'untested'];

/** The record of each power over the whole game, by all that this viewer may know. */
export function saidAgainstDid({ state, belied }: Pick<View, 'state' | 'belied'>): readonly SaidDid[] {
  const lines = promisesOf(state);
  return POWERS.map((power) => {
    const promises = lines.filter(({ commitment }) => commitment.power === power);
    const counts = STATUSES.map(
      (status) => [status, promises.filter(({ commitment }) => commitment.status === status).length] as const,
    );
    return {
      power,
      promises,
      belied: belied.filter((said) => said.power === power).sort((a, b) => b.turn - a.turn),
      counts: counts.filter(([, count]) => count > 0),
    };
  });
}
