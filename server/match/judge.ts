/** Whether somebody may do this now: the entry that it makes in the log, or the reason why not. */
import { playRefusal } from '../../shared/game/play-refusal.ts';
import type { RequestBody } from '../../shared/protocol/requests.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { type Refusal, refuse } from '../../shared/state/refusal.ts';
import type { Case } from './case.ts';
import type { Entry } from './entry.ts';
import { needsSecond, refuseChoice, refuseDraft, refuseUnsigned } from './judge-portfolio.ts';
import { judgeSeating, type SeatingName } from './judge-seating.ts';
import { judgeTalk, type TalkName } from './judge-talk.ts';
import { nicknameIn } from './seats.ts';
import { wordless } from './typed-words.ts';

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

export function judge(at: Case, action: Action): Entry | Refusal {
  if (at.table.hold === 'frozen') return refuse('refusal.frozen');
  if (isSeating(action)) return judgeSeating(at, action);
  if (at.power === null) return refuse('refusal.not-your-seat');
  if (!at.table.hasBegun && action.name !== 'say') return refuse('refusal.not-begun');
  if (isTalk(action)) return judgeTalk(at, at.power, action);
  return judgePlay(at, at.power, action);
}

type PlayAction = Exclude<Action, { name: SeatingName | TalkName }>;

function judgePlay(at: Case, power: Power, action: PlayAction): Entry | Refusal {
  const { state, table, person } = at;
  const refusal =
    playRefusal(state, power, table.drafts[power]?.isLocked ?? false, action) ?? refuseByPortfolio(at, power, action);
  if (refusal) return refusal;
  const { turn } = action.body;
  if (action.name === 'perceive') return { kind: 'perceived', power, turn, of: action.body.of, reading: action.body.reading };
  if (action.name === 'choose') return chosen(at, power, action.body);
  const by = nicknameIn(table.seats[power], person);
  const whose = by === null ? {} : { by };
  if (action.name === 'unlock') return { kind: 'unlock', power, turn, ...whose };
  const { sheet } = action.body;
  return { kind: action.name, power, turn, sheet: table.muted.includes(person) ? wordless(sheet) : sheet, ...whose };
}

function refuseByPortfolio(at: Case, power: Power, action: PlayAction): Refusal | null {
  switch (action.name) {
    case 'perceive':
      return null;
    case 'choose':
      return refuseChoice(at, power, action.body.choice);
    case 'unlock':
      return refuseUnsigned(at);
    case 'lock':
      return refuseUnsigned(at) ?? refuseDraft(at, power, action.body);
    case 'draft':
      return refuseDraft(at, power, action.body);
  }
}

function chosen(at: Case, power: Power, { turn, round, choice }: RequestBody<'choose'>): Entry {
  if (choice === 'strike' && needsSecond(at, power)) return { kind: 'strike-asked', power, turn, round, by: at.person };
  return { kind: 'choose', power, turn, round, choice };
}
