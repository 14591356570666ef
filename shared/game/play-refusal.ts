/** Whether a seat may hand in, take back or choose now, by the state alone: the same for a server and for a match in a page. */
import type { Power } from '../scenario/names.ts';
import { type Refusal, refuse } from '../state/refusal.ts';
import type { State } from '../state/state.ts';
import type { CrisisChoice } from './game.ts';

/** What is asked; the sheet itself is judged when the turn resolves. */
export type PlayRequest =
  | { readonly name: 'draft' | 'lock' | 'unlock'; readonly body: { readonly turn: number } }
  | {
      readonly name: 'choose';
      readonly body: { readonly turn: number; readonly round: number; readonly choice: CrisisChoice };
    }
  | { readonly name: 'perceive'; readonly body: { readonly turn: number; readonly of: Power } };
type Body<N extends PlayRequest['name']> = Extract<PlayRequest, { readonly name: N }>['body'];

const FOR_PARTIES: readonly CrisisChoice[] = ['stand-down', 'hold', 'escalate', 'strike'];
const FOR_THE_THIRD: readonly CrisisChoice[] = ['mediate', 'watch'];

/** `isLocked`: whether the seat's sheet is. */
export function playRefusal(state: State, power: Power, isLocked: boolean, request: PlayRequest): Refusal | null {
  const { phase, turn } = state.world;
  if (phase === 'ended') return refuse('refusal.ended');
  if (request.name === 'perceive') return perceptionRefusal(state, power, request.body);
  if (request.body.turn !== turn) return refuse('refusal.stale-turn', { turn, sent: request.body.turn });
  if (request.name === 'choose') return choiceRefusal(state, power, request.body);
  if (phase !== 'orders') return refuse('refusal.not-orders');
  if (request.name === 'unlock') return isLocked ? null : refuse('refusal.not-locked');
  return isLocked ? refuse('refusal.locked') : null;
}

/** Of the last step, which in a crisis is one of the present turn. */
function perceptionRefusal({ world }: State, power: Power, { turn, of }: Body<'perceive'>): Refusal | null {
  const last = world.phase === 'crisis' ? world.turn : world.turn - 1;
  if (turn !== last || last < 1) return refuse('refusal.stale-turn', { turn: last, sent: turn });
  return of === power ? refuse('refusal.to-yourself') : null;
}

function choiceRefusal(state: State, power: Power, { round, choice }: Body<'choose'>): Refusal | null {
  if (state.world.phase !== 'crisis') return refuse('refusal.no-crisis');
  if (round !== state.crisis.round) return refuse('refusal.stale-round', { round: state.crisis.round, sent: round });
  const open = isParty(state, power) ? FOR_PARTIES : FOR_THE_THIRD;
  return open.includes(choice) ? null : refuse('refusal.choice-not-yours', { choice });
}

export function isParty(state: State, power: Power): boolean {
  return power === state.crisis.first || power === state.crisis.second;
}
