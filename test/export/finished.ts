/** A finished game of bots with something around it, as a server would have taken it down. */
import { type Around, type RecordFile, recordFile } from '../../shared/export/record-file.ts';
import type { Finished } from '../../shared/export/tables.ts';
import type { Game, Step } from '../../shared/game/game.ts';
import { recordOf, replay } from '../../shared/game/record.ts';
import { reportOf } from '../../shared/game/report.ts';
import { boardOf, botGame } from '../game/play.ts';

export const AROUND: Around = {
  seats: {
    us: { held: 'person', name: '=Zebedee', bot: null },
    ru: { held: 'bot', name: '', bot: 'hawk' },
    cn: { held: 'bot', name: '', bot: 'dove' },
  },
  attendance: [{ turn: 1, seat: 'us', held: 'person', name: '=Zebedee', drafts: 3, locked: true, covered: false }],
  perceptions: [{ turn: 1, by: 'us', of: 'ru', reading: 'strike' }],
  lines: [
    {
      id: 'abc',
      from: 'us',
      to: 'ru',
      turn: 1,
      atMs: 1_480_000_000_000,
      words: 'Zebedee here, hello',
      phrase: null,
      language: 'en',
      offer: null,
      signs: null,
    },
  ],
  notes: [{ turn: 1, atMs: 1_480_000_000_001, by: 'Zebedee', role: 'observer', words: 'Zebedee never asked.' }],
  bulletins: [
    { turn: 1, atMs: 1_480_000_000_002, to: 'us', kind: 'message', inject: '', words: 'Zebedee, hurry.', language: 'en' },
    {
      turn: 1,
      atMs: 1_480_000_000_003,
      to: 'all',
      kind: 'inject',
      inject: 'appeal',
      words: { en: 'An appeal.', ru: 'Призыв.', zh: '呼吁。' },
      language: '',
    },
  ],
  undone: [{ turn: 1, playedMs: 1_480_000_000_004, undoneMs: 1_480_000_000_005 }],
};

/** In its first turn the United States says something in words of its own. */
const WORDS = '@SUM(1+1), said "Zebedee"';

export function finishedGame(): { readonly file: RecordFile; readonly finished: Finished } {
  const board = boardOf('quick');
  const played = botGame(board, 'finished', { us: 'institutionalist', ru: 'hawk', cn: 'dove' });
  const record = recordOf(played);
  const steps = record.steps.map((step, i) => (i === 0 ? withWords(step) : step));
  const { game } = replay(board, { ...record, steps });
  return { file: fileOf(game), finished: { game, report: reportOf(game), around: AROUND } };
}

export const fileOf = (game: Game): RecordFile => recordFile(recordOf(game), game.board.scenario, AROUND);

function withWords(step: Step): Step {
  if (step.type !== 'turn' || !step.sheets.us) return step;
  const said = {
    speaker: 'minister',
    kind: 'warn',
    target: 'ru',
    subject: 'arms',
    venue: 'home',
    commitment: null,
    words: WORDS,
    language: 'en',
  } as const;
  return { ...step, sheets: { ...step.sheets, us: { ...step.sheets.us, statements: [said] } } };
}
