/** A record without its people: no names, no own words, no times. What they did stays, and proves itself by hashes of its own. */
import type { Board } from '../capability/board.ts';
import type { Step } from '../game/game.ts';
import { recordOf, replay } from '../game/record.ts';
import type { Sheet } from '../orders/sheet.ts';
import { POWERS } from '../scenario/names.ts';
import type { RecordFile } from './record-file.ts';

/** Own words stand in the state and change nothing in it: without them the same game has other hashes. */
export function anonymised(board: Board, file: RecordFile): RecordFile {
  const steps = file.steps.map(withoutWords);
  const { hashes } = recordOf(replay(board, { ...file, steps }).game);
  const numbers = new Map(file.lines.map(({ id }, i) => [id, `line-${i + 1}`]));
  const numbered = (id: string): string => numbers.get(id) ?? '';
  const nameless = { name: '' };
  const { us, ru, cn } = file.seats;
  return {
    ...file,
    anonymised: true,
    notes: file.notes.map(({ turn, role }) => ({ turn, role, by: '', atMs: 0, words: '' })),
    // What the scenario says is nobody's own word.
    bulletins: file.bulletins.map((one) => ({ ...one, atMs: 0, words: one.inject === '' ? '' : one.words })),
    undone: file.undone.map(({ turn }) => ({ turn, playedMs: 0, undoneMs: 0 })),
    steps,
    hashes,
    seats: { us: { ...us, ...nameless }, ru: { ...ru, ...nameless }, cn: { ...cn, ...nameless } },
    attendance: file.attendance.map((one) => ({ ...one, ...nameless })),
    lines: file.lines.map(({ by: _by, ...line }) => ({
      ...line,
      id: numbered(line.id),
      atMs: 0,
      words: null,
      signs: line.signs === null ? null : numbered(line.signs),
      offer: line.offer?.counters === undefined ? line.offer : { ...line.offer, counters: numbered(line.offer.counters) },
    })),
  };
}

function withoutWords(step: Step): Step {
  if (step.type !== 'turn') return step;
  const sheets: Record<string, Sheet> = {};
  for (const power of POWERS) {
    const sheet = step.sheets[power];
    if (sheet) sheets[power] = { ...sheet, statements: sheet.statements.map((said) => ({ ...said, words: '' })) };
  }
  return { ...step, sheets };
}
