/**
 * `npm run bench -- core`: what a turn, a view, a preview, a bot game and a sampled raid cost on one core. Prints figures
 * beside their aims, judges nothing.
 */
import { coverage } from '../../shared/capability/coverage.ts';
import type { Layer } from '../../shared/capability/engagement.ts';
import { sampleRaids } from '../../shared/capability/raid.ts';
import { gaugeOf } from '../../shared/game/briefing.ts';
import { stateOf } from '../../shared/game/game.ts';
import { previewOrder } from '../../shared/game/preview.ts';
import { recordOf, replay } from '../../shared/game/record.ts';
import { reportOf } from '../../shared/game/report.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { viewOf } from '../../shared/game/view.ts';
import { POWERS } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { worldOf2016 } from '../capability/world.ts';
import { ALL_HAWKS, boardOf, botGame } from '../game/play.ts';
import { bareRaids } from './core/bare-raids.ts';

interface Figure {
  readonly what: string;
  readonly perSecond: number;
  /** The same by processor time: other programs on the machine slow only the first. */
  readonly perCpuSecond: number;
}

/** Runs for about a second after warming up, and says how often a second it ran. */
function rate(what: string, run: (i: number) => number): Figure {
  for (let i = 0; i < 3; i++) run(i);
  const start = performance.now();
  const before = process.cpuUsage();
  let units = 0;
  for (let i = 0; performance.now() - start < 1500; i++) units += run(i);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { what, perSecond: units / seconds, perCpuSecond: units / ((user + system) / 1e6) };
}

const board = boardOf('best-offense-2016');
const records = Array.from({ length: 10 }, (_, i) => recordOf(botGame(board, `bench ${i}`, ALL_HAWKS)));
const record = (i: number) => records[i % records.length] as (typeof records)[number];
const game = botGame(board, 'bench view', { us: 'dove', ru: 'dove', cn: 'dove' });
const start = newGame(board, { seed: 'bench', luck: 0, theory: 'contested' });

/** The same batteries and sensors over and over. */
const world = worldOf2016();
const many = <T extends { readonly id: string }>(things: readonly T[]): T[] =>
  Array.from({ length: 20 }, (_, i) => ({ ...(things[i % things.length] as T), id: `${i}` }));
const crowded = { ...world, batteries: many(world.batteries), sensors: many(world.sensors) };

/** The core remembers what it has worked out of a state; a new one has it all to do. */
const notSeenBefore = (state: State): State => ({ ...state });

const figures = [
  rate('steps resolved (replay of recorded turns and rounds, hashes checked)', (i) => {
    replay(board, record(i));
    return record(i).steps.length;
  }),
  rate('steps resolved, nothing else (aim: 2,000)', (i) => {
    let again = newGame(board, record(i).setup);
    for (const step of record(i).steps) again = advance(again, step);
    return record(i).steps.length;
  }),
  rate('steps resolved with every view and the gauge, what a room does (aim: 2,000)', (i) => {
    let again = newGame(board, record(i).setup);
    for (const step of record(i).steps) {
      again = advance(again, step);
      for (const power of POWERS) viewOf(again, power);
      viewOf(again, 'public');
      gaugeOf(board, stateOf(again), again.setup.theory);
    }
    return record(i).steps.length;
  }),
  rate('bot games of 8 turns, three hawks by their views (aim: 100)', (i) => {
    botGame(board, `rate ${i}`, ALL_HAWKS);
    return 1;
  }),
  rate('previews of one order (aim: 500, or 2 ms each)', () => {
    previewOrder(board, notSeenBefore(start.start), 'us', { kind: 'build', battery: 'seongju' });
    return 1;
  }),
  rate('coverage tables of 20 batteries and 20 sensors on some 150 corridors (aim: 2, or half a second each)', () => {
    coverage(crowded);
    return 1;
  }),
  rate('public gauges', () => {
    gaugeOf(board, notSeenBefore(start.start), 'contested');
    return 1;
  }),
  rate('reports of a finished game', () => {
    reportOf({ ...game, played: game.played.map((played) => ({ ...played, state: notSeenBefore(played.state) })) });
    return 1;
  }),
];

/** 10,000 raids of 40 warheads at two layers, drawn by the core and by a bare loop in turn: the best of each counts. */
function sampling(): readonly [number, number] {
  const count = 10_000;
  const raid = { warheads: 40, decoys: 0, credibleDecoys: 0 };
  const layers: readonly Layer[] = [
    { interceptors: 44, singleShot: 0.56, tracking: 0.9, decoysTaken: 1 },
    { interceptors: 24, singleShot: 0.8, tracking: 0.95, decoysTaken: 1 },
  ];
  const address = { seed: 'bench', luck: 0, turn: 1, round: 0, rule: 'bench', subject: 'raid', n: 0 };
  const timed = (work: () => unknown): number => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const runs = Array.from({ length: 12 }, () => [
    timed(() => sampleRaids(raid, layers, { commonMode: 0.9, address, count })),
    timed(() => bareRaids(raid.warheads, layers, count)),
  ]);
  return [0, 1].map((which) => Math.min(...runs.map((run) => run[which] ?? 0))) as [number, number];
}

console.log('core, one process:');
const written = (rate: number): string => rate.toFixed(rate < 100 ? 1 : 0).padStart(8);
for (const { what, perSecond, perCpuSecond } of figures)
  console.log(`  ${written(perSecond)} a second ${written(perCpuSecond)} a second of processor time  ${what}`);
const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
const middle = { ...game, played: game.played.slice(0, 5) };
const [ours, bare] = sampling();
console.log(
  `  10,000 sampled raids of 40 warheads at two layers: ${ours.toFixed(1)} ms, a bare loop over typed arrays ${bare.toFixed(1)} ms (${(ours / bare).toFixed(2)} times; aim: at most 2)`,
);
console.log(
  `bytes: view at join ${bytes(viewOf(start, 'us'))}, view after turn 5 ${bytes(viewOf(middle, 'us'))}, record of a game ${bytes(recordOf(game))} (JSON, before compression)`,
);
