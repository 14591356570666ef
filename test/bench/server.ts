/**
 * `npm run bench -- server`: matches of three clients on the game's server, beside the least that a Colyseus room and bare
 * sockets can do of the same, each server in a process of its own on loopback and this one the driver. Options: `--least N`
 * and `--most N` bound the numbers of matches, `--full` plays the full scenario instead of the quick one, `--json` prints
 * all figures as JSON. Prints figures, judges nothing.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { GRACE_MS } from '../../shared/protocol/clocks.ts';
import { keepMs } from './server/disk.ts';
import { type Findings, findingsOf, type Mark } from './server/figures.ts';
import { type Guest, type Open, openBare, openMinimal, openThreshold, openThresholdAlone } from './server/guests.ts';
import { type Pace, play, type Tally, warmUp } from './server/load.ts';
import { type Program, startProgram } from './server/program.ts';
import { aimsOf, tableOf } from './server/report.ts';
import { middleOf, type Samples } from './server/samples.ts';
import { type ScenarioId, type Script, writeScripts } from './server/scripts.ts';

interface System {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly open: Open;
  /** A match in which the last lock is followed by the views at once. */
  readonly openForWarmth: Open;
  /** It waits so long after the last lock, by its rules. */
  readonly graceMs: number;
  readonly turns: number;
}

const SIZES = [1, 50, 200, 500];
/** One that waits plays a turn more, since its first second without views is not counted as load. */
const TURNS = 3;
const PACE: Omit<Pace, 'turns'> = { periodMs: 8000, drafts: 3, gapMs: 80 };
const HANDED_IN_MS = (PACE.drafts + 1) * 3 * PACE.gapMs;
const SCRIPTS = 12;
const WARM_MATCHES = 8;
/** A whole number of the pings that Colyseus sends every five seconds. */
const IDLE_MS = 5000;
/** So that what joining left to do is not counted as idling. */
const SETTLE_MS = 3000;
/** Matches that are opened at a time. */
const OPENING = 6;
const OPEN_MS = 20_000;

const { least, most, json, scenario } = readOptions();
const folder = mkdtempSync(join(tmpdir(), 'threshold-bench-'));
const running = new Set<Program>();
const here = (file: string): string => join(import.meta.dirname, 'server', file);

try {
  await bench();
} finally {
  await Promise.all([...running].map((program) => program.stop()));
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

async function bench(): Promise<void> {
  const scripts = writeScripts(scenario, SCRIPTS, TURNS);
  const all: Findings[][] = [];
  const samplesFile = join(folder, 'samples.json');
  for (const count of SIZES.filter((size) => size >= least && size <= most)) {
    const loads = [loadavg()[0] ?? 0];
    const diskMs = keepMs(join(folder, 'disk'));
    const found: Findings[] = [];
    for (const system of systemsOf(count, samplesFile)) {
      const { findings, samples } = await measure(system, count, scripts);
      if (system.open === openThreshold) writeFileSync(samplesFile, JSON.stringify(samples));
      found.push(findings);
    }
    loads.push(loadavg()[0] ?? 0);
    all.push(found);
    if (!json) console.log(`${tableOf(titleOf(count, loads, diskMs), found)}\n`);
  }
  if (json) return console.log(JSON.stringify(all, null, 2));
  const [ours, room] = all.at(-1) ?? [];
  if (ours && room) console.log(aimsOf(ours, room));
}

function systemsOf(count: number, samplesFile: string): readonly System[] {
  const main = join(import.meta.dirname, '..', '..', 'server', 'main.ts');
  const data = join(folder, `data-${count}`);
  const ours = [main, '--port', '0', '--host', '127.0.0.1', '--data', data] as const;
  return [
    { name: 'threshold', command: ours, open: openThreshold, openForWarmth: openThresholdAlone, graceMs: GRACE_MS, turns: TURNS },
    {
      name: 'minimal room',
      command: [here('minimal-room.ts'), samplesFile],
      open: openMinimal,
      openForWarmth: openMinimal,
      graceMs: 0,
      turns: TURNS - 1,
    },
    {
      name: 'bare ws',
      command: [here('bare-ws.ts'), samplesFile],
      open: openBare,
      openForWarmth: openBare,
      graceMs: 0,
      turns: TURNS - 1,
    },
  ];
}

async function measure(
  system: System,
  count: number,
  scripts: readonly Script[],
): Promise<{ findings: Findings; samples: Samples }> {
  const program = await startProgram(system.command);
  running.add(program);
  for (const [n, script] of scripts.slice(0, WARM_MATCHES).entries())
    await inTime(system.openForWarmth(program.origin, -1 - n, script).then((guests) => warmUp(guests, system.turns)));
  const empty = await program.figures(true);
  const startMs = performance.now();
  const matches = await openAll(system, program.origin, count, scripts);
  const setUpMs = performance.now() - startMs;
  await sleep(SETTLE_MS);
  const joined = await program.figures(true);
  say(`${system.name}: ${count} joined in ${(setUpMs / 1000).toFixed(1)} s, idle`);
  const idle = [await mark(program), await sleep(IDLE_MS).then(() => mark(program))] as const;
  say(`${system.name}: ${count} playing`);
  const { tally, loaded, driver } = await loadUp(system, program, matches);
  const played = await program.figures(true);
  await program.stop();
  running.delete(program);
  const turnsPerSecond = (1000 * count) / PACE.periodMs;
  const counted = { system: system.name, matches, setUpMs, tally, turnsPerSecond, empty, joined, played, idle, loaded, driver };
  const samples = { join: middleOf(matches.flat().map(({ first }) => first)), turn: middleOf(tally.views) };
  return { findings: findingsOf(counted), samples };
}

/** Opens them a few at a time, in order. */
async function openAll(
  system: System,
  origin: string,
  count: number,
  scripts: readonly Script[],
): Promise<readonly (readonly Guest[])[]> {
  const matches: (readonly Guest[])[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < count) {
      const number = next++;
      matches[number] = await inTime(system.open(origin, number, scripts[number % scripts.length] as Script));
      if ((number + 1) % 100 === 0) say(`${system.name}: ${number + 1} of ${count} open`);
    }
  };
  await Promise.all(Array.from({ length: OPENING }, work));
  return matches;
}

async function inTime<T>(opening: Promise<T>): Promise<T> {
  const late = sleep(OPEN_MS, null, { ref: false }).then(() =>
    Promise.reject(new Error(`a match was not open or warm after ${OPEN_MS} ms`)),
  );
  return Promise.race([opening, late]);
}

interface Loaded {
  readonly tally: Tally;
  readonly loaded: readonly [Mark, Mark];
  readonly driver: Findings['driver'];
}

/** The load is measured from when every match is in its stride until the first has played its last turn. */
async function loadUp(system: System, program: Program, matches: readonly (readonly Guest[])[]): Promise<Loaded> {
  const lag = monitorEventLoopDelay({ resolution: 1 });
  const own = process.cpuUsage();
  const startMs = performance.now();
  lag.enable();
  const playing = play(matches, { ...PACE, turns: system.turns }, system.graceMs);
  await sleep(HANDED_IN_MS + system.graceMs);
  const from = await mark(program);
  await sleep(startMs + system.turns * PACE.periodMs - performance.now());
  const loaded = [from, await mark(program)] as const;
  const { user, system: kernel } = process.cpuUsage(own);
  const percent = (100 * (user + kernel)) / 1000 / (performance.now() - startMs);
  lag.disable();
  return { tally: await playing, loaded, driver: { percent, lagP99Ms: lag.percentile(99) / 1e6 } };
}

async function mark(program: Program): Promise<Mark> {
  const figures = await program.figures(false);
  return { atMs: performance.now(), figures };
}

function titleOf(count: number, [before = 0, after = 0]: readonly number[], diskMs: number): string {
  const perSecond = (1000 * count) / PACE.periodMs;
  const requests = perSecond * 3 * (PACE.drafts + 1);
  return [
    `${count} matches of 3 clients: ${perSecond.toFixed(1)} turns and ${requests.toFixed(0)} requests a second; views without the grace of ${GRACE_MS} ms`,
    `(load average ${before.toFixed(1)} before, ${after.toFixed(1)} after; a write that is waited for takes this disk ${diskMs.toFixed(1)} ms)`,
  ].join('\n');
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

interface Options {
  readonly least: number;
  readonly most: number;
  readonly json: boolean;
  readonly scenario: ScenarioId;
}

function readOptions(): Options {
  const count = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { values } = parseArgs({ options: { least: count, most: count, full: flag, json: flag } });
  const [least, most] = [Number(values.least ?? SIZES[0]), Number(values.most ?? SIZES.at(-1))];
  if (!SIZES.some((size) => size >= least && size <= most))
    throw new Error(`--least and --most must leave one of ${SIZES.join(', ')} between them`);
  return { least, most, json: values.json ?? false, scenario: values.full ? 'best-offense-2016' : 'quick' };
}
