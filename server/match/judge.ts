/** Whether a seat may do this now: the entry that it makes in the log, or the reason why not. */
import type { CrisisChoice } from '../../shared/game/game.ts';
import type { RequestBody } from '../../shared/protocol/messages.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { type Refusal, refuse } from '../../shared/state/refusal.ts';
import type { State } from '../../shared/state/state.ts';
import type { Desk } from './desk.ts';
import type { Entry } from './entry.ts';

export type Action =
  | { readonly name: 'draft'; readonly body: RequestBody<'draft'> }
  | { readonly name: 'lock'; readonly body: RequestBody<'lock'> }
  | { readonly name: 'unlock'; readonly body: RequestBody<'unlock'> }
  | { readonly name: 'choose'; readonly body: RequestBody<'choose'> };

const FOR_PARTIES: readonly CrisisChoice[] = ['stand-down', 'hold', 'escalate', 'strike'];
const FOR_THE_THIRD: readonly CrisisChoice[] = ['mediate', 'watch'];

export function judge(state: State, desk: Desk, power: Power, action: Action): Entry | Refusal {
  if (state.world.phase === 'ended') return refuse('refusal.ended');
  if (action.body.turn !== state.world.turn)
    return refuse('refusal.stale-turn', { turn: state.world.turn, sent: action.body.turn });
  if (action.name === 'choose') return judgeChoice(state, power, action.body);
  if (state.world.phase !== 'orders') return refuse('refusal.not-orders');
  const isLocked = desk.drafts[power]?.isLocked ?? false;
  if (action.name === 'unlock') {
    return isLocked ? { kind: 'unlock', power, turn: action.body.turn } : refuse('refusal.not-locked');
  }
  if (isLocked) return refuse('refusal.locked');
  return { kind: action.name, power, turn: action.body.turn, sheet: action.body.sheet };
}

function judgeChoice(state: State, power: Power, body: RequestBody<'choose'>): Entry | Refusal {
  if (state.world.phase !== 'crisis') return refuse('refusal.no-crisis');
  if (body.round !== state.crisis.round) return refuse('refusal.stale-round', { round: state.crisis.round, sent: body.round });
  const open = isParty(state, power) ? FOR_PARTIES : FOR_THE_THIRD;
  if (!open.includes(body.choice)) return refuse('refusal.choice-not-yours', { choice: body.choice });
  return { kind: 'choose', power, turn: body.turn, round: body.round, choice: body.choice };
}

export function isParty(state: State, power: Power): boolean {
  return power === state.crisis.first || power === state.crisis.second;
}

/** What counts for a seat that has not chosen in time. */
export function silence(state: State, power: Power): CrisisChoice {
  return isParty(state, power) ? 'hold' : 'watch';
}
