import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { texts } from '../../client/i18n/language.ts';
import { lineText } from '../../client/panels/effect-text.ts';
import { type Gauges, gaugesIn } from '../../client/panels/gauge-words.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { viewOf } from '../../shared/game/view.ts';
import type { ParticipantView } from '../../shared/protocol/exercise-view.ts';
import { LANGUAGES } from '../../shared/scenario/names.ts';
import { boardOf, botGame } from '../game/play.ts';
import { lineTo } from './line.ts';

const board = boardOf('quick');
const words = (language: string): void => {
  texts.value = JSON.parse(readFileSync(new URL(`../../assets/text/${language}.json`, import.meta.url), 'utf8'));
};
const PART: ParticipantView = {
  exercise: 'CLASS2',
  title: '',
  number: 1,
  place: { role: 'observer', world: 'WRLD22', task: 'perceptions' },
  isFrozen: false,
  isMuted: false,
  areNumbersShown: false,
  hasPractised: true,
  hotWash: null,
  answers: [],
  bulletins: [],
  undone: [],
};

describe('where a facilitator hides numbers', () => {
  beforeAll(() => words('en'));
  afterAll(() => {
    texts.value = {};
  });

  it('they are hidden from who takes part until the game is over, and from nobody else', () => {
    const { match, hearing, say } = lineTo(board);
    say(newGame(board, { seed: 'hidden', luck: 0, theory: 'contested' }), 'us');
    expect(match.areNumbersHidden.value).toBe(false);
    hearing.exercise(PART);
    expect(match.areNumbersHidden.value).toBe(true);
    hearing.exercise({ ...PART, areNumbersShown: true });
    expect(match.areNumbersHidden.value).toBe(false);
    hearing.exercise(PART);
    say(botGame(board, 'hidden', { us: 'dove', ru: 'dove', cn: 'dove' }), 'us');
    expect(match.areNumbersHidden.value).toBe(false);
  });

  it.each(LANGUAGES)('gauges have no digit in %s, at any value, and say more where there is more', (language) => {
    words(language);
    const hidden = gaugesIn(true);
    const tellings: readonly ((gauges: Gauges, share: number) => string)[] = [
      (gauges, share) => gauges.tension(100 * share),
      (gauges, share) => gauges.margin(share - 0.3),
      (gauges, share) => gauges.fear(share),
      (gauges, share) => gauges.by(8 * share - 4),
      (gauges, share) => gauges.marginBy(share / 4 - 0.125),
      (gauges, share) => gauges.between({ low: -6 * share, high: 6 * share }, gauges.by),
    ];
    for (const tell of tellings) {
      const told = Array.from({ length: 101 }, (_, i) => tell(hidden, i / 100));
      expect(told.join(' ')).not.toMatch(/\d/);
      expect(told.join(' ')).not.toMatch(/\{|undefined/);
      expect(new Set(told).size).toBeGreaterThan(2);
      // Each word has one stretch of the scale.
      expect(told.filter((word, i) => word !== told[i - 1]).length).toBe(new Set(told).size);
      expect(tell(gaugesIn(false), 0.77)).toMatch(/\d/);
    }
    words('en');
  });

  it('the ledger tells tension in words and everything else as before', () => {
    const start = newGame(board, { seed: 'hidden', luck: 0, theory: 'contested' });
    const { effects } = viewOf(advance(start, { type: 'turn', sheets: {} }), 'us');
    const tension = effects.filter(({ variable }) => variable === 'tension');
    expect(tension.length).toBeGreaterThan(0);
    for (const line of effects) {
      const [plain, told] = [gaugesIn(false), gaugesIn(true)].map((gauges) => lineText(board, line, gauges));
      if (line.variable === 'tension')
        expect([plain?.change, told?.change]).toEqual([expect.stringMatching(/\d/), expect.not.stringMatching(/\d/)]);
      else expect(told).toEqual(plain);
    }
  });
});
