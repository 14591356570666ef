/** How each seat took part in each turn, counted from the log: who held it, how often he saved, whether he locked. */
import type { Attendance } from '../../shared/export/record-file.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import type { LoggedEntry } from './entry.ts';
import type { Seats } from './seats.ts';
import { newTable, type Table, withEntry } from './table.ts';

export function attendanceIn(seats: Seats, log: readonly LoggedEntry[]): readonly Attendance[] {
  const rows: Attendance[] = [];
  let table = newTable(seats);
  let drafts: Readonly<Partial<Record<Power, number>>> = {};
  for (const logged of log) {
    const { entry } = logged;
    if (entry.kind === 'draft' || entry.kind === 'lock') drafts = { ...drafts, [entry.power]: (drafts[entry.power] ?? 0) + 1 };
    if (entry.kind === 'resolved' && entry.round === 0) {
      rows.push(...POWERS.map((seat) => rowOf(table, entry.turn, seat, drafts[seat] ?? 0)));
      drafts = {};
    }
    table = withEntry(table, logged);
  }
  return rows;
}

function rowOf(table: Table, turn: number, seat: Power, drafts: number): Attendance {
  const holder = table.seats[seat];
  return {
    turn,
    seat,
    held: holder.held,
    name: holder.held === 'person' ? holder.nickname : '',
    drafts,
    locked: table.drafts[seat]?.isLocked ?? false,
    covered: table.covered[seat] ?? false,
  };
}
