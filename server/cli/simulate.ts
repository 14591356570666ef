/**
 * `threshold simulate`: many games of bots on all cores, and what they come to: who wins, how often and why it ends in
 * nuclear use, what is ordered. The same options give the same figures, however many cores there are.
 */
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { must } from '../../shared/assert.ts';
import type { BotSeats } from '../../shared/bots/moves.ts';
import type { Tale } from '../../shared/game/tale.ts';
import { BOT_NAMES, ORDER_KINDS, PERSONALITIES, POWERS, type Power, THEORIES, type Theory } from '../../shared/scenario/names.ts';
import { readShelf, SCENARIO_FOLDER } from '../match/scenarios.ts';
import { StartFault } from '../start-fault.ts';
import { findingsOf } from './simulate-findings.ts';
import type { Batch, Play, Told } from './simulate-games.ts';
import { linesOf, wordLines } from './simulate-table.ts';
import { type Hushed, type Instead, type Pair, wordsOf } from './simulate-words.ts';

export const SIMULATE_USAGE = `threshold simulate --scenario ID --games N [--seed S] [--seats us=institutionalist,ru=hawk,cn=opportunist|mixed] [--theory contested] [--json]
  [--silent SEAT] [--random-words SEAT] [--unbound SEAT] [--breaking SEAT] [--without KIND:SEAT]  each game once more from the
  same seed: the seat's words left out, random words in their place, its promises and red lines left out, each of them given
  up at once, its orders of a kind left out; SEAT is us, ru, cn or each (in turn)`;

export interface Simulation extends Omit<Batch, 'games'> {
  /** Who sits where, game after game from the first again. */
  readonly seatings: readonly BotSeats[];
  readonly seed: string;
  readonly games: number;
  readonly json: boolean;
  /** What is left out of whose play when each game is played again. */
  readonly again: readonly (Omit<Hushed, 'power'> & { readonly whose: Whose })[];
}

/** A seat, or each in turn: the next one after every seating has been played. */
type Whose = Power | 'each';
const WHOSE: readonly Whose[] = [...POWERS, 'each'];

const MOST_GAMES = 100_000;
/** About how often it says how far it is. */
const PROGRESS_LINES = 20;
const DEFAULT_SEATS = 'us=institutionalist,ru=hawk,cn=opportunist';

/** Every seating of three different bots, in turn: no seat is judged by the bot that happens to sit in it. */
const MIXED = 'mixed';
const SEATINGS: readonly BotSeats[] = PERSONALITIES.flatMap((us) =>
  PERSONALITIES.filter((ru) => ru !== us).flatMap((ru) =>
    PERSONALITIES.filter((cn) => cn !== us && cn !== ru).map(
      (cn): BotSeats => [
        ['us', us],
        ['ru', ru],
        ['cn', cn],
      ],
    ),
  ),
);

export async function simulate(args: readonly string[], say: (progress: string) => void): Promise<string> {
  const wanted = read(args);
  const told = await playAll(wanted, say);
  const { scenario, theory, seed, games, seatings } = wanted;
  const findings = findingsOf(told.map(({ tale }) => tale));
  const words = wordsOf(told.flatMap(({ pairs }) => pairs));
  const head = `${games} games of ${scenario}, ${theory}, seed ${seed}: ${seatingsText(seatings)}`;
  if (!wanted.json) return [head, ...linesOf(findings), ...wordLines(words)].join('\n');
  const [first = []] = seatings;
  const seats = seatings.length > 1 ? MIXED : Object.fromEntries(first);
  return JSON.stringify({ scenario, theory, seed, games, seats, ...findings, ...(wanted.again.length > 0 ? { words } : {}) });
}

/** In the order of their seeds, so that sums do not depend on which core was faster. */
async function playAll(wanted: Simulation, say: (progress: string) => void): Promise<readonly Game[]> {
  const { scenario, theory, games } = wanted;
  const all = Array.from({ length: games }, (_, i) => playOf(wanted, i));
  const workers = Math.min(games, availableParallelism());
  const tales = new Map<string, Told>();
  const note = (told: Told): void => {
    tales.set(told.seed, told);
    if (tales.size % Math.ceil(games / PROGRESS_LINES) === 0 || tales.size === games) say(`${tales.size} of ${games} games`);
  };
  await Promise.all(
    Array.from({ length: workers }, (_, w) =>
      inWorker({ scenario, theory, games: all.filter((_one, i) => i % workers === w) }, note),
    ),
  );
  return all.flatMap(({ seed, seats, again }) => {
    const told = tales.get(seed);
    if (!told) return [];
    const { tale } = told;
    return [{ tale, pairs: told.again.map((hushed, i) => ({ ...must(again[i], 'a told game'), seats, spoken: tale, hushed })) }];
  });
}

interface Game {
  readonly tale: Tale;
  readonly pairs: readonly Pair[];
}

function playOf({ seatings, seed, again }: Simulation, i: number): Play {
  const turn = POWERS[Math.floor(i / seatings.length) % POWERS.length] ?? 'us';
  return {
    seed: `${seed}-${i}`,
    seats: seatings[i % seatings.length] ?? [],
    again: again.map(({ whose, ...rest }) => ({ ...rest, power: whose === 'each' ? turn : whose })),
  };
}

/** Beside this file, with its ending: TypeScript on a clone, JavaScript in a package. */
const WORKER = `./simulate-games${extname(import.meta.filename)}`;

function inWorker(batch: Batch, note: (told: Told) => void): Promise<void> {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL(WORKER, import.meta.url), { workerData: batch });
    worker.on('message', note);
    worker.on('error', fail);
    worker.on('exit', (code) => (code === 0 ? done() : fail(new Error(`a worker ended with ${code}`))));
  });
}

function read(args: readonly string[]): Simulation {
  const values = parsed(args);
  const scenario = values.scenario ?? '';
  const known = [...readShelf(SCENARIO_FOLDER).values()].map((one) => one.scenario);
  const found = known.find(({ id }) => id === scenario);
  if (!found)
    throw new StartFault(
      `--scenario must be one of ${known.map(({ id }) => id).join(', ')}, not "${scenario}".\n${SIMULATE_USAGE}`,
    );
  const games = Number(values.games ?? '');
  if (!Number.isInteger(games) || games < 1 || games > MOST_GAMES)
    throw new StartFault(`--games must be a whole number from 1 to ${MOST_GAMES}, not "${values.games ?? ''}".`);
  const theory: Theory | undefined = THEORIES.find((one) => one === (values.theory ?? found.theory));
  if (!theory) throw new StartFault(`--theory must be one of ${THEORIES.join(', ')}, not "${values.theory}".`);
  return {
    scenario,
    games,
    theory,
    seed: values.seed ?? '1',
    seatings: values.seats === MIXED ? SEATINGS : [readSeats(values.seats ?? DEFAULT_SEATS)],
    json: values.json ?? false,
    again: [
      ...hushedBy('silent', 'silent', values.silent),
      ...hushedBy('random', 'random-words', values['random-words']),
      ...hushedBy('unbound', 'unbound', values.unbound),
      ...hushedBy('breaking', 'breaking', values.breaking),
      ...leftOut(values.without),
    ],
  };
}

function hushedBy(instead: Instead, option: string, seat: string | undefined): Simulation['again'] {
  if (seat === undefined) return [];
  const whose = WHOSE.find((one) => one === seat);
  if (!whose) throw new StartFault(`--${option} must be one of ${WHOSE.join(', ')}, not "${seat}".`);
  return [{ instead, whose }];
}

function leftOut(text: string | undefined): Simulation['again'] {
  if (text === undefined) return [];
  const [name = '', seat = ''] = text.split(':');
  const kind = ORDER_KINDS.find((one) => one === name);
  if (!kind) throw new StartFault(`--without must name a kind of order and a seat, as in exploit:each, not "${text}".`);
  return hushedBy('without', 'without KIND:SEAT', seat).map((one) => ({ ...one, kind }));
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const hushed = { silent: text, 'random-words': text, unbound: text, breaking: text, without: text };
  const options = { scenario: text, games: text, seed: text, seats: text, theory: text, ...hushed, json: flag } as const;
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw new StartFault(`${error instanceof Error ? error.message.split('. ')[0] : String(error)}.\n${SIMULATE_USAGE}`);
  }
}

function readSeats(text: string): BotSeats {
  const given = new Map(text.split(',').map((part) => part.split('=') as [string, string | undefined]));
  return POWERS.map((power) => {
    const bot = BOT_NAMES.find((name) => name === given.get(power));
    if (!bot || given.size !== POWERS.length)
      throw new StartFault(
        `--seats must name a bot (${BOT_NAMES.join(', ')}) for each of ${POWERS.join(', ')}, as in ${DEFAULT_SEATS}, or be ${MIXED}.`,
      );
    return [power, bot] as const;
  });
}

const seatingsText = (seatings: readonly BotSeats[]): string =>
  seatings.length > 1
    ? `${seatings.length} seatings of different bots in turn`
    : seatings
        .flat()
        .map(([power, bot]) => `${power} ${bot}`)
        .join(', ');
