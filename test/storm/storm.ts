/**
 * A storm: players who act by dice on a real server that is killed, whose clock jumps and whose lines break. One seed is
 * one storm. Answers what was wrong; an empty list is a storm weathered.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StoredPlan } from '../../server/match/plan.ts';
import { remake } from '../../server/match/remake.ts';
import { openStore } from '../../server/store/open.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { isRefusal } from '../../shared/state/refusal.ts';
import { diceOf } from '../game/random-sheets.ts';
import { come, create, newBearer } from '../server/house.ts';
import { QUICK, WISH } from '../server/table.ts';
import { Sailor } from './sailor.ts';
import { launch, type Ship } from './ship.ts';

export interface Weather {
  readonly seed: string;
  /** Ends after so many kills, or after so many seconds. */
  readonly kills: number;
  readonly seconds: number;
  /** A mistake planted on purpose, which the storm must find; null: none. */
  readonly planted: 'leak' | 'loss' | null;
}

export interface Outcome {
  readonly faults: readonly string[];
  readonly kills: number;
  readonly acknowledged: number;
  readonly steps: number;
  readonly resolved: number;
}

const MATCHES = 3;
/** Of all steps of a storm, one in so many is a kill, a clock jump, a broken line. */
const KILL_ONE_IN = 14;

export async function storm(weather: Weather, say: (line: string) => void = () => undefined): Promise<Outcome> {
  const data = mkdtempSync(path.join(tmpdir(), 'threshold-storm-'));
  const dice = diceOf(weather.seed);
  const ship = await launch(data);
  let sailors = await crew(ship, weather.seed);
  /** Those whose games are over: without new ones a long storm would blow about finished games. */
  const ashore: Sailor[] = [];
  const until = Date.now() + weather.seconds * 1000;
  let [steps, kills, voyages] = [0, 0, 1];
  while (kills < weather.kills && Date.now() < until) {
    steps += 1;
    if (sailors.every((one) => one.isOver)) {
      for (const done of sailors) done.drop();
      ashore.push(...sailors);
      sailors = await crew(ship, `${weather.seed} voyage ${voyages++}`);
    }
    const sailor = sailors[dice(sailors.length)] as Sailor;
    if (dice(KILL_ONE_IN) === 0) {
      kills += 1;
      await killInTheMiddle(ship, sailors, { dice, planted: weather.planted, data });
      if (kills % 10 === 0) say(`${kills} kills, ${sum([...ashore, ...sailors])} answers of yes`);
    } else if (dice(20) === 0) ship.jump([-3_600_000, -5000, 5000, 90_000, 86_400_000][dice(5)] ?? 0);
    else if (dice(10) === 0) await reboard(sailor, ship);
    else await sailor.act();
  }
  if (weather.planted === 'leak') {
    await sailors[0]?.betray('cn');
    await reboard(sailors[1] as Sailor, ship);
  }
  for (const sailor of sailors) sailor.drop();
  const all = [...ashore, ...sailors];
  await ship.close();
  const audited = await audit(data);
  rmSync(data, { recursive: true, force: true });
  const faults = [...all.flatMap((sailor) => sailor.faults), ...audited.faults, ...mistakesIn(ship.complaints())];
  return { faults, kills, steps, acknowledged: sum(all), resolved: audited.resolved };
}

const sum = (sailors: readonly Sailor[]): number => sailors.reduce((all, { acknowledged }) => all + acknowledged, 0);

/** Three matches of three, two, and one person: bots fill up. */
async function crew(ship: Ship, seed: string): Promise<Sailor[]> {
  const sailors: Sailor[] = [];
  for (let match = 0; match < MATCHES; match++) {
    const bearer = newBearer();
    const wish = { ...WISH, friends: true, seed: `${seed} ${match}`, clock: match === 1 ? 'by-the-day' : 'friends' } as const;
    const { code } = await create(ship.origin, wish, bearer);
    const seats: { power: Power; bearer: string }[] = [{ power: 'us', bearer }];
    for (const power of (['ru', 'cn'] as const).slice(0, MATCHES - 1 - match)) {
      const person = newBearer();
      await come(ship.origin, code, person, { seat: power });
      seats.push({ power, bearer: person });
    }
    for (const seat of seats) sailors.push(new Sailor({ ...seat, code }, diceOf(`${seed} ${match} ${seat.power}`)));
  }
  for (const sailor of sailors) await sailor.board(ship.origin);
  return sailors;
}

interface Killing {
  readonly dice: (most: number) => number;
  readonly planted: Weather['planted'];
  readonly data: string;
}

/** Somebody is in the middle of something when the server dies. */
async function killInTheMiddle(ship: Ship, sailors: readonly Sailor[], { dice, planted, data }: Killing): Promise<void> {
  const acting = sailors.map((sailor) => sailor.act());
  await new Promise((done) => setTimeout(done, dice(12)));
  await ship.sink(dice(3) === 0 ? 'SIGTERM' : 'SIGKILL', () => {
    if (planted === 'loss') loseOne(data);
  });
  await Promise.all(acting);
  for (const sailor of sailors) await sailor.board(ship.origin);
}

async function reboard(sailor: Sailor, ship: Ship): Promise<void> {
  sailor.drop();
  await sailor.board(ship.origin);
}

/** The log ends before the last line that somebody said, as it would on a disk that lies. */
function loseOne(data: string): void {
  const raw = new DatabaseSync(path.join(data, 'threshold.sqlite'));
  raw.exec('drop trigger if exists entries_no_delete');
  raw.exec(`with lost as (select match_code, max(seq) as seq from entries where kind = 'said' group by match_code)
    delete from entries where seq >= (select lost.seq from lost where lost.match_code = entries.match_code)`);
  raw.close();
}

/** What the log itself tells: no gap, no turn resolved twice, no request counted twice, every state as it was. */
async function audit(data: string): Promise<{ readonly faults: readonly string[]; readonly resolved: number }> {
  const store = await openStore(data);
  const faults: string[] = [];
  let resolved = 0;
  for (const row of await store.openMatches()) {
    const log = await store.entriesOf(row.code);
    const steps = log.flatMap(({ entry }) => (entry.kind === 'resolved' ? [`${entry.turn}.${entry.round}`] : []));
    const requests = log.flatMap(({ request }) => (request === null ? [] : [request]));
    resolved += steps.length;
    if (new Set(steps).size !== steps.length) faults.push(`${row.code}: a turn was resolved twice`);
    if (new Set(requests).size !== requests.length) faults.push(`${row.code}: a request counted twice`);
    const plan = { ...(JSON.parse(row.plan) as StoredPlan), code: row.code, board: QUICK.board() };
    const again = remake(plan, log);
    if (isRefusal(again)) faults.push(`${row.code}: ${again.key}`);
  }
  await store.close();
  return { faults, resolved };
}

/** Lines of the server's own log that tell of a mistake. */
function mistakesIn(complaints: string): readonly string[] {
  return complaints
    .split('\n')
    .filter((line) => line.startsWith('{') && line.includes('"error"'))
    .map((line) => line.slice(0, 400));
}
