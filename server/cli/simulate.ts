/**
 * `threshold simulate`: many games of bots on all cores, and what they come to: who wins, how often and why it ends in
 * nuclear use, what is ordered. The same options give the same figures, however many cores there are.
 */
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { BotSeats } from '../../shared/bots/moves.ts';
import type { Tale } from '../../shared/game/tale.ts';
import { BOT_NAMES, POWERS, THEORIES, type Theory } from '../../shared/scenario/names.ts';
import { readShelf, SCENARIO_FOLDER } from '../match/scenarios.ts';
import { StartFault } from '../start-fault.ts';
import { type Findings, findingsOf } from './simulate-findings.ts';
import type { Batch, Told } from './simulate-games.ts';

export const SIMULATE_USAGE =
  'threshold simulate --scenario ID --games N [--seed S] [--seats us=institutionalist,ru=hawk,cn=opportunist|mixed] [--theory contested] [--json]';

export interface Simulation extends Omit<Batch, 'games'> {
  /** Who sits where, game after game from the first again. */
  readonly seatings: readonly BotSeats[];
  readonly seed: string;
  readonly games: number;
  readonly json: boolean;
}

const MOST_GAMES = 100_000;
/** About how often it says how far it is. */
const PROGRESS_LINES = 20;
const DEFAULT_SEATS = 'us=institutionalist,ru=hawk,cn=opportunist';

/** Every seating of three different bots, in turn: no seat is judged by the bot that happens to sit in it. */
const MIXED = 'mixed';
const SEATINGS: readonly BotSeats[] = BOT_NAMES.flatMap((us) =>
  BOT_NAMES.filter((ru) => ru !== us).flatMap((ru) =>
    BOT_NAMES.filter((cn) => cn !== us && cn !== ru).map(
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
  const tales = await playAll(wanted, say);
  const { scenario, theory, seed, games, seatings } = wanted;
  const findings = findingsOf(tales);
  if (!wanted.json) return tableOf(findings, `${games} games of ${scenario}, ${theory}, seed ${seed}: ${seatingsText(seatings)}`);
  const [first = []] = seatings;
  const seats = seatings.length > 1 ? MIXED : Object.fromEntries(first);
  return JSON.stringify({ scenario, theory, seed, games, seats, ...findings });
}

/** In the order of their seeds, so that sums do not depend on which core was faster. */
async function playAll(wanted: Simulation, say: (progress: string) => void): Promise<readonly Tale[]> {
  const { scenario, theory, seatings, seed, games } = wanted;
  const all = Array.from({ length: games }, (_, i) => ({ seed: `${seed}-${i}`, seats: seatings[i % seatings.length] ?? [] }));
  const workers = Math.min(games, availableParallelism());
  const tales = new Map<string, Tale>();
  const note = ({ seed: played, tale }: Told): void => {
    tales.set(played, tale);
    if (tales.size % Math.ceil(games / PROGRESS_LINES) === 0 || tales.size === games) say(`${tales.size} of ${games} games`);
  };
  await Promise.all(
    Array.from({ length: workers }, (_, w) =>
      inWorker({ scenario, theory, games: all.filter((_one, i) => i % workers === w) }, note),
    ),
  );
  return all.flatMap((game) => tales.get(game.seed) ?? []);
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
  };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = { scenario: text, games: text, seed: text, seats: text, theory: text, json: { type: 'boolean' } } as const;
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

function tableOf(findings: Findings, head: string): string {
  const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
  const share = ({ estimate, low, high }: Findings['nuclearUse']): string =>
    `${percent(estimate)} (${percent(low)} to ${percent(high)})`;
  const score = ({ estimate, low, high }: Findings['nuclearUse']): string =>
    `${estimate.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
  const points = ({ estimate, low, high }: Findings['common']): string =>
    `${estimate.toFixed(1)} (${low.toFixed(1)} to ${high.toFixed(1)})`;
  const rungs = (of: Findings['rungs']): string =>
    Object.entries(of)
      .map(([rung, part]) => `${rung}: ${percent(part)}`)
      .join(', ');
  const lines = [
    head,
    `nuclear use        ${share(findings.nuclearUse)}, by strike ${percent(findings.byStrike)}, by accident ${percent(findings.byAccident)}`,
    ...POWERS.map(
      (power) =>
        `${power} wins            ${share(findings.wins[power])} of decided games; score ${score(findings.scores[power])} in peace`,
    ),
    `common score       ${points(findings.common)} of 100`,
    `crises a game      ${findings.crises.toFixed(2)}; length ${findings.turns.toFixed(1)} turns; tension ${findings.tension.toFixed(0)}; smallest margin ${findings.smallestMargin.toFixed(2)}`,
    `Russia-China rung  highest ${rungs(findings.rungsReached)}; at the end ${rungs(findings.rungs)}`,
    ...POWERS.map(
      (power) =>
        `${power} orders          ${Object.entries(findings.orders[power])
          .sort(([, a], [, b]) => b - a)
          .map(([kind, part]) => `${kind} ${percent(part)}`)
          .join(', ')}`,
    ),
  ];
  return lines.join('\n');
}
