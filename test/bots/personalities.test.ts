import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wilson } from '../../server/league/intervals.ts';
import { botSheets, occasionOf, playOut } from '../../shared/bots/moves.ts';
import { SENTENCES } from '../../shared/bots/speech.ts';
import { TEXT_KEY_MARK } from '../../shared/bots/text-key.ts';
import { thoughtsOf } from '../../shared/bots/thoughts.ts';
import type { Board } from '../../shared/capability/board.ts';
import { type Game, stateOf } from '../../shared/game/game.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { viewOf } from '../../shared/game/view.ts';
import { hashOf } from '../../shared/hash.ts';
import { EMPTY_SHEET, type Sheet } from '../../shared/orders/sheet.ts';
import { guiltOf } from '../../shared/politics/blame.ts';
import {
  type BotName,
  JOINT_KINDS,
  LANGUAGES,
  othersOf,
  PERSONALITIES,
  type Personality,
  POWERS,
  type Power,
} from '../../shared/scenario/names.ts';
import { boardOf, fairlyReturned } from '../game/play.ts';
import { otherwise } from './otherwise.ts';

const FULL = boardOf('best-offense-2016');
const QUICK = boardOf('quick');

type Mix = readonly [BotName, BotName, BotName];
const seatsOf = (mix: Mix) => POWERS.map((power, i) => [power, mix[i] ?? 'dove'] as const);
const play = (board: Board, mix: Mix, seed: string): Game => playOut(board, { seed, luck: 0, theory: 'contested' }, seatsOf(mix));
const all = (bot: BotName): Mix => [bot, bot, bot];
/** Every mix of four in three seats, by its number. */
const mixOf = (i: number): Mix => [
  PERSONALITIES[i % 4] ?? 'dove',
  PERSONALITIES[(i >> 2) % 4] ?? 'dove',
  PERSONALITIES[(i >> 4) % 4] ?? 'dove',
];

/** Every mix once in full length, and once quick. */
const GAMES: readonly Game[] = Array.from({ length: 64 }, (_, i) => [
  play(FULL, mixOf(i), `mix ${i}`),
  play(QUICK, mixOf(i), `mix ${i}`),
]).flat();

const sheetsOf = (game: Game, power: Power) =>
  game.played.flatMap(({ step }) => (step.type === 'turn' ? [step.sheets[power] ?? EMPTY_SHEET] : []));

describe('a bot, whichever and in whatever seat,', () => {
  it('hands in a legal sheet: nothing comes back but what it could not foresee', () => {
    const turns = GAMES.flatMap((game) => game.played);
    expect(turns.flatMap(({ returned }) => returned)).toEqual(turns.flatMap(fairlyReturned));
  });

  it('begins in other words than its neighbour, though both have the same mind', () => {
    for (const bot of PERSONALITIES) {
      const game = play(FULL, all(bot), `first words of a ${bot}`);
      const [own, other] = (['us', 'ru'] as const).map((power) => sheetsOf(game, power)[0]?.statements.map(({ words }) => words));
      expect(own).not.toEqual([]);
      expect(other?.filter((words) => own?.includes(words))).toEqual([]);
    }
  });

  it('does so in every scenario', () => {
    for (const id of ['lesson', 'thaad', 'practice']) {
      const board = boardOf(id);
      const turns = Array.from({ length: 16 }, (_, i) => play(board, mixOf(4 * i + 1), `legal ${i}`)).flatMap(
        ({ played }) => played,
      );
      expect(turns.length).toBeGreaterThan(16);
      expect(turns.flatMap(({ returned }) => returned)).toEqual(turns.flatMap(fairlyReturned));
    }
  }, 60_000);

  it('moves by its view alone: what it cannot know may be otherwise, and its sheet is the same', () => {
    for (const [i, game] of GAMES.entries()) {
      const half: Game = { ...game, played: game.played.slice(0, Math.ceil(game.played.length / 2)) };
      if (stateOf(half).world.phase !== 'orders') continue;
      for (const power of POWERS) {
        const bot = mixOf(Math.floor(i / 2))[POWERS.indexOf(power)] ?? 'dove';
        const other = { ...half, played: otherwise(half, power) };
        const sheetIn = (world: Game) => botSheets(world, [[power, bot]], [])[power];
        expect(sheetIn(other)).toEqual(sheetIn(half));
      }
    }
  });

  it('does the same again from the same seed, and something else from another', () => {
    for (const mix of [all('institutionalist'), all('opportunist'), mixOf(27)]) {
      const [one, again, other] = ['seed', 'seed', 'another'].map((seed) => hashOf(stateOf(play(QUICK, mix, seed))));
      expect(again).toBe(one);
      expect(other).not.toBe(one);
    }
  });

  it('never says in one turn a sentence that it said in the turn before', () => {
    for (const game of GAMES)
      for (const power of POWERS) {
        const said = sheetsOf(game, power).map(({ statements }) => statements.map(({ words }) => words));
        for (const [i, words] of said.entries()) expect(words.filter((one) => said[i - 1]?.includes(one))).toEqual([]);
      }
  });

  it('speaks in sentences that exist in three languages, and uses them all', () => {
    const said = new Set(
      GAMES.flatMap((game) => POWERS.flatMap((power) => sheetsOf(game, power))).flatMap((s) =>
        s.statements.map(({ words }) => words),
      ),
    );
    const wanted = Object.entries(SENTENCES)
      .filter(([occasion]) => !occasion.startsWith('strategist'))
      .flatMap(([occasion, n]) => Array.from({ length: n }, (_, i) => `bot.${occasion}.${i + 1}`));
    expect([...said].sort()).toEqual(wanted.map((key) => TEXT_KEY_MARK + key).sort());
    const reasons = PERSONALITIES.flatMap((bot) =>
      ['defence', 'offence', 'evidence', 'cooperation', 'posture', 'joint', 'notice', 'step-back', 'words', 'binding'].map(
        (what) => `bot.why.${bot}.${what}`,
      ),
    );
    for (const language of LANGUAGES) {
      const texts = JSON.parse(readFileSync(new URL(`../../assets/text/${language}.json`, import.meta.url), 'utf8'));
      expect([...wanted, ...reasons].filter((key) => typeof texts[key] !== 'string')).toEqual([]);
    }
  });
});

describe('among bots', () => {
  const joint = (game: Game) =>
    game.played.flatMap(({ step }) =>
      step.type === 'turn'
        ? POWERS.flatMap((power) => step.sheets[power]?.orders ?? []).filter(({ kind }) =>
            JOINT_KINDS.some((one) => one === kind),
          )
        : [],
    );

  it('offers are made and signed: every kind of joint order comes about somewhere', () => {
    expect([...new Set(GAMES.flatMap(joint).map(({ kind }) => kind))].sort()).toEqual([...JOINT_KINDS].sort());
  });

  it('institutionalists and doves bring what they signed and keep what they pledged; opportunists do not always', () => {
    // What an outside event of the same morning made a host refuse is nobody's fault.
    const isOutOfTheBlue = (played: Game['played'][number], one: Game['played'][number]['returned'][number]) =>
      one.refusal.key === 'refusal.host' && fairlyReturned(played).includes(one);
    const faults = (game: Game) =>
      game.played.flatMap((played) => played.returned.filter((one) => !isOutOfTheBlue(played, one))).length +
      POWERS.flatMap((power) => sheetsOf(game, power)).flatMap(({ abandon }) => abandon).length;
    const count = (bot: BotName) =>
      [1, 2, 3, 4, 5, 6].map((i) => faults(play(FULL, all(bot), `faith ${i}`))).reduce((sum, n) => sum + n, 0);
    expect([count('institutionalist'), count('dove')]).toEqual([0, 0]);
    expect(count('opportunist')).toBeGreaterThan(0);
  });

  it('an opportunist accuses of the guilty the one who stands highest, in whatever seat', () => {
    const accusations = accusationsOf('opportunist');
    for (const { state, accused, guilty } of accusations)
      expect(state.powers[accused].influence).toBe(Math.max(...guilty.map((other) => state.powers[other].influence)));
    expect(accusations.length).toBeGreaterThan(20);
  });

  it.each(['hawk', 'institutionalist'] as const)(
    'of two who are guilty any %s accuses either, and not the first in the order of seats',
    (bot) => {
      const torn = accusationsOf(bot).filter(({ guilty }) => guilty.length === 2);
      const first = torn.filter(({ accused, guilty }) => accused === guilty[0]).length;
      expect(torn.length).toBeGreaterThan(8);
      expect(first).toBeGreaterThan(0);
      expect(first).toBeLessThan(torn.length);
    },
  );

  it('Russia and China climb beyond where they began when both are for it, and hawks who distrust the United States never climb with it', () => {
    const climbers = [1, 2, 3, 4, 5, 6].map((i) => stateOf(play(FULL, ['hawk', 'opportunist', 'opportunist'], `ladder ${i}`)));
    const start = FULL.scenario.ladders['ru-cn'];
    expect(climbers.some((state) => state.ladders['ru-cn'].rung > start)).toBe(true);
    for (const state of climbers) expect(state.ladders['us-ru'].rung).toBe(FULL.scenario.ladders['us-ru']);
  });
});

describe('nuclear use', () => {
  const GAMES_EACH = 100;
  const share = (bot: BotName) => {
    const endings = Array.from({ length: GAMES_EACH }, (_, i) => stateOf(play(FULL, all(bot), `war ${i}`)).world.ending);
    return wilson(endings.filter((ending) => ending !== 'time').length, GAMES_EACH);
  };

  it('is not shown to end 1 in 100 games of three doves, and is shown to end more than 35 in 100 of three hawks (RULES 11)', () => {
    expect(share('dove').low).toBeLessThan(0.01);
    expect(share('hawk').low).toBeGreaterThan(0.35);
  }, 120_000);
});

describe('the reasons of bots', () => {
  it('are found again from the game alone: for every seat and turn those of the bot that sat there', () => {
    for (const [i, game] of GAMES.entries()) {
      if (i % 4 > 1) continue;
      const mix = mixOf(Math.floor(i / 2));
      const turns = game.played.filter(({ step }) => step.type === 'turn').length;
      const thoughts = thoughtsOf(game);
      expect(thoughts.length).toBe(3 * turns);
      // Two bots may hand in the same sheet; whoever speaks is known by his words.
      for (const { power, bot, words } of thoughts) if (words) expect(bot).toBe(mix[POWERS.indexOf(power)]);
    }
  });

  it('are nobody’s where a person sat', () => {
    const start = newGame(QUICK, { seed: 'person', luck: 0, theory: 'contested' });
    const sheets = botSheets(start, [['ru', 'hawk']], []);
    const own: Sheet = { ...EMPTY_SHEET, orders: [{ kind: 'press', third: 'nk' }] };
    const game = advance(start, { type: 'turn', sheets: { ...sheets, us: own, cn: EMPTY_SHEET } });
    expect(thoughtsOf(game).map(({ power, bot }) => [power, bot])).toEqual([['ru', 'hawk']]);
    expect(occasionOf(start, 'ru', []).view.seat).toBe('ru');
  });
});

/** Whom a personality held responsible in the games above, who else could have been, and what it saw then. */
function accusationsOf(bot: Personality) {
  return GAMES.flatMap((game, i) =>
    POWERS.filter((_, seat) => mixOf(Math.floor(i / 2))[seat] === bot).flatMap((power) =>
      game.played.flatMap(({ step }, n) => {
        const said = step.type === 'turn' && step.sheets[power]?.statements.find(({ kind }) => kind === 'hold-responsible');
        if (!said) return [];
        const { state } = viewOf({ ...game, played: game.played.slice(0, n) }, power);
        const subjects = [...game.board.scenario.thirds, ...game.board.scenario.batteries];
        const guilty = othersOf(power).filter((other) =>
          subjects.some(({ id }) => guiltOf(game.board, state, other, id) !== 'innocent'),
        );
        return [{ state, accused: said.target as Power, guilty }];
      }),
    ),
  );
}
