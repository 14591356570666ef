/** How each seat took part in each turn, counted from the log: who held it, how often he saved, whether he locked. */
import type { Attendance } from '../../shared/export/record-file.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import type { LoggedEntry } from './entry.ts';
import { membersOf, type Seats } from './seats.ts';
import { newTable, type Table } from './table.ts';
import { withEntry } from './with-entry.ts';

export function attendanceIn(seats: Seats, log: readonly LoggedEntry[]): readonly Attendance[] {
  let rows: readonly Attendance[] = [];
  let table = newTable(seats);
  let drafts: Readonly<Partial<Record<Power, number>>> = {};
  for (const logged of log) {
    const { entry } = logged;
    if (entry.kind === 'draft' || entry.kind === 'lock') drafts = { ...drafts, [entry.power]: (drafts[entry.power] ?? 0) + 1 };
    // What was undone counts no more: those turns are played again.
    if (entry.kind === 'rewound') rows = rows.filter(({ turn }) => turn <= entry.toTurn);
    if (entry.kind === 'resolved' && entry.step.type === 'turn') {
      rows = [...rows, ...POWERS.map((seat) => rowOf(table, entry.turn, seat, drafts[seat] ?? 0))];
      drafts = {};
    }
    table = withEntry(table, logged);
  }
  return rows;
}

function rowOf(table: Table, turn: number, seat: Power, drafts: number): Attendance {
  const members = membersOf(table.seats[seat]);
  return {
    turn,
    seat,
    held: members.length === 0 ? 'bot' : 'person',
    name: members.map(({ nickname }) => nickname).join(', '),
    drafts,
    locked: table.drafts[seat]?.isLocked ?? false,
    covered: table.covered[seat] ?? false,
  };
}
