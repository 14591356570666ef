import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { texts } from '../../client/i18n/language.ts';
import { whySentence } from '../../client/i18n/sentence.ts';
import { lineText } from '../../client/panels/effect-text.ts';
import { gaugesIn } from '../../client/panels/gauge-words.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { viewOf } from '../../shared/game/view.ts';
import { EMPTY_SHEET } from '../../shared/orders/sheet.ts';
import { TOP_RUNG } from '../../shared/scenario/names.ts';
import { boardOf } from '../game/play.ts';

const LANGUAGES = ['en', 'ru', 'zh'] as const;
const tableOf = (language: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(new URL(`../../assets/text/${language}.json`, import.meta.url), 'utf8'));

describe('the rungs', () => {
  const board = boardOf('best-offense-2016');

  it('have a name each in every language, of two powers and of an alliance', () => {
    const wanted = [
      ...Array.from({ length: TOP_RUNG + 1 }, (_, rung) => `rung.${rung}`),
      ...board.scenario.parameters.alliances.saved.map((_, rung) => `alliance-rung.${rung}`),
    ];
    for (const language of LANGUAGES) {
      const names = wanted.map((key) => tableOf(language)[key]);
      expect(new Set(names).size, language).toBe(wanted.length);
      expect(names).not.toContain(undefined);
    }
  });

  it('are named where an alliance climbs: in the line of the ledger and in its reason', () => {
    texts.value = tableOf('en');
    const start = newGame(board, { seed: 'rungs', luck: 0, theory: 'contested' });
    const sheet = { ...EMPTY_SHEET, orders: [{ kind: 'integrate', alliance: 'trilateral' } as const] };
    const { effects } = viewOf(advance(start, { type: 'turn', sheets: { us: sheet } }), 'cn');
    const line = effects.find(({ subject }) => subject === 'alliances/trilateral')!;
    expect(lineText(board, line, gaugesIn(false)).change).toContain('1 (shared warning)');
    expect(whySentence(board, line.because)).toContain('rung 1 (shared warning)');
  });
});
