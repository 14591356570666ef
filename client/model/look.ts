/** A world as a facilitator looks into it: the match as it is seen from a seat; a seat on paper is handed in over the console. */
import { makeBoard } from '../../shared/capability/board.ts';
import { EMPTY_SHEET } from '../../shared/orders/sheet.ts';
import type { Look } from '../../shared/protocol/exercise.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { refuse } from '../../shared/state/refusal.ts';
import { isPower } from '../i18n/names.ts';
import type { ApiAnswer } from '../net/api.ts';
import { openConnection } from '../net/connection.ts';
import { lookInto } from '../net/exercise-api.ts';
import type { MatchBodies, Outbox } from '../net/outbox.ts';
import type { Connection } from '../net/room-line.ts';
import type { ExerciseDesk } from './exercise-desk.ts';
import { type Match, matchOver } from './match.ts';

export interface Looking extends Look {
  /** Whether what is locked there is handed in for the seat. */
  readonly isPaper: boolean;
}

export async function openLook(desk: ExerciseDesk, scenario: Scenario, looking: Looking): Promise<ApiAnswer<Match>> {
  const { world, as, isPaper } = looking;
  const exercise = desk.view.value?.code ?? '';
  const ask = () => lookInto(exercise, { world, as });
  const admission = await ask();
  if (!admission.ok) return admission;
  const renew = async (): Promise<ApiAnswer<string>> => {
    const again = await ask();
    return again.ok ? { ok: true, value: again.value.ticket } : again;
  };
  const match = matchOver(makeBoard(scenario), { code: world, isReturning: true }, (hearing): Connection => {
    const line = openConnection(admission.value, hearing, renew);
    return isPaper && isPower(as) ? { ...line, outbox: paperOutbox(desk, { world, power: as }, line.outbox) } : line;
  });
  return { ok: true, value: match };
}

interface PaperSeat {
  readonly world: string;
  readonly power: Power;
}

/** What players would send, the facilitator hands in for them; anything else of a seat is not his to do. */
export function paperOutbox(desk: Pick<ExerciseDesk, 'give'>, seat: PaperSeat, line: Outbox): Outbox {
  let last: MatchBodies['lock'] = { turn: 0, sheet: EMPTY_SHEET, base: 0 };
  /** The desk's answer says that it is done; a seat's own says of what: the sheet would else be sent again and again. */
  const hand = async (wish: MatchBodies['lock'], lock: boolean): Promise<Answer> => {
    last = wish;
    const { turn, sheet, base } = wish;
    const answer = (await desk.give({ name: 'paper', body: { ...seat, sheet, lock } })) ?? NOT_YOURS;
    if (!answer.ok) return answer;
    const { orders, statements } = sheet;
    const counts = { orders: orders.length, statements: statements.length };
    const receipt = { turn, number: (base ?? 0) + 1, locked: lock, ...counts, savedAtMs: Date.now(), returned: [] };
    return { ok: true, receipt };
  };
  const choose = async (choice: MatchBodies['choose']['choice']): Promise<Answer> =>
    (await desk.give({ name: 'paper-choice', body: { ...seat, choice } })) ?? NOT_YOURS;
  return {
    ...line,
    request(name, body) {
      if (name === 'draft' || name === 'lock') return hand(body as MatchBodies['lock'], name === 'lock');
      if (name === 'choose') return choose((body as MatchBodies['choose']).choice);
      return name === 'unlock' ? hand({ ...last, base: (last.base ?? 0) + 1 }, false) : Promise.resolve(NOT_YOURS);
    },
  };
}

const NOT_YOURS: Answer = { ok: false, refusal: refuse('refusal.not-your-seat') };
