import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assuranceOf } from '../../shared/belief/deterrence.ts';
import { type Board, makeBoard } from '../../shared/capability/board.ts';
import { outbreakOf } from '../../shared/crisis/outbreak.ts';
import { type Agreed, type Choices, type Game, stateOf } from '../../shared/game/game.ts';
import { secretMeasured } from '../../shared/game/measures.ts';
import { optionsFor } from '../../shared/game/options.ts';
import { scoreOf } from '../../shared/game/score.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { veil } from '../../shared/game/veil.ts';
import { EMPTY_SHEET, type Sheet } from '../../shared/orders/sheet.ts';
import { DYADS, dyadOf, JOINT_KINDS, LANGUAGES, PAIRS, POWERS, type Power } from '../../shared/scenario/names.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import type { State } from '../../shared/state/state.ts';
import { boardOf } from './play.ts';
import { diceOf, randomChoices, randomSheets } from './random-sheets.ts';
import { crisisInOrder, differences, RENAMINGS, type Renaming, renamed } from './renamed.ts';

/**
 * Draws are addressed by seat, so that under other names other numbers come. Here no number can matter: kill vehicles always
 * hit, spies are always or never caught, no secret aim was drawn. Then what is left to differ is the rules.
 */
function decided(game: Game): Game {
  const { start } = game;
  const systems = Object.fromEntries(
    Object.entries(start.systems).map(([id, system]) => [id, { ...system, trueKill: 1, trueDecoy: 0, trueTrack: 1 }]),
  );
  const without = (power: Power) => ({ ...start.powers[power], secretAim: '' });
  return { ...game, start: { ...start, systems, powers: { us: without('us'), ru: without('ru'), cn: without('cn') } } };
}

const full = boardOf('best-offense-2016');
/** No crisis interrupts a turn: which of three pairs one number picks depends on the order in which they are named. */
const calm = (caught: 0 | 1): Board => withSpies(boardWith({ perGame: 0 }), caught);
/** No accident takes a round away. */
const safe: Board = boardWith({ hazard: 0 });

function boardWith(crisis: Partial<Scenario['parameters']['crisis']>): Board {
  const { parameters } = full.scenario;
  return { ...full, scenario: { ...full.scenario, parameters: { ...parameters, crisis: { ...parameters.crisis, ...crisis } } } };
}

/** Chance decides nothing about spies: none is caught, or all are. */
function withSpies(board: Board, caught: 0 | 1): Board {
  const { parameters } = board.scenario;
  const orders = {
    ...parameters.orders,
    intelligence: { ...parameters.orders.intelligence, caught },
    exploit: { ...parameters.orders.exploit, caughtBase: caught, caughtPerRung: 0 },
  };
  return { ...board, scenario: { ...board.scenario, parameters: { ...parameters, orders } } };
}

const fresh = (board: Board, seed: string): Game => decided(newGame(board, { seed, luck: 0, theory: 'contested' }));
const named = (renaming: Renaming): string => POWERS.map((power) => `${power} as ${renaming[power]}`).join(', ');
const linesOf = (game: Game, by: Renaming | null): readonly string[] =>
  (game.played.at(-1)?.effects ?? [])
    .map(({ rule, subject, variable }) => `${rule} ${by ? renamed(subject, by) : subject} ${variable}`)
    .filter((line) => !line.includes(' crisis '))
    .sort();

function expectSame(here: Game, there: Game, by: Renaming): void {
  expect(differences(crisisInOrder(renamed(stateOf(here), by)), crisisInOrder(stateOf(there))), named(by)).toEqual([]);
  expect(linesOf(there, null), named(by)).toEqual(linesOf(here, by));
  for (const power of POWERS)
    expect(differences(renamed(scoreOf(here, power), by), scoreOf(there, by[power])), `${named(by)}: score`).toEqual([]);
}

describe('the powers under one another’s names', () => {
  it('have the same geometry: a board made from the renamed scenario is the renamed board', () => {
    for (const by of RENAMINGS.slice(0, 2)) {
      const there = makeBoard(renamed(full.scenario, by));
      const table = ({ coverage: { shares, shared, seen } }: Board) => ({ shares, shared, seen });
      expect(differences(renamed(table(full), by), table(there))).toEqual([]);
    }
  });

  it('begin the same, and are frightened the same', () => {
    for (const by of RENAMINGS) expectSame(fresh(calm(0), 'start'), fresh(renamed(calm(0), by), 'start'), by);
  });

  it('have the same secret aims', () => {
    const { start } = fresh(full, 'aims');
    for (const by of RENAMINGS)
      for (const power of POWERS)
        for (const { id } of full.scenario.powers[power].secretAims) {
          const here = secretMeasured({ board: full, state: start, power }, id);
          const mirror = { board: renamed(full, by), state: renamed(start, by), power: by[power] };
          expect(secretMeasured(mirror, renamed(id, by)), `${power}: ${id}`).toBeCloseTo(here, 12);
        }
  });

  it('play the same turns: whatever sheets under other names come to the same under those names', () => {
    for (const [i, by] of RENAMINGS.entries()) {
      for (let n = 0; n < 4; n++) {
        const dice = diceOf(`fair ${i} ${n}`);
        const board = calm(n % 2 === 0 ? 0 : 1);
        let here = fresh(board, `fair ${i} ${n}`);
        let there = fresh(renamed(board, by), `fair ${i} ${n}`);
        while (stateOf(here).world.phase !== 'ended') {
          const sheets = randomSheets(here, dice);
          const agreed: Agreed = DYADS.flatMap(([, a, b]) => JOINT_KINDS.map((kind) => [a, b, kind] as const)).filter(
            () => dice(2) === 0,
          );
          here = advance(here, { type: 'turn', sheets, agreed });
          there = advance(there, { type: 'turn', sheets: renamed(sheets, by), agreed: renamed(agreed, by) });
          expectSame(here, there, by);
        }
      }
    }
  }, 60_000);

  it('sign, inspect, leave and break the same treaties, of two and of three', () => {
    for (const by of RENAMINGS)
      for (const parties of [POWERS, ...DYADS.map(([, a, b]) => [a, b] as const)])
        for (const breaks of [true, false]) {
          const seed = `treaty ${parties.join()}`;
          const here = treatyGame(friends(fresh(calm(0), seed)), { parties, breaks, ender: parties[0]! });
          const there = treatyGame(friends(fresh(renamed(calm(0), by), seed)), {
            parties: parties.map((power) => by[power]),
            breaks,
            ender: by[parties[0]!],
          });
          expect(Object.values(stateOf(here).treaties).map(({ status }) => status)).toEqual([breaks ? 'broken' : 'ended']);
          expect(Object.values(stateOf(here).works).some(({ seenBy }) => seenBy !== undefined)).toBe(true);
          expect(differences(renamed(withoutLists(stateOf(here)), by), withoutLists(stateOf(there))), named(by)).toEqual([]);
        }
  });

  it('live through the same crises: whatever choices of whichever pair come to the same', () => {
    for (const [i, by] of RENAMINGS.entries()) {
      for (const [, first, second] of DYADS) {
        const dice = diceOf(`crisis ${i} ${first}`);
        const opening = inCrisis(fresh(safe, 'crisis'), first, second);
        const mirror = { ...fresh(renamed(safe, by), 'crisis'), start: crisisInOrder(renamed(opening.start, by)) };
        for (let n = 0; n < 20; n++) {
          const choices = withoutTwoStrikes(randomChoices(dice), first);
          const here = advance(opening, { type: 'round', choices });
          const there = advance(mirror, { type: 'round', choices: renamed(choices, by) });
          expectSame(here, there, by);
        }
      }
    }
  });

  it('have false alarms as often, also when two of them have one in the same turn', () => {
    const alarmed = boardWith({ perGame: 1, hazard: 1000, midpoint: 1000 });
    const counts: Record<string, number> = {};
    for (let i = 0; i < 60; i++) {
      const game = fresh(alarmed, `false alarm ${i}`);
      const ready = (power: Power) => ({ ...game.start.powers[power], launchUnderAttack: true });
      const powers = { us: ready('us'), ru: ready('ru'), cn: ready('cn') };
      const after = advance({ ...game, start: { ...game.start, powers } }, { type: 'turn', sheets: {} });
      const whose = after.played[0]?.effects.find(({ because }) => because.key === 'why.crisis.false-alarm')?.because.args[
        'power'
      ];
      counts[String(whose)] = (counts[String(whose)] ?? 0) + 1;
    }
    // One in three each, give or take four standard deviations: 20 +- 14.6.
    for (const power of POWERS) expect(counts[power] ?? 0, power).toBeGreaterThan(5);
  });

  it('fall into crises as often, and each pair as often: over evenly spread numbers the shares are the same', () => {
    const { start } = fresh(full, 'outbreak');
    const state: State = {
      ...start,
      world: { ...start.world, tension: 75 },
      pairs: { ...start.pairs, 'ru>cn': { trust: 60, provocation: 2 }, 'us>cn': { trust: 20, provocation: 1 } },
    };
    for (const by of RENAMINGS) {
      const mirror = renamed(full, by);
      const [here, there] = [sharesOf(full, state), sharesOf(mirror, renamed(state, by))];
      expect(there.chance).toBeCloseTo(here.chance, 9);
      for (const [id] of DYADS)
        expect(Math.abs((there.shares[renamed(id, by)] ?? 0) - (here.shares[id] ?? 0))).toBeLessThan(0.005);
    }
  });
});

/** All trust all, so that any treaty can be signed. */
function friends(game: Game): Game {
  const pairs = Object.fromEntries(Object.keys(game.start.pairs).map((id) => [id, { trust: 90, provocation: 0 }]));
  return { ...game, start: { ...game.start, pairs } };
}

interface TreatyGame {
  readonly parties: readonly Power[];
  readonly ender: Power;
  readonly breaks: boolean;
}

/** A treaty that is signed, works that are begun under it, and its end. */
function treatyGame(game: Game, { parties, ender, breaks }: TreatyGame): Game {
  const clauses = [{ type: 'inspection' as const }, { type: 'notification' as const }, { type: 'data-exchange' as const }];
  const partnersOf = (power: Power) => parties.filter((other) => other !== power);
  const sheets = (of: (power: Power) => Partial<Sheet>, powers: readonly Power[] = POWERS) =>
    Object.fromEntries(powers.map((power) => [power, { ...EMPTY_SHEET, ...of(power) }]));
  const agreed: Agreed = DYADS.filter(([, a, b]) => parties.includes(a) && parties.includes(b)).map(([, a, b]) => [
    a,
    b,
    'treaty',
  ]);
  const sign = sheets((power) => ({ orders: [{ kind: 'treaty', partners: partnersOf(power), clauses }] }), parties);
  const signed = advance(game, { type: 'turn', sheets: sign, agreed });
  const [id = ''] = Object.keys(stateOf(signed).treaties);
  const worked = advance(signed, { type: 'turn', sheets: sheets(() => ({ orders: [{ kind: 'mirv' }] })) });
  const end: Partial<Sheet> = breaks ? { abandon: [id] } : { orders: [{ kind: 'leave-treaty', treaty: id }] };
  const ended = advance(worked, { type: 'turn', sheets: sheets((power) => (power === ender ? end : {})) });
  return advance(ended, { type: 'turn', sheets: {} });
}

/** Lists of powers stand in the order of the powers, and a treaty is called after the first: under other names in another. */
function withoutLists(state: State): unknown {
  const works = Object.entries(state.works).map(([id, work]) => [
    id,
    { ...work, seenBy: Object.fromEntries((work.seenBy ?? []).map((power) => [power, true])) },
  ]);
  const { treaties: _treaties, deeds: _deeds, ...rest } = crisisInOrder(state);
  return { ...rest, works: Object.fromEntries(works) };
}

function inCrisis(game: Game, first: Power, second: Power): Game {
  const { start } = game;
  const world = { ...start.world, phase: 'crisis', tension: 96, crises: 1 } as const;
  const crisis = { ...start.crisis, status: 'running', round: 2, first, second, escalatedFirst: 2, escalatedSecond: 3 } as const;
  return { ...game, start: { ...start, world, crisis } };
}

/** When both strike at once a draw says who came first, and the draw knows no names. */
const withoutTwoStrikes = (choices: Choices, first: Power): Choices =>
  Object.values(choices).filter((choice) => choice === 'strike').length > 1 ? { ...choices, [first]: 'hold' } : choices;

function sharesOf(board: Board, state: State): { readonly chance: number; readonly shares: Readonly<Record<string, number>> } {
  const shares: Record<string, number> = {};
  let chance = 0;
  for (let i = 0; i < 1000; i++) {
    const outbreak = outbreakOf(board, { state, known: veil(board, state, 'public') }, 'contested', (i + 0.5) / 1000);
    chance = outbreak.chance;
    const id = dyadOf(outbreak.first, outbreak.second);
    shares[id] = (shares[id] ?? 0) + 1 / 1000;
  }
  return { chance, shares };
}

describe('every power', () => {
  it('may build defences, take them away and arm, by the same orders', () => {
    const { start } = fresh(full, 'orders');
    for (const power of POWERS) {
      const kinds = new Set(optionsFor(full, start, power).map(({ order }) => order.kind));
      for (const kind of ['build', 'penaids', 'mirv', 'glide', 'counter-sensor', 'dispersal', 'patrol', 'flight-test', 'posture'])
        expect(kinds.has(kind as never) || (power === 'us' && kind === 'dispersal'), `${power}: ${kind}`).toBe(true);
    }
  });

  it('is alarmed by each other’s defences by the same formula: more interceptors on its paths, more of them reckoned with and less assured', () => {
    const { start } = fresh(full, 'alarm');
    for (const [afraid, feared] of PAIRS) {
      const battery = Object.keys(full.coverage.shares).find(
        (id) => full.plans[id]?.owner === feared && (full.coverage.shares[id]?.[`${afraid}>${feared}`] ?? 0) > 0,
      );
      expect(battery, `${feared} could stand in the way of ${afraid}`).toBeDefined();
      const [none, many] = [0, 400].map((inventory) => assured(start, { afraid, feared, battery: battery!, inventory }));
      expect(many!.interceptors).toBeGreaterThan(none!.interceptors);
      expect(many!.arriving).toBeLessThan(none!.arriving);
      expect(many!.fear).toBeGreaterThanOrEqual(none!.fear);
    }
  });

  it('is named by no formula: the rooms of capability, belief, politics and crisis know powers by what the scenario says of them', () => {
    const files = [
      'belief/deterrence',
      'belief/defences',
      'belief/threshold',
      'belief/evidence',
      'belief/arsenal',
      'crisis/alarm',
      'crisis/tension',
      'politics/fear',
      'politics/statement',
      'politics/commitment',
      'politics/host',
      'politics/treaty',
    ];
    for (const file of files) {
      const code = readFileSync(new URL(`../../shared/${file}.ts`, import.meta.url), 'utf8').replace(
        /\/\*[\s\S]*?\*\/|\/\/.*/g,
        '',
      );
      expect(code.match(/['"`](us|ru|cn)['"`]/), file).toBeNull();
    }
  });
});

function assured(
  start: State,
  { afraid, feared, battery, inventory }: { afraid: Power; feared: Power; battery: string; inventory: number },
) {
  const plan = full.plans[battery]!;
  const there = {
    owner: feared,
    site: plan.site,
    interceptor: plan.interceptor,
    inventory,
    status: 'active',
    suspendedBy: '',
    since: 0,
  } as const;
  const state: State = { ...start, batteries: { ...start.batteries, [battery]: there } };
  return assuranceOf(full, state, afraid, { feared, restraints: { caps: {}, worstCase: 0, denied: {} } });
}

describe('the two schools', () => {
  for (const language of LANGUAGES)
    it(`are quoted at equal length in ${language}, within a tenth`, () => {
      const texts = JSON.parse(readFileSync(new URL(`../../assets/text/${language}.json`, import.meta.url), 'utf8'));
      const lengths = ['destabilise', 'stabilise'].map((school) => String(texts[`school.${school}.says`]).length);
      expect(Math.max(...lengths) / Math.min(...lengths)).toBeLessThanOrEqual(1.1);
      expect(Math.min(...lengths)).toBeGreaterThan(language === 'zh' ? 20 : 80);
    });
});
