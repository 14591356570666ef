import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Texts } from '../../client/i18n/language.ts';
import { textIn } from '../../client/i18n/text.ts';
import { headlinesOf } from '../../client/model/headlines.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { Effect } from '../../shared/state/ledger.ts';
import type { Json, Spoken } from '../../shared/state/state.ts';
import { boardOf } from '../game/play.ts';

const board = boardOf('quick');
const line = (subject: string, variable: string, before: Json, after: Json): Effect => ({
  turn: 9,
  round: 0,
  n: 0,
  rule: 'test',
  subject,
  variable,
  before,
  after,
  because: { key: 'why.third.tested', args: {}, knownTo: null },
});
const said = (venue: Spoken['venue']): Json => ({
  turn: 9,
  power: 'ru',
  speaker: 'spokesperson',
  kind: 'warn',
  target: 'us',
  subject: 'arms',
  venue,
  words: '<b>“As typed”</b>',
  language: 'en',
});
const outbreak: Effect = {
  ...line('world', 'phase', 'orders', 'crisis'),
  because: { key: 'why.crisis.outbreak', args: { first: 'us', second: 'ru', percent: 20 }, knownTo: null },
};
/** A turn without events of its own. */
const step = (...effects: Effect[]) => ({ turn: 9, round: 0, effects });

describe('the front page', () => {
  it('leads with the heaviest news', () => {
    const page = headlinesOf(
      board,
      step(line('spoken/s1', 'self', null, said('home')), line('thirds/nk', 'lastTest', 0, 9), outbreak),
    );
    expect(page.map((headline) => (headline.type === 'news' ? headline.key : headline.type))).toEqual([
      'headline.crisis',
      'headline.third-test',
      'words',
    ]);
  });

  it.each(['en', 'ru', 'zh'])('says in a sentence between whom a crisis has broken out, in %s', (code) => {
    const [headline] = headlinesOf(board, step(outbreak));
    if (headline?.type !== 'news') throw new Error('A crisis is news.');
    const table = JSON.parse(readFileSync(new URL(`../../assets/text/${code}.json`, import.meta.url), 'utf8')) as Texts;
    const powers = Object.entries(headline.args).map(([name, id]) => [name, String(table[`power.${id}`])]);
    const text = textIn(table, code, headline.key, Object.fromEntries(powers));
    // A name may stand in a case of its own.
    for (const power of ['us', 'ru']) expect(text).toContain(String(table[`power.${power}`]).slice(0, 4));
    expect(text.length).toBeGreaterThan(String(table['power.us']).length + String(table['power.ru']).length + 4);
    expect(text).not.toMatch(/[{}]/);
  });

  it('says what a treaty says, and what both do together once', () => {
    const treaty = { parties: ['us', 'cn'], clauses: [{ type: 'cap', battery: 'fort-greely', count: 40 }], status: 'signed' };
    const deed = (power: Power, target: Power) => ({ turn: 9, power, kind: 'climb', target, amount: 1 });
    const page = headlinesOf(
      board,
      step(
        line('treaties/t9', 'self', null, treaty),
        line('deeds/d1', 'self', null, deed('ru', 'cn')),
        line('deeds/d2', 'self', null, deed('cn', 'ru')),
        line('deeds/d3', 'self', null, deed('cn', 'us')),
      ),
    );
    expect(page[0]).toMatchObject({ key: 'headline.treaty.signed', clauses: treaty.clauses });
    expect(page.slice(1)).toMatchObject([{ args: { power: 'ru', target: 'cn' } }, { args: { power: 'cn', target: 'us' } }]);
  });

  it('says by whose choices a crisis ended', () => {
    const because = { key: 'why.crisis.round', args: { first: 'us', firstChoice: 'hold' }, knownTo: null };
    const [over] = headlinesOf(
      board,
      step({ ...line('world', 'tension', 50, 45), because }, line('world', 'phase', 'crisis', 'orders')),
    );
    expect(over).toMatchObject({ key: 'headline.crisis-over', because });
  });

  it('prints no word from a private channel', () => {
    expect(headlinesOf(board, step(line('spoken/s1', 'self', null, said('private'))))).toEqual([]);
  });

  it("keeps a player's own words as typed", () => {
    const [headline] = headlinesOf(board, step(line('spoken/s1', 'self', null, said('forum'))));
    expect(headline).toMatchObject({ type: 'words', said: { words: '<b>“As typed”</b>' } });
  });

  it('makes no headline of a number that moved', () => {
    expect(headlinesOf(board, step(line('world', 'tension', 40, 50), line('powers/us', 'approval', 50, 48)))).toEqual([]);
  });
});

describe('a promise judged', () => {
  const judged = (after: string, knownTo: Effect['because']['knownTo'] = null): Effect => ({
    ...line('commitments/c2-ru-0', 'status', 'open', after),
    because: { key: 'why.commitment.judged', args: { commitment: 'c2-ru-0' }, knownTo },
  });

  it('is printed with the name of who gave it', () => {
    const [headline] = headlinesOf(board, step(judged('broken')));
    expect(headline).toMatchObject({ key: 'headline.commitment.broken', power: 'ru', args: { power: 'ru' } });
  });

  it('that was given behind closed doors is not printed', () => {
    expect(headlinesOf(board, step(judged('broken', ['ru', 'us'])))).toEqual([]);
  });

  it('is told by the ledger line that it comes from', () => {
    expect(headlinesOf(board, step({ ...judged('kept'), n: 7 })).map((headline) => headline.line)).toEqual([7]);
  });
});
