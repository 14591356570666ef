/** The figures as tables: the three servers beside each other, ours as a multiple of the others, and each aim with what it came to. */
import type { Findings, Spread } from './figures.ts';

interface Row {
  readonly name: string;
  readonly of: (findings: Findings) => number;
  /** It is no multiple of anything. */
  readonly isCount?: true;
}

const NAME_WIDTH = 46;
const CELL_WIDTH = 17;

function spreadRows(name: string, of: (findings: Findings) => Spread): readonly Row[] {
  return [
    { name: `${name}, p50 ms`, of: (findings) => of(findings).p50 },
    { name: `${name}, p95 ms`, of: (findings) => of(findings).p95 },
    { name: `${name}, p99 ms`, of: (findings) => of(findings).p99 },
    { name: `${name}, measured`, of: (findings) => of(findings).count, isCount: true },
  ];
}

const ROWS: readonly Row[] = [
  ...spreadRows('receipt', (one) => one.receiptMs),
  ...spreadRows('last lock to all three views', (one) => one.viewsMs),
  { name: 'view at join, bytes (middle)', of: (one) => one.joinView.middle },
  { name: 'view at join, bytes (most)', of: (one) => one.joinView.most },
  { name: 'all until the first view, bytes', of: (one) => one.joinBytes.middle },
  { name: 'view of a turn, bytes (middle)', of: (one) => one.turnView.middle },
  { name: 'view of a turn, bytes (most)', of: (one) => one.turnView.most },
  { name: 'all that a client gets in a turn, bytes', of: (one) => one.turnBytes.middle },
  { name: 'CPU idle, % of a core', of: (one) => one.idlePercent },
  { name: 'CPU loaded, % of a core', of: (one) => one.loadedPercent },
  { name: 'CPU of a turn and its requests, ms', of: (one) => one.cpuMsPerTurn },
  { name: 'resident without a match, warm, MB', of: (one) => one.residentMb.empty },
  { name: 'resident, all joined, MB', of: (one) => one.residentMb.joined },
  { name: 'resident after the turns, MB', of: (one) => one.residentMb.played },
  { name: 'memory of a match, resident kB', of: (one) => one.perMatchKb.resident },
  { name: 'memory of a match, heap kB', of: (one) => one.perMatchKb.heap },
  { name: 'memory of a match after the turns, heap kB', of: (one) => one.perMatchKb.playedHeap },
  { name: 'setting up, s', of: (one) => one.setUpS },
  { name: 'requests refused or failed', of: (one) => one.failed, isCount: true },
  { name: 'turns whose views came too late', of: (one) => one.late, isCount: true },
  { name: 'driver: CPU, % of a core', of: (one) => one.driver.percent },
  { name: 'driver: its loop was late by, p99 ms', of: (one) => one.driver.lagP99Ms },
];

/** `systems`: ours first, then those that it is measured by. */
export function tableOf(title: string, systems: readonly Findings[]): string {
  const [ours, ...others] = systems;
  if (!ours) return title;
  const head = [...systems.map(({ system }) => system), ...others.map(({ system }) => `to ${system}`)];
  const lines = ROWS.map(({ name, of, isCount }) => [
    name,
    ...systems.map((one) => figure(of(one))),
    ...others.map((one) => (isCount ? '' : ratio(of(ours), of(one)))),
  ]);
  return [title, ...[['', ...head], ...lines].map(lineOf)].join('\n');
}

/** The aims of the bench at the largest number of matches. Says what it is and judges nothing. */
export function aimsOf(ours: Findings, room: Findings): string {
  const { receiptMs, viewsMs, residentMb, turnView, joinView, idlePercent, matches } = ours;
  const lines = [
    ['receipt p50 within 2x of the minimal room', `${ratio(receiptMs.p50, room.receiptMs.p50)}x`],
    ['last lock to all three views, p50 within 2x of the minimal room', `${ratio(viewsMs.p50, room.viewsMs.p50)}x`],
    [
      'resident within 1.3x of the minimal room',
      `${ratio(residentMb.joined, room.residentMb.joined)}x joined, ${ratio(residentMb.played, room.residentMb.played)}x after the turns`,
    ],
    ["a turn's view at most 6 KB", `middle ${figure(turnView.middle)}, most ${figure(turnView.most)} bytes`],
    ['a join at most 20 KB', `view ${figure(joinView.most)}, with all before it ${figure(ours.joinBytes.most)} bytes`],
    ['CPU idle under 8 % at 500 matches', `${figure(idlePercent)} % at ${matches}`],
  ];
  return ['Aims, and what it came to:', ...lines.map(([aim, got]) => `  ${aim}: ${got}`)].join('\n');
}

function lineOf([name = '', ...cells]: readonly string[]): string {
  return `  ${name.padEnd(NAME_WIDTH)}${cells.map((cell) => cell.padStart(CELL_WIDTH)).join('')}`;
}

const figure = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 100 ? 2 : 0);

function ratio(ours: number, other: number): string {
  const times = ours / other;
  return other > 0 && Number.isFinite(times) ? times.toFixed(2) : '-';
}
