/** Whether somebody may do this now: the entry that it makes in the log, or the reason why not. */
import type { CrisisChoice } from '../../shared/game/game.ts';
import type { RequestBody } from '../../shared/protocol/messages.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { type Refusal, refuse } from '../../shared/state/refusal.ts';
import type { State } from '../../shared/state/state.ts';
import type { Case } from './case.ts';
import type { Entry } from './entry.ts';
import { judgeSeating, type SeatingName } from './judge-seating.ts';
import { judgeTalk, type TalkName } from './judge-talk.ts';

/** Requests that are answered by one entry in the log of this match. The others are the hall's (phrase, rematch, erase). */
export type ActionName = 'draft' | 'lock' | 'unlock' | 'choose' | 'perceive' | SeatingName | TalkName;
export type Action = { readonly [N in ActionName]: { readonly name: N; readonly body: RequestBody<N> } }[ActionName];

const SEATING: readonly SeatingName[] = ['ready', 'rename', 'time', 'take', 'hand-back', 'seat-bot', 'start', 'pause', 'resume'];
const TALK: readonly TalkName[] = ['say', 'offer', 'sign'];
export const isSeating = (action: Action): action is Extract<Action, { name: SeatingName }> =>
  SEATING.some((name) => name === action.name);
export const isTalk = (action: Action): action is Extract<Action, { name: TalkName }> =>
  TALK.some((name) => name === action.name);
export const ACTIONS: readonly ActionName[] = ['draft', 'lock', 'unlock', 'choose', 'perceive', ...SEATING, ...TALK];

const FOR_PARTIES: readonly CrisisChoice[] = ['stand-down', 'hold', 'escalate', 'strike'];
const FOR_THE_THIRD: readonly CrisisChoice[] = ['mediate', 'watch'];

export function judge(at: Case, action: Action): Entry | Refusal {
  if (isSeating(action)) return judgeSeating(at, action);
  if (at.power === null) return refuse('refusal.not-your-seat');
  if (!at.table.hasBegun && action.name !== 'say') return refuse('refusal.not-begun');
  if (isTalk(action)) return judgeTalk(at, at.power, action);
  return judgePlay(at, at.power, action);
}

type PlayAction = Exclude<Action, { name: SeatingName | TalkName }>;

function judgePlay({ state, table }: Case, power: Power, action: PlayAction): Entry | Refusal {
  if (state.world.phase === 'ended') return refuse('refusal.ended');
  if (action.name === 'perceive') return judgePerception(state, power, action.body);
  if (action.body.turn !== state.world.turn)
    return refuse('refusal.stale-turn', { turn: state.world.turn, sent: action.body.turn });
  if (action.name === 'choose') return judgeChoice(state, power, action.body);
  if (state.world.phase !== 'orders') return refuse('refusal.not-orders');
  const isLocked = table.drafts[power]?.isLocked ?? false;
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

/** Of the last step, which in a crisis is one of the present turn. */
function judgePerception({ world }: State, power: Power, { turn, of, reading }: RequestBody<'perceive'>): Entry | Refusal {
  const last = world.phase === 'crisis' ? world.turn : world.turn - 1;
  if (turn !== last || last < 1) return refuse('refusal.stale-turn', { turn: last, sent: turn });
  return of === power ? refuse('refusal.to-yourself') : { kind: 'perceived', power, turn, of, reading };
}

export function isParty(state: State, power: Power): boolean {
  return power === state.crisis.first || power === state.crisis.second;
}
