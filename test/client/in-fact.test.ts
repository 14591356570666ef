import { describe, expect, it } from 'vitest';
import { doneIn, inFact, sameWords, statementOf } from '../../client/model/in-fact.ts';
import { type Game, stateOf } from '../../shared/game/game.ts';
import { optionsFor } from '../../shared/game/options.ts';
import { reportOf } from '../../shared/game/report.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { viewOf } from '../../shared/game/view.ts';
import { EMPTY_SHEET, type Undertaking } from '../../shared/orders/sheet.ts';
import { LANGUAGES, POWERS, type Power } from '../../shared/scenario/names.ts';
import { refuse } from '../../shared/state/refusal.ts';
import { boardOf } from '../game/play.ts';

const full = boardOf('best-offense-2016');

function hint(game: Game, power: Power) {
  const { state } = viewOf(game, power);
  return inFact({ board: game.board, state, power }, optionsFor(game.board, state, power));
}
const kindsOf = (game: Game, power: Power): string[] => hint(game, power)?.options.map(({ order }) => order.kind) ?? [];
const wordsOf = (game: Game, power: Power): string[] =>
  hint(game, power)?.spoken.map(({ speaker, kind, subject, venue }) => `${speaker} ${kind} ${subject} ${venue}`) ?? [];

/** A game in which everybody does what he is told he did, from the first turn on. */
function historical(board: typeof full): { game: Game; given: string[]; returned: unknown[] } {
  let game = newGame(board, { seed: 'history', luck: 0, theory: 'contested' });
  const given: string[] = [];
  for (let step = 0; step < 40 && stateOf(game).world.phase !== 'ended'; step++) {
    const { phase, turn } = stateOf(game).world;
    if (phase === 'crisis') {
      game = advance(game, { type: 'round', choices: { us: 'stand-down', ru: 'stand-down', cn: 'stand-down' } });
      continue;
    }
    const now = game;
    const sheets = Object.fromEntries(
      POWERS.map((power) => {
        const orders = hint(now, power)?.options.map(({ order }) => order) ?? [];
        const statements = hint(now, power)?.spoken.map((spoken) => statementOf(spoken, 'ru')) ?? [];
        given.push(...[...orders, ...statements].map(({ kind }) => `${turn} ${power} ${kind}`));
        return [power, { ...EMPTY_SHEET, orders, statements }];
      }),
    );
    game = advance(game, { type: 'turn', sheets });
  }
  const unsigned = ['refusal.not-signed', 'refusal.left-waiting'];
  const returned = game.played.flatMap((played) => played.returned).filter(({ refusal }) => !unsigned.includes(refusal.key));
  return { game, given, returned };
}

/** Not to put forces on alert. */
const POSTURE: Undertaking = { condition: { type: 'posture-generated', power: 'us' }, response: null, until: 3 };

describe('as it was in fact', () => {
  it('tells China at the start that it put pressure on Seoul, and the US that it did nothing that could be ordered', () => {
    const start = newGame(full, { seed: 'fact', luck: 0, theory: 'contested' });
    expect(kindsOf(start, 'cn')).toEqual(['coerce']);
    expect(kindsOf(start, 'us')).toEqual([]);
  });

  it('says what was said: a general at Xiangshan, NATO’s answer, the ministry on the battery at Seongju', () => {
    const start = newGame(full, { seed: 'fact', luck: 0, theory: 'contested' });
    expect(wordsOf(start, 'ru')).toEqual(['minister warn arms forum']);
    expect(wordsOf(start, 'us')).toEqual(['spokesperson deny deveselu forum']);
    expect(wordsOf(advance(start, { type: 'turn', sheets: {} }), 'cn')).toEqual(['spokesperson warn seongju forum']);
    for (const language of LANGUAGES) {
      const said = statementOf(hint(start, 'ru')!.spoken[0]!, language);
      expect(said.language).toBe(language);
      expect(said.words.length).toBeGreaterThan(10);
    }
  });

  it('leaves out words that may not be said: no pledge not to do what is done already', () => {
    const [pledge] = full.scenario.facts.flatMap(({ statements }) => statements.filter(({ kind }) => kind === 'pledge'));
    const at = full.scenario.facts.map((fact) =>
      fact.turn === 1 && fact.power === 'us'
        ? { ...fact, statements: [{ ...pledge!, subject: 'posture', commitment: POSTURE }] }
        : fact,
    );
    const board = { ...full, scenario: { ...full.scenario, facts: at } };
    const start = newGame(board, { seed: 'fact', luck: 0, theory: 'contested' });
    expect(wordsOf(start, 'us')).toEqual(['head-of-state pledge posture home']);
    const us = { ...start.start.powers.us, posture: 'generated' as const };
    const alerted = { ...start, start: { ...start.start, powers: { ...start.start.powers, us } } };
    expect(wordsOf(alerted, 'us')).toEqual([]);
  });

  it('leaves out what is not legal: missiles towards a Polish site that does not stand', () => {
    const start = newGame(full, { seed: 'fact', luck: 0, theory: 'contested' });
    expect(full.scenario.facts.find(({ turn, power }) => turn === 1 && power === 'ru')?.orders[0]?.kind).toBe('forward');
    expect(kindsOf(start, 'ru')).not.toContain('forward');
  });

  it('can be played from end to end: THAAD to Seongju in early 2017, a new glider in early 2018, and nothing comes back', () => {
    const { game, given, returned } = historical(full);
    expect(given).toEqual(
      expect.arrayContaining([
        '1 ru warn',
        '2 us build',
        '3 us strike-proxy',
        '3 cn offer-talks',
        '4 cn press',
        '5 cn court',
        '6 ru glide',
        '7 us pledge',
      ]),
    );
    expect(returned).toEqual([]);
    expect(stateOf(game).batteries['seongju']?.status).toBeDefined();
  });

  it('suggests in a short game only what is in play there', () => {
    const quick = boardOf('quick');
    const { given } = historical(quick);
    expect(given.length).toBeGreaterThan(0);
    const inPlay: readonly string[] = [...quick.scenario.orderKinds, ...quick.scenario.statementKinds];
    for (const deed of given) expect(inPlay).toContain(deed.split(' ')[2]);
  });
});

describe('what happened in fact, beside what was played', () => {
  const game = historical(full).game;
  const report = reportOf(game);
  const fact = (turn: number, power: Power) => report.facts.find((one) => one.turn === turn && one.power === power)!;

  it('was done in this game in that quarter, if it was played by the book', () => {
    expect(doneIn(report, fact(1, 'cn'), { order: fact(1, 'cn').orders[0]! })).toBe(1);
    expect(doneIn(report, fact(3, 'cn'), { words: fact(3, 'cn').statements[0]! })).toBe(3);
  });

  it('was done in another turn, or in none, otherwise; what came back was not done', () => {
    const [build, warn] = [fact(2, 'us').orders[1]!, fact(2, 'cn').statements[0]!];
    const empty = { us: EMPTY_SHEET, ru: EMPTY_SHEET, cn: EMPTY_SHEET };
    const later = {
      ...empty,
      us: { ...EMPTY_SHEET, orders: [build] },
      cn: { ...EMPTY_SHEET, statements: [statementOf(warn, 'zh')] },
    };
    const sheets = [
      { turn: 1, sheets: empty, returned: [] },
      { turn: 2, sheets: later, returned: [{ power: 'us', what: 'order', index: 0, refusal: NO_MONEY }] },
      { turn: 3, sheets: later, returned: [{ power: 'cn', what: 'statement', index: 0, refusal: NO_MONEY }] },
    ] as const;
    expect(doneIn({ sheets }, fact(2, 'us'), { order: build })).toBe(3);
    expect(doneIn({ sheets }, fact(2, 'cn'), { words: warn })).toBe(2);
    expect(doneIn({ sheets: sheets.slice(0, 1) }, fact(2, 'cn'), { words: warn })).toBe(null);
  });

  it('is the same thing said whoever said it where, and another if it was said of something else', () => {
    const [said] = fact(1, 'ru').statements;
    expect(sameWords(said!, { ...said!, speaker: 'head-of-state', venue: 'home' })).toBe(true);
    expect(sameWords(said!, { ...said!, subject: 'deveselu' })).toBe(false);
    expect(sameWords(said!, { ...said!, kind: 'condemn' })).toBe(false);
  });
});

const NO_MONEY = refuse('refusal.money', { price: 3, left: 0 });
