import { describe, expect, it } from 'vitest';
import { headlinesOf } from '../../client/model/headlines.ts';
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
/** A turn without events of its own. */
const step = (...effects: Effect[]) => ({ turn: 9, round: 0, effects });

describe('the front page', () => {
  it('leads with the heaviest news', () => {
    const page = headlinesOf(
      board,
      step(
        line('spoken/s1', 'self', null, said('home')),
        line('thirds/nk', 'lastTest', 0, 9),
        line('world', 'phase', 'orders', 'crisis'),
      ),
    );
    expect(page.map((headline) => (headline.type === 'news' ? headline.key : headline.type))).toEqual([
      'headline.crisis',
      'headline.third-test',
      'words',
    ]);
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
