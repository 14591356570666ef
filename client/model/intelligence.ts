/** What a seat can know of another's forces, and how: what stands, what was seen, what tests have shown and to whom. */
import { type Reading, readingOf, singleWarheadKill } from '../../shared/belief/evidence.ts';
import { windowsNow } from '../../shared/belief/warning.ts';
import type { Board } from '../../shared/capability/board.ts';
import type { Option } from '../../shared/game/options.ts';
import { hostOfBattery } from '../../shared/politics/host.ts';
import { raidOfThird } from '../../shared/politics/third-state.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { Sensor } from '../../shared/scenario/schema.ts';
import { sorted, workIsSeen } from '../../shared/state/read.ts';
import type { State, Work } from '../../shared/state/state.ts';
import { isPower } from '../i18n/names.ts';
import { type Standing, standingOf } from './standing.ts';

/** How others know: it stands in the open; it was announced, or a host debates it; inspectors or satellites have seen it; not at all. */
export type Knowledge = 'open' | 'announced' | 'inspected' | 'seen' | 'unseen';

export interface KnownBattery {
  readonly standing: Standing;
  readonly knowledge: Knowledge;
  /** Chances to shoot, see and shoot again on its best corridor. */
  readonly looks: number;
}

/** Batteries of a power that stand or grow, as far as the state of the viewer tells. */
export function knownBatteries(board: Board, state: State, owner: Power): readonly KnownBattery[] {
  return board.scenario.batteries
    .filter((plan) => plan.owner === owner)
    .map((plan) => standingOf(board, state, plan.id))
    .filter((standing) => standing.status !== 'possible')
    .map((standing) => ({
      standing,
      knowledge: knowledgeOf(board, state, standing),
      looks: looksOf(board, state, standing.battery),
    }));
}

const looksOf = (board: Board, state: State, battery: string): number =>
  Math.max(0, ...windowsNow(board, state, battery).map((window) => window.looks));

function knowledgeOf(board: Board, state: State, { battery, coming }: Standing): Knowledge {
  if (coming === 0) return 'open';
  const works = Object.values(state.works).filter((work) => work.battery === battery);
  const isTold = hostOfBattery(board, battery) !== undefined || works.every((work) => work.start === 0);
  if (isTold) return 'announced';
  if (works.some((work) => work.seenBy !== undefined)) return 'inspected';
  return works.some((work) => workIsSeen(work, false, state.world.turn)) ? 'seen' : 'unseen';
}

/** Programmes of a power that are not finished, with their ids: its own to itself, a rival's where inspectors found them. */
export const programmesUnderWay = (state: State, owner: Power): readonly (readonly [string, Work])[] =>
  sorted(state.works).filter(([, work]) => work.owner === owner && work.what !== 'battery');

export type Unknown = keyof Reading;
/** Each unknown as rivals' planners fear it, as the public mean has it, as its owner hopes. */
export type Readings = Readonly<Record<'rival' | 'public' | 'owner', number>>;

export interface SystemEvidence {
  readonly interceptor: string;
  /** Public tests at the kill vehicle: before the game, and in it. */
  readonly before: { readonly hits: number; readonly trials: number };
  readonly since: { readonly hits: number; readonly trials: number };
  readonly readings: Readonly<Record<Unknown, Readings>>;
  /** One shot at one warhead without decoys, all told. */
  readonly oneShot: Readings;
}

export const UNKNOWNS: readonly Unknown[] = ['kill', 'tracking', 'decoysTaken'];

/** The systems that a power has or could have here, each with its evidence and what is made of it. */
export function systemsOf(board: Board, state: State, owner: Power): readonly SystemEvidence[] {
  const ids = new Set(board.scenario.batteries.filter((plan) => plan.owner === owner).map((plan) => plan.interceptor));
  return board.scenario.interceptors.filter(({ id }) => ids.has(id)).map(({ id }) => evidenceOf(board, state, id));
}

export function evidenceOf(board: Board, state: State, interceptor: string): SystemEvidence {
  const before = board.interceptors[interceptor]?.record ?? { hits: 0, trials: 0 };
  const of = (stance: keyof Readings): Reading => readingOf(board, state, interceptor, stance);
  const [rival, mean, owner] = [of('rival'), of('public'), of('owner')];
  const each = (read: (reading: Reading) => number): Readings => ({ rival: read(rival), public: read(mean), owner: read(owner) });
  return {
    interceptor,
    before,
    since: testsSince(board, state, interceptor, before),
    readings: {
      kill: each((reading) => reading.kill),
      tracking: each((reading) => reading.tracking),
      decoysTaken: each((reading) => reading.decoysTaken),
    },
    oneShot: each(singleWarheadKill),
  };
}

/** Tests in the game, each of which counts as several observations: taken back from the counts of the evidence. */
function testsSince(board: Board, state: State, interceptor: string, before: SystemEvidence['before']): SystemEvidence['since'] {
  const system = state.systems[interceptor];
  if (!system) return { hits: 0, trials: 0 };
  const { testWeight } = board.scenario.parameters.belief;
  const hits = (system.killA - 1 - before.hits) / testWeight;
  const misses = (system.killB - 1 - (before.trials - before.hits)) / testWeight;
  return { hits: Math.round(hits), trials: Math.round(hits + misses) };
}

/** Radars whose range the owner and his rivals put differently, of those that stand. */
export function contestedRadars(board: Board, state: State, owner: Power): readonly Sensor[] {
  return board.scenario.sensors.filter(
    (sensor) =>
      sensor.owner === owner &&
      sensor.rangeKm.length > 1 &&
      (sensor.withBattery === undefined || state.batteries[sensor.withBattery]?.status === 'active'),
  );
}

/** Orders that would add to the evidence on a power's systems. */
export function learningOrders(board: Board, options: readonly Option[], about: Power): readonly Option[] {
  return options.filter((option) => option.family === 'evidence' && ownerOf(board, option.target) === about);
}

function ownerOf(board: Board, target: string): Power | null {
  if (isPower(target)) return target;
  const plan = board.plans[target] ?? board.scenario.batteries.find((each) => each.interceptor === target);
  return plan?.owner ?? null;
}

/** What a third state could send, as far as its programme is known. */
export function raidKnown(board: Board, state: State, third: string): { readonly warheads: number; readonly decoys: number } {
  const known = state.thirds[third];
  return known ? raidOfThird(board, known) : { warheads: 0, decoys: 0 };
}
