/** Whether a seat may hand in, take back or choose now, by the state alone: the same for a server and for a match in a page. */
import type { Power } from '../scenario/names.ts';
import { type Refusal, refuse } from '../state/refusal.ts';
import type { State } from '../state/state.ts';
import type { CrisisChoice } from './game.ts';

/** What is asked; the sheet itself is judged when the turn resolves. */
export type PlayRequest =
  | { readonly name: 'draft' | 'lock' | 'unlock'; readonly turn: number }
  | { readonly name: 'choose'; readonly turn: number; readonly round: number; readonly choice: CrisisChoice };

const FOR_PARTIES: readonly CrisisChoice[] = ['stand-down', 'hold', 'escalate', 'strike'];
const FOR_THE_THIRD: readonly CrisisChoice[] = ['mediate', 'watch'];

/** `isLocked`: whether the seat's sheet is. */
export function playRefusal(state: State, power: Power, isLocked: boolean, request: PlayRequest): Refusal | null {
  const { phase, turn } = state.world;
  if (phase === 'ended') return refuse('refusal.ended');
  if (request.turn !== turn) return refuse('refusal.stale-turn', { turn, sent: request.turn });
  if (request.name === 'choose') return choiceRefusal(state, power, request);
  if (phase !== 'orders') return refuse('refusal.not-orders');
  if (request.name === 'unlock') return isLocked ? null : refuse('refusal.not-locked');
  return isLocked ? refuse('refusal.locked') : null;
}

function choiceRefusal(
  state: State,
  power: Power,
  { round, choice }: Extract<PlayRequest, { readonly name: 'choose' }>,
): Refusal | null {
  if (state.world.phase !== 'crisis') return refuse('refusal.no-crisis');
  if (round !== state.crisis.round) return refuse('refusal.stale-round', { round: state.crisis.round, sent: round });
  const open = isParty(state, power) ? FOR_PARTIES : FOR_THE_THIRD;
  return open.includes(choice) ? null : refuse('refusal.choice-not-yours', { choice });
}

export function isParty(state: State, power: Power): boolean {
  return power === state.crisis.first || power === state.crisis.second;
}
