/**
 * The world that plays itself behind the front door, a turn at a time and slowly enough to read a headline. It may be held
 * still, and whoever wants to watch takes it over as it stands.
 */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { learnGame } from '../i18n/language.ts';
import type { LocalMatch } from '../local/line.ts';
import type { WorldPlan } from '../local/world.ts';
import { newRequestId } from '../net/outbox.ts';
import type { Match } from './match.ts';

const FIRST_STEP_MS = 3000;
const STEP_MS = 8000;
/** Time to look at how it ended before another world begins. */
const AFTERGLOW_MS = 16_000;

/** The world on the front door; null: there is none yet. */
const shown = signal<Match | null>(null);
export const show: ReadonlySignal<Match | null> = shown;
/** Held still by the reader, for as long as he likes. */
export const isHeld: Signal<boolean> = signal(false);

let playing: { readonly world: LocalMatch; readonly stop: () => void } | null = null;

const newPlan = (): WorldPlan => ({
  seed: newRequestId(),
  seat: null,
  bots: { us: 'hawk', ru: 'opportunist', cn: 'institutionalist' },
});

/** Opens the world; tests bring their own way. */
export type Opener = (plan: WorldPlan) => Promise<LocalMatch>;

const openInWorker: Opener = async (plan) => {
  const [{ openWorld }] = await Promise.all([import('../local/line.ts'), learnGame()]);
  return openWorld('quick', plan);
};

/** Opens a world behind the front door, unless one is there; what cannot be opened is not missed there. */
export async function beginShow(open: Opener = openInWorker): Promise<void> {
  if (playing !== null) return;
  const world = await open(newPlan()).catch(() => null);
  if (world === null) return;
  if (playing !== null) return world.match.connection.leave();
  playing = { world, stop: keepPlaying(world, () => world.again(newPlan())) };
  shown.value = world.match;
}

export function endShow(): void {
  playing?.stop();
  playing?.world.match.connection.leave();
  playing = null;
  shown.value = null;
}

/** The world of the front door, or a new one, for somebody to watch to its end; throws if the browser cannot open one. */
export async function handOver(): Promise<Match> {
  const world = playing?.world ?? (await openInWorker(newPlan()));
  playing?.stop();
  playing = null;
  shown.value = null;
  isHeld.value = false;
  keepPlaying(world, null);
  return world.match;
}

/** Plays on until the line is left; at the end of a game begins another, where that is wished. Answers how to stop. */
function keepPlaying(world: LocalMatch, another: (() => void) | null): () => void {
  const { match, step } = world;
  let timer = setTimeout(next, FIRST_STEP_MS);
  function next(): void {
    if (match.connection.state.value.at === 'closed') return;
    const isOver = match.record.value !== null;
    if (isOver && another === null) return;
    if (isHeld.value) return wait(STEP_MS / 4);
    if (isOver) another?.();
    else step();
    wait(isOver ? FIRST_STEP_MS : isLastTurn(match) ? AFTERGLOW_MS : STEP_MS);
  }
  function wait(ms: number): void {
    timer = setTimeout(next, ms);
  }
  return () => clearTimeout(timer);
}

/** Whether the step just asked for, which comes back later, plays the last turn. */
function isLastTurn(match: Match): boolean {
  const world = match.view.value?.state.world;
  return world !== undefined && world.turn >= world.lastTurn && world.phase === 'orders';
}
