/** A finished match as a record file and tables: from the server where it keeps more than this page knows, else from the page. */
import { anonymised } from '../../shared/export/anonymous.ts';
import type { ExportName, TableName } from '../../shared/export/names.ts';
import { type Around, type RecordFile, recordFile, recordText, type SeatInRecord } from '../../shared/export/record-file.ts';
import { tableOf } from '../../shared/export/tables.ts';
import { replay } from '../../shared/game/record.ts';
import { reportOf } from '../../shared/game/report.ts';
import type { SeatFigures } from '../../shared/protocol/messages.ts';
import { BOT_NAMES, type POWERS } from '../../shared/scenario/names.ts';
import { fetchExport } from '../net/download.ts';
import type { Match } from './match.ts';

/** The record file as this page can make it: with its own channels, and without who came and went. */
export function recordOfMatch(match: Match): RecordFile | null {
  const record = match.record.value;
  return record === null ? null : recordFile(record, match.board.scenario, aroundOf(match));
}

function aroundOf(match: Match): Around {
  const { seats } = match.figures.value;
  const seatOf = (power: (typeof POWERS)[number]): SeatInRecord => seatInRecord(seats.find((one) => one.power === power));
  return {
    seats: { us: seatOf('us'), ru: seatOf('ru'), cn: seatOf('cn') },
    attendance: [],
    perceptions: match.perceptions.value,
    lines: match.lines.value,
    notes: [],
    bulletins: (match.exercise.value?.bulletins ?? []).map(({ id: _id, ...bulletin }) => ({ ...bulletin, inject: '' })),
    undone: match.exercise.value?.undone ?? [],
  };
}

function seatInRecord(seat: SeatFigures | undefined): SeatInRecord {
  if (seat?.held === 'person') return { held: 'person', name: seat.nickname, bot: null };
  return { held: 'bot', name: '', bot: BOT_NAMES.find((one) => one === seat?.bot) ?? null };
}

/** Whether the server keeps this game for the reader: he sat at its table or made it. */
const isKeptForReader = (match: Match): boolean => match.code !== '' && (match.place.value !== null || match.isHost.value);

/** The text of one export; null: the server did not give it. */
export async function exportOf(match: Match, name: ExportName, isAnonymous: boolean): Promise<string | null> {
  if (isKeptForReader(match)) return fetchExport(match.code, name, isAnonymous);
  const whole = recordOfMatch(match);
  if (whole === null) return null;
  const file = isAnonymous ? anonymised(match.board, whole) : whole;
  if (name === 'record.json') return recordText(file);
  const { game } = replay(match.board, file);
  return tableOf(name.replace('.csv', '') as TableName, { game, report: reportOf(game), around: file });
}

/** What its files are called by. */
export const nameOfGame = (match: Match): string => (match.code === '' ? match.board.scenario.id : match.code);
