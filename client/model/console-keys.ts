/** Keys of the console: one letter each, as long as nobody types words, and only while they are switched on (WCAG 2.1.4). */
import { type Signal, signal } from '@preact/signals';
import type { ConsoleView, Participant, WorldCard } from '../../shared/protocol/exercise-view.ts';
import type { Command } from './console-undo.ts';
import type { ExerciseDesk, Pane } from './exercise-desk.ts';
import { looking } from './looking.ts';

export const areKeysOn: Signal<boolean> = signal(true);

/** How much time one press adds. */
export const EXTEND_S = 60;

type Act = (desk: ExerciseDesk) => void;

/** In the order in which the console lists them; text keys `console.key.*`. */
export const CONSOLE_KEYS: Readonly<Record<string, { readonly id: string; readonly act: Act }>> = {
  j: { id: 'next', act: (desk) => step(desk, 1) },
  k: { id: 'previous', act: (desk) => step(desk, -1) },
  '0': { id: 'all', act: (desk) => aim(desk, 'all') },
  b: { id: 'begin', act: (desk) => void desk.give({ name: 'begin', body: { world: desk.target.value, override: false } }) },
  p: { id: 'pause', act: pauseOrResume },
  f: { id: 'freeze', act: freezeOrLift },
  e: { id: 'extend', act: (desk) => void desk.give({ name: 'extend', body: { world: desk.target.value, seconds: EXTEND_S } }) },
  a: { id: 'advance', act: (desk) => void desk.give(advanceOf(desk.view.value, desk.target.value)) },
  x: { id: 'end', act: (desk) => void desk.give({ name: 'end', body: { world: desk.target.value } }) },
  u: { id: 'undo', act: (desk) => void desk.undo() },
  m: { id: 'message', act: (desk) => openAt(desk, 'injects', 'message-words') },
  i: { id: 'inject', act: (desk) => openAt(desk, 'injects', 'inject-words') },
  r: { id: 'rewind', act: (desk) => openAt(desk, 'world', 'rewind-turn') },
  l: { id: 'look', act: lookAtAll },
  n: { id: 'note', act: (desk) => openAt(desk, 'notes', 'note-words') },
  s: { id: 'people', act: (desk) => openAt(desk, 'people', `move-${peopleAt(desk.view.value, desk.target.value)[0]?.id ?? ''}`) },
};

/** What a key does at the desk; null: nothing, or it belongs to whoever types. */
export function actOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>): Act | null {
  if (!areKeysOn.value || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return null;
  return CONSOLE_KEYS[event.key.toLowerCase()]?.act ?? null;
}

function isTyping(target: EventTarget | null): boolean {
  const tag = (target as { readonly tagName?: string } | null)?.tagName ?? '';
  return ['INPUT', 'TEXTAREA', 'SELECT'].includes(tag);
}

export function aim(desk: ExerciseDesk, world: string): void {
  desk.target.value = world;
}

/** Through all worlds and each of them, in the order in which they stand. */
function step(desk: ExerciseDesk, by: 1 | -1): void {
  const all = ['all', ...(desk.view.value?.worlds ?? []).map(({ code }) => code)];
  const at = all.indexOf(desk.target.value);
  aim(desk, all[(at + by + all.length) % all.length] ?? 'all');
}

/** The field is focused once its pane is there. */
function openAt(desk: ExerciseDesk, pane: Pane, field: string): void {
  desk.pane.value = pane;
  requestAnimationFrame(() => document.getElementById(field)?.focus());
}

/** At the world before him, or else at the first, which needs him most. */
function lookAtAll(desk: ExerciseDesk): void {
  const world = desk.world.value ?? desk.view.value?.worlds.find(({ stage }) => stage !== 'lobby');
  if (world !== undefined && world.stage !== 'lobby') looking.value = { world: world.code, as: 'all', isPaper: false };
}

export function targets(view: ConsoleView, target: string): readonly WorldCard[] {
  return target === 'all' ? view.worlds : view.worlds.filter(({ code }) => code === target);
}

export function peopleAt(view: ConsoleView | null, target: string): readonly Participant[] {
  return (view?.people ?? []).filter(({ place }) => target === 'all' || place.world === target);
}

/** The next step, from where the worlds are seen to stand. */
export function advanceOf(view: ConsoleView | null, world: string): Command {
  const seen = Object.fromEntries((view?.worlds ?? []).map(({ code, turn, round }) => [code, { turn, round }]));
  return { name: 'advance', body: { world, seen } };
}

const isPaused = (card: WorldCard): boolean => card.pausedMs > 0 && !card.isFrozen;

/** Stops what runs; if nothing runs, lets what stands go on. */
function pauseOrResume(desk: ExerciseDesk): void {
  const view = desk.view.value;
  if (view === null) return;
  const world = desk.target.value;
  const areAllPaused = targets(view, world).every(isPaused);
  void desk.give(areAllPaused ? { name: 'resume', body: { world } } : { name: 'pause', body: { world } });
}

function freezeOrLift(desk: ExerciseDesk): void {
  const view = desk.view.value;
  if (view === null) return;
  const world = desk.target.value;
  const isFrozen = !targets(view, world).every((card) => card.isFrozen);
  void desk.give({ name: 'freeze', body: { world, isFrozen } });
}
