import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { texts } from '../../client/i18n/language.ts';
import { orderName } from '../../client/panels/order-name.ts';
import { optionsFor } from '../../shared/game/options.ts';
import { newGame } from '../../shared/game/start.ts';
import { LANGUAGES, POWERS } from '../../shared/scenario/names.ts';
import { boardOf } from '../game/play.ts';

describe('the name of an order', () => {
  afterAll(() => {
    texts.value = {};
  });

  it.each(LANGUAGES)('in %s is its own among all that a seat may be offered, and says nothing twice', (language) => {
    texts.value = JSON.parse(readFileSync(new URL(`../../assets/text/${language}.json`, import.meta.url), 'utf8'));
    for (const id of ['best-offense-2016', 'quick', 'lesson', 'thaad']) {
      const board = boardOf(id);
      const { start } = newGame(board, { seed: 'names', luck: 0, theory: 'contested' });
      for (const power of POWERS) {
        const names = optionsFor(board, start, power).map(({ order }) => orderName(board, order));
        expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
        // Two brackets with the same words: an interceptor named with its place and once more beside it.
        expect(names.filter((name) => /([(（][^)）]+[)）]).*\1/.test(name))).toEqual([]);
      }
    }
  });
});
