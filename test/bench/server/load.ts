/** Lets matches be played at a fixed pace, whatever the answers (an open loop), and measures what comes back and when. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Guest, Wish } from './guests.ts';
import type { Sample } from './samples.ts';

export interface Pace {
  /** Each match plays one turn in this; the matches begin spread over it evenly. */
  readonly periodMs: number;
  readonly turns: number;
  /** What each of the three hands in before he locks, and how long after what came before. */
  readonly drafts: number;
  readonly gapMs: number;
}

export interface Tally {
  readonly receiptsMs: number[];
  /** From the sending of the last lock until the last of the three has his view, the server's grace taken off. */
  readonly viewsMs: number[];
  /** All that one client receives in one turn, receipts and marks included. */
  readonly turnBytes: number[];
  readonly views: Sample[];
  /** Requests that were refused, whose sheet came back, or that failed; and turns whose views were not there in time. */
  failed: number;
  late: number;
}

const LAST_VIEWS_MS = 10_000;

export const newTally = (): Tally => ({ receiptsMs: [], viewsMs: [], turnBytes: [], views: [], failed: 0, late: 0 });

/** Plays all matches from now on; settles when the last views have come or are given up. */
export async function play(matches: readonly (readonly Guest[])[], pace: Pace, graceMs: number): Promise<Tally> {
  const tally = newTally();
  const beginMs = performance.now();
  await Promise.all(
    matches.map((guests, i) =>
      playMatch({ guests, tally, graceMs, beginMs: beginMs + (i * pace.periodMs) / matches.length }, pace),
    ),
  );
  return tally;
}

/** Plays one match as fast as it goes, so that what is measured later has run before. */
export async function warmUp(guests: readonly Guest[], turns: number): Promise<void> {
  for (let turn = 1; turn <= turns; turn++) {
    const seen = Promise.all(guests.map(nextView));
    for (const wish of ['draft', 'lock'] as const) for (const guest of guests) await guest.ask(wish, turn);
    await seen;
  }
  await Promise.all(guests.map((guest) => guest.leave()));
}

interface Playing {
  readonly guests: readonly Guest[];
  readonly tally: Tally;
  readonly graceMs: number;
  readonly beginMs: number;
}

async function playMatch({ guests, tally, graceMs, beginMs }: Playing, pace: Pace): Promise<void> {
  let turn = 1;
  for (let n = 0; n < pace.turns; n++) {
    const startMs = beginMs + n * pace.periodMs;
    const nextMs = startMs + pace.periodMs;
    await until(startMs);
    const before = guests.map(({ socket }) => socket.bytes);
    const seen = Promise.all(guests.map(nextView));
    const lockedMs = await handIn({ guests, tally, graceMs, beginMs: startMs }, pace, turn);
    const giveUpMs = n + 1 < pace.turns ? nextMs : nextMs + LAST_VIEWS_MS;
    const atMs = await Promise.race([seen, until(giveUpMs).then(() => null)]);
    if (atMs === null) {
      tally.late += 1;
      return;
    }
    tally.viewsMs.push(Math.max(...atMs.map((one) => one.atMs)) - lockedMs - graceMs);
    tally.views.push(...atMs.map((one) => one.sample));
    // What follows a view, such as the marks of the new turn, is there a moment later.
    await sleep(pace.gapMs);
    tally.turnBytes.push(...guests.map(({ socket }, i) => socket.bytes - (before[i] ?? 0)));
    turn += 1;
  }
}

/** All drafts and locks of one turn; answers when the last one was sent. */
async function handIn({ guests, tally, beginMs }: Playing, { drafts, gapMs }: Pace, turn: number): Promise<number> {
  const wishes: readonly Wish[] = [...Array.from({ length: drafts }, () => 'draft' as const), 'lock'];
  let lastMs = beginMs;
  for (const [i, wish] of wishes.entries())
    for (const [j, guest] of guests.entries()) {
      await until(beginMs + (i * guests.length + j) * gapMs);
      lastMs = performance.now();
      void hear(guest.ask(wish, turn), tally, lastMs);
    }
  return lastMs;
}

async function hear(receipt: Promise<boolean>, tally: Tally, sentMs: number): Promise<void> {
  const isGood = await receipt.catch(() => false);
  tally.receiptsMs.push(performance.now() - sentMs);
  if (!isGood) tally.failed += 1;
}

function nextView(guest: Guest): Promise<{ readonly atMs: number; readonly sample: Sample }> {
  return new Promise((done) => {
    guest.onView = (sample) => done({ atMs: performance.now(), sample });
  });
}

async function until(ms: number): Promise<void> {
  const left = ms - performance.now();
  if (left > 0) await sleep(left);
}
