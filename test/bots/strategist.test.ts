import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { must } from '../../shared/assert.ts';
import { botChoices, botDeals, botSheets, botTurn, occasionOf, playOut } from '../../shared/bots/moves.ts';
import { planOf } from '../../shared/bots/strategist/account.ts';
import { thoughtFor, thoughtUntil } from '../../shared/bots/strategist/anytime.ts';
import { beliefsOf, MINDS, mindsIn } from '../../shared/bots/strategist/belief.ts';
import { campaignOf, thinkingIn } from '../../shared/bots/strategist/campaign.ts';
import { strategistChoice } from '../../shared/bots/strategist/crisis.ts';
import { bargainsFor, isSameJoint } from '../../shared/bots/strategist/deals.ts';
import { budgetFor, LEVELS } from '../../shared/bots/strategist/levels.ts';
import { partsOf } from '../../shared/bots/strategist/pool.ts';
import { type Found, searched, searching, WORTH_DOING } from '../../shared/bots/strategist/search.ts';
import { sideOf } from '../../shared/bots/talks.ts';
import { thoughtsOf } from '../../shared/bots/thoughts.ts';
import { type Game, stateOf } from '../../shared/game/game.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { veil } from '../../shared/game/veil.ts';
import {
  LANGUAGES,
  othersOf,
  PERSONALITIES,
  type Personality,
  POWERS,
  type Power,
  STRATEGISTS,
} from '../../shared/scenario/names.ts';
import { boardOf, fairlyReturned } from '../game/play.ts';
import { otherwise } from './otherwise.ts';

const QUICK = boardOf('quick');
const FULL = boardOf('best-offense-2016');
const FEW = 24;

/** A game of pages to the opening of its `turns + 1`th turn. */
function opened(
  board: Game['board'],
  mix: readonly [Personality, Personality, Personality],
  turns: number,
  seed = 'position',
): Game {
  const bots = POWERS.map((power, i) => [power, mix[i] ?? 'dove'] as const);
  let game = newGame(board, { seed, luck: 0, theory: 'contested' });
  while (stateOf(game).world.turn <= turns)
    game = advance(
      game,
      stateOf(game).world.phase === 'crisis' ? { type: 'round', choices: botChoices(game, bots) } : botTurn(game, bots),
    );
  return game;
}

const sheetIn = (game: Game, power: Power, iterations = FEW) =>
  searched(game.board, campaignOf(game, occasionOf(game, power, [])), iterations).sheet;

describe('a strategist', () => {
  it('finds the same sheet again from the same seed and iterations', () => {
    const game = opened(QUICK, ['hawk', 'dove', 'opportunist'], 2);
    for (const power of POWERS) expect(sheetIn(game, power)).toEqual(sheetIn(game, power));
  }, 60_000);

  it('moves by what its seat saw alone: what it cannot know may be otherwise, and its sheet is the same', () => {
    for (const board of [QUICK, FULL]) {
      const game = opened(board, ['hawk', 'institutionalist', 'opportunist'], 2);
      for (const power of POWERS)
        expect(sheetIn({ ...game, played: otherwise(game, power) }, power)).toEqual(sheetIn(game, power));
    }
  }, 120_000);

  it('hands in legal sheets only, wherever it sits and whoever sits beside it', () => {
    const games = PERSONALITIES.flatMap((one, i) => {
      const bots = POWERS.map((power, seat) => [power, seat === i % 3 ? ('strategist-1' as const) : one] as const);
      return [playOut(QUICK, { seed: `legal ${i}`, luck: 0, theory: 'contested' }, bots)];
    });
    const turns = games.flatMap(({ played }) => played);
    expect(turns.flatMap(({ returned }) => returned)).toEqual(turns.flatMap(fairlyReturned));
    expect(
      turns.some(({ step }) => step.type === 'turn' && Object.values(step.sheets).some(({ orders }) => orders.length > 0)),
    ).toBe(true);
  }, 120_000);

  it('never holds a worse sheet the longer it searches, each order counted with what it has to be worth', () => {
    const game = opened(QUICK, ['hawk', 'dove', 'opportunist'], 1);
    const search = searching(QUICK, campaignOf(game, occasionOf(game, 'ru', [])), FEW);
    const found = Array.from({ length: 3 * FEW }, () => search.next().value).filter(({ value }) => value !== 0);
    const values = found.map(({ sheet, value }) => value - WORTH_DOING * sheet.orders.length);
    expect(values.length).toBeGreaterThan(0);
    for (const [i, value] of values.entries()) expect(value).toBeGreaterThanOrEqual(values[i - 1] ?? Number.NEGATIVE_INFINITY);
  }, 60_000);

  it('tries the best of every kind before a second of any', () => {
    const game = opened(FULL, ['dove', 'dove', 'dove'], 1);
    for (const power of POWERS) {
      const thinking = thinkingIn(FULL, campaignOf(game, occasionOf(game, power, [])));
      const kinds = partsOf(thinking).flatMap((part) => ('order' in part ? [part.order.kind] : []));
      const firsts = new Set(kinds).size;
      expect(kinds.length).toBeGreaterThan(firsts);
      expect(new Set(kinds.slice(0, firsts)).size).toBe(firsts);
    }
  });

  it('offers no strike that its planners would not have offered, and has a choice in every round', () => {
    const crises = ['1', '2', '3', '4', '5', '6'].flatMap((seed) => {
      const game = playOut(
        FULL,
        { seed: `crisis ${seed}`, luck: 0, theory: 'contested' },
        POWERS.map((power) => [power, 'hawk'] as const),
      );
      const at = game.played.findIndex(({ state }) => state.world.phase === 'crisis');
      return at < 0 ? [] : [{ ...game, played: game.played.slice(0, at + 1) }];
    });
    expect(crises.length).toBeGreaterThan(0);
    for (const game of crises)
      for (const power of POWERS) {
        const choice = strategistChoice(FULL, campaignOf(game, occasionOf(game, power, [])));
        const { first, second } = stateOf(game).crisis;
        const isParty = power === first || power === second;
        expect(isParty ? ['stand-down', 'hold', 'escalate', 'strike'] : ['mediate', 'watch']).toContain(choice);
      }
  }, 120_000);
});

describe('thinking that can be stopped', () => {
  it('ends within one trial of its deadline, after one trial at least', () => {
    const trialMs = 7;
    for (const budgetMs of [0, 1, 7, 30, 300]) {
      let nowMs = 0;
      const trials = function* (): Generator<number> {
        for (;;) {
          nowMs += trialMs;
          yield nowMs;
        }
      };
      const last = thoughtUntil(() => nowMs >= budgetMs, trials());
      expect(last).toBe(nowMs);
      expect(nowMs).toBeLessThan(budgetMs + trialMs + Number(budgetMs === 0));
      expect(nowMs).toBeGreaterThanOrEqual(budgetMs);
    }
  });

  it('counts trials, and ends earlier when there is nothing left to try', () => {
    expect(thoughtFor(3, [1, 2, 3, 4].values())).toBe(3);
    expect(thoughtFor(9, [1, 2].values())).toBe(2);
    expect(thoughtFor(9, [].values())).toBeNull();
  });

  it('ends by its trials or by the clock, whichever is spent first', () => {
    for (const [trials, ticks] of [
      [2, 5],
      [5, 2],
    ] as const) {
      let tick = 0;
      expect(thoughtFor(trials, [1, 2, 3, 4, 5, 6].values(), () => ++tick >= ticks)).toBe(2);
    }
  });

  it('has joint orders and the sheet share one budget', () => {
    for (const strategist of STRATEGISTS)
      for (const what of ['iterations', 'milliseconds'] as const)
        expect(budgetFor(strategist, 'deals')[what] + budgetFor(strategist, 'step')[what]).toBeCloseTo(
          LEVELS[strategist][what],
          9,
        );
  });
});

describe('what joint orders are worth to a strategist', () => {
  const { iterations } = budgetFor('strategist-1', 'deals');
  const bargainsOf = (game: Game, power: Power) =>
    bargainsFor(game.board, campaignOf(game, occasionOf(game, power, [])), iterations);

  it('is found again from the same seed, from what its seat saw alone', () => {
    const game = opened(FULL, ['hawk', 'institutionalist', 'dove'], 2);
    for (const power of POWERS) {
      const found = bargainsOf(game, power);
      expect(found.length).toBeGreaterThan(0);
      expect(bargainsOf({ ...game, played: otherwise(game, power) }, power)).toEqual(found);
    }
  }, 120_000);

  it('decides what strategists agree on: nobody loses by what it signs, but for what does not matter', () => {
    const bots = POWERS.map((power) => [power, 'strategist-1'] as const);
    const games = [1, 3].map((turns) => opened(FULL, ['dove', 'institutionalist', 'dove'], turns));
    const agreed = games.flatMap((game) => {
      const known = Object.fromEntries(POWERS.map((power) => [power, bargainsOf(game, power)]));
      return botDeals(game, bots).flatMap((deal) =>
        [deal.from, deal.to].map((power) => {
          const side = sideOf(deal, power);
          return known[power]?.find(({ joint }) => side !== null && isSameJoint(joint, side))?.gain ?? 1;
        }),
      );
    });
    expect(agreed.length).toBeGreaterThan(0);
    for (const gain of agreed) expect(gain).toBeGreaterThan(-0.001);
  }, 120_000);

  it('decides what a hand that is free for two gives itself to, and not who asked first', () => {
    const bots = POWERS.map((power) => [power, 'strategist-1'] as const);
    for (const turns of [1, 2, 4]) {
      const game = opened(FULL, ['dove', 'institutionalist', 'dove'], turns);
      // Where two ask one another for the same, either may have been first.
      const agreedIn = (seats: typeof bots) =>
        botDeals(game, seats).map(({ from, to, what, terms }) => [[from, to].sort(), what, terms?.clauses]);
      const agreed = agreedIn(bots);
      expect(agreed.length).toBeGreaterThan(0);
      expect(agreedIn([...bots].reverse())).toEqual(agreed);
    }
  }, 120_000);
});

describe('what a strategist takes others for', () => {
  it('is spread over few worlds as it is believed: each mind comes up as often as it should, to within one world', () => {
    // A Latin hypercube has one draw in each of `count` equal parts, so a share of p holds p * count of them, give or take one at each end.
    const belief = [0.5, 0.2, 0.2, 0.1, 0];
    const beliefs = { ru: belief, cn: belief };
    for (const count of [2, 3, 4, 8])
      for (let turn = 1; turn <= 20; turn++) {
        const worlds = Array.from({ length: count }, (_, n) => mindsIn('us', beliefs, { seed: 'spread', turn, n, count }));
        for (const rival of othersOf('us'))
          for (const [i, mind] of PERSONALITIES.entries())
            expect(Math.abs(worlds.filter((minds) => minds[rival] === mind).length - (belief[i] ?? 0) * count)).toBeLessThan(2);
      }
    // And over many turns both rivals' minds meet in all ways, the second's as often as it is believed too.
    const many = Array.from({ length: 400 }, (_, turn) => mindsIn('us', beliefs, { seed: 'spread', turn, n: 1, count: 2 }));
    const share = (claim: (minds: (typeof many)[number]) => boolean) => many.filter(claim).length / many.length;
    const [first, second] = PERSONALITIES;
    const near = (is: number, shouldBe: number) => expect(Math.abs(is - shouldBe)).toBeLessThan(0.08);
    for (const rival of othersOf('us')) {
      near(
        share((minds) => minds[rival] === first),
        0.5,
      );
      near(
        share((minds) => minds[rival] === second),
        0.2,
      );
    }
    near(
      share(({ ru, cn }) => ru === first && cn === first),
      0.25,
    );
  });

  it('comes to be what they are, from three turns of their deeds', () => {
    const right = PERSONALITIES.flatMap((mind) =>
      ['a', 'b', 'c'].flatMap((seed) => {
        const game = opened(FULL, [mind, mind, mind], 3, seed);
        const { view, past } = campaignOf(game, occasionOf(game, 'us', []));
        const beliefs = beliefsOf(FULL, view, 'us', past);
        return othersOf('us').map((rival) => beliefs[rival]?.[MINDS.indexOf(mind)] ?? 0);
      }),
    );
    // Five minds are possible: who knows nothing gives each a fifth.
    const mean = right.reduce((sum, share) => sum + share, 0) / right.length;
    expect(mean).toBeGreaterThan(0.5);
  }, 120_000);

  it('is anybody before anything was done', () => {
    const { view, past } = campaignOf(
      opened(QUICK, ['hawk', 'hawk', 'hawk'], 0),
      occasionOf(opened(QUICK, ['hawk', 'hawk', 'hawk'], 0), 'us', []),
    );
    for (const belief of Object.values(beliefsOf(QUICK, view, 'us', past)))
      for (const share of belief) expect(share).toBeCloseTo(0.2, 12);
  });
});

describe('the account of a strategist', () => {
  it('stands in the record and is told in the debrief, in three languages', () => {
    const bots = [
      ['us', 'strategist-1'],
      ['ru', 'hawk'],
      ['cn', 'dove'],
    ] as const;
    const game = playOut(QUICK, { seed: 'account', luck: 0, theory: 'contested' }, bots);
    const own = thoughtsOf(game).filter(({ power }) => power === 'us');
    expect(own.length).toBe(game.played.filter(({ step }) => step.type === 'turn').length);
    const keys = own.flatMap(({ bot, reasons, order, words }) => [
      `bot.${bot}`,
      `bot.note.${bot}`,
      ...reasons.flatMap(({ key, args }) => [
        key,
        ...[args['mind'], args['otherMind']].flatMap((mind) => (mind ? [`mind.${mind}`] : [])),
      ]),
      ...[order, words].flatMap((one) => (one ? [one.why.key] : [])),
    ]);
    for (const language of LANGUAGES) {
      const texts = JSON.parse(readFileSync(new URL(`../../assets/text/${language}.json`, import.meta.url), 'utf8'));
      expect([...new Set(keys)].filter((key) => typeof texts[key] !== 'string')).toEqual([]);
    }
    expect(own.some(({ reasons }) => reasons.some(({ key }) => key === 'bot.thought.worst'))).toBe(true);
  }, 60_000);

  it('says that it did as a page would only of that page’s sheet, and of another how much it was better', () => {
    const game = opened(QUICK, ['hawk', 'dove', 'opportunist'], 1);
    const found = searched(QUICK, campaignOf(game, occasionOf(game, 'ru', [])), FEW);
    const page = must(found.page, 'a page was tried');
    const other = { ...page.sheet, abandon: ['p1'] };
    const keyOf = (sheet: Found['sheet'], value: number): string | undefined =>
      planOf('strategist-1', 'ru', { ...found, sheet, value }).account.reasons.at(-1)?.key;
    expect(keyOf(page.sheet, page.value)).toBe('bot.thought.no-better');
    expect(keyOf(other, page.value + 0.002)).toBe('bot.thought.passed-over');
    expect(keyOf(other, page.value + 0.0004)).toBe('bot.thought.as-good');
    expect(keyOf(other, page.value - 0.0004)).toBe('bot.thought.as-good');
  });

  it('is nowhere in what a seat may see in play', () => {
    const game = opened(QUICK, ['hawk', 'dove', 'opportunist'], 1);
    expect(JSON.stringify(veil(QUICK, stateOf(game), 'ru'))).not.toContain('bot.thought');
    expect(botSheets(game, [['us', 'strategist-1']], [])).toEqual(botSheets(game, [['us', 'institutionalist']], []));
  });
});
