/**
 * Finished games, for whoever was at the table: the record as a file and what its tables are made from, out of the log.
 * A game that still goes on has neither: nothing secret leaves before the end.
 */
import { anonymised } from '../../shared/export/anonymous.ts';
import {
  type Around,
  type NoteInRecord,
  type RecordFile,
  recordFile,
  type SeatInRecord,
} from '../../shared/export/record-file.ts';
import type { Finished } from '../../shared/export/tables.ts';
import { stateOf } from '../../shared/game/game.ts';
import { recordOf, replay } from '../../shared/game/record.ts';
import { reportOf } from '../../shared/game/report.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/state/refusal.ts';
import type { Store } from '../store/store.ts';
import { attendanceIn } from './attendance.ts';
import type { Resumed } from './course.ts';
import type { LoggedEntry } from './entry.ts';
import type { MatchPlan, StoredPlan } from './plan.ts';
import type { Registry } from './registry.ts';
import { remake } from './remake.ts';
import type { Shelf } from './scenarios.ts';
import { membersOf, type Seat, seatOf } from './seats.ts';
import { undoneIn } from './table.ts';

export interface Archived {
  readonly file: RecordFile;
  readonly finished: Finished;
}

interface Surroundings {
  readonly registry: Registry;
  readonly store: Store;
  readonly shelf: Shelf;
  /** Whether somebody leads the exercise of this code, and so was at the tables of all its worlds. */
  readonly leads: (exercise: string, person: string) => boolean;
  /** What was taken down about a world of it. */
  readonly notes: (exercise: string, world: string) => readonly NoteInRecord[];
}

/** Whoever asks for one table mostly asks for the next: the last few games are not worked out again. */
const MOST_KEPT = 8;

export class Archive {
  readonly #around: Surroundings;
  readonly #kept = new Map<string, Archived>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** A game for a person; null: there is none of this code; a refusal: it goes on, or he was not at its table. */
  async find(code: string, person: string, isAnonymous: boolean): Promise<Archived | Refusal | null> {
    const there = await this.#playedAs(code);
    if (there === null || isRefusal(there)) return there;
    const { plan, resumed } = there;
    const { table, game } = resumed;
    const leads = plan.exercise !== undefined && this.#around.leads(plan.exercise, person);
    if (!leads && plan.host !== person && seatOf(table.seats, person) === null && table.seen[person] === undefined)
      return refuse('refusal.not-at-table');
    if (stateOf(game).world.phase !== 'ended') return refuse('refusal.not-over');
    // Notes are about people: they are for those who lead.
    const notes = leads && plan.exercise !== undefined ? this.#around.notes(plan.exercise, code) : [];
    const key = `${code} ${isAnonymous} ${leads} ${notes.length}`;
    const known = this.#kept.get(key);
    // A match that was erased and a new one of the same code are two games.
    if (known?.file.setup.seed === plan.setup.seed) return known;
    const made = archived({ ...there, notes }, isAnonymous);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, made);
    return made;
  }

  /** From the room while there is one, else from the log. */
  async #playedAs(code: string): Promise<Played | Refusal | null> {
    const { registry, store, shelf } = this.#around;
    const match = registry.find(code);
    if (match) return { plan: match.plan, resumed: match, log: match.isOver ? await store.logOf(code) : [] };
    const row = await store.endedMatch(code);
    if (row === null) return null;
    const shelved = shelf.get(row.scenario);
    if (shelved?.hash !== row.scenario_hash) return refuse('refusal.scenario-changed', { scenario: row.scenario });
    const plan: MatchPlan = { ...(JSON.parse(row.plan) as StoredPlan), code, board: shelved.board() };
    const log = await store.logOf(code);
    const resumed = remake(plan, log);
    return isRefusal(resumed) ? resumed : { plan, resumed, log };
  }
}

interface Played {
  readonly plan: MatchPlan;
  readonly resumed: Resumed;
  readonly log: readonly LoggedEntry[];
}

type Noted = Played & { readonly notes: readonly NoteInRecord[] };

function archived({ plan, resumed: { game, table }, log, notes }: Noted, isAnonymous: boolean): Archived {
  const { us, ru, cn } = table.seats;
  const around: Around = {
    seats: { us: seatInRecord(us), ru: seatInRecord(ru), cn: seatInRecord(cn) },
    attendance: attendanceIn(plan.seats, log),
    perceptions: table.perceptions,
    lines: table.lines,
    notes,
    bulletins: table.bulletins.map(({ turn, atMs, to, kind, msel, words, language }) => ({
      turn,
      atMs,
      to,
      kind,
      inject: msel ?? '',
      words,
      language,
    })),
    undone: undoneIn(table),
  };
  const whole = recordFile(recordOf(game), plan.board.scenario, around);
  const file = isAnonymous ? anonymised(plan.board, whole) : whole;
  const played = isAnonymous ? replay(plan.board, file).game : game;
  return { file, finished: { game: played, report: reportOf(played), around: file } };
}

/** A delegation is one holder with several names. */
function seatInRecord(seat: Seat): SeatInRecord {
  if (seat.held === 'bot') return { held: 'bot', name: '', bot: seat.bot };
  const names = membersOf(seat).map(({ nickname }) => nickname);
  return { held: 'person', name: names.join(', '), bot: null };
}
