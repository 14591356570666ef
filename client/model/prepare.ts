/** What a facilitator chooses before an exercise is made, kept while the page is open. */
import { type Signal, signal } from '@preact/signals';
import { type ArrangedWorld, arrange, type PlannedWorld, worldsFor } from '../../shared/exercise/arrangement.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { CreateExercise } from '../../shared/protocol/exercise.ts';
import type { BotName, Power } from '../../shared/scenario/names.ts';
import { TIME_PRESETS, type TimePreset } from './time-presets.ts';

export interface Plan {
  readonly title: string;
  readonly preset: TimePreset['id'];
  readonly scenario: string;
  /** People expected; whoever else comes is seated all the same. */
  readonly heads: number;
  readonly delegation: number;
  /** Null: as many as it takes. */
  readonly worlds: number | null;
  /** Where somebody was moved by hand; null: as it comes. */
  readonly places: readonly PlannedWorld[] | null;
  readonly speech: CreateExercise['speech'];
  readonly theories: CreateExercise['theories'];
  readonly bot: BotName;
  /** Bots play all worlds while the facilitator learns the console; a step every so many milliseconds. 0: people come. */
  readonly rehearsalMs: number;
}

/** Milliseconds between the steps of a rehearsal; 0: none. */
export const REHEARSAL_SPEEDS = [0, 8000, 3000, 1000] as const;

export const plan: Signal<Plan> = signal<Plan>({
  title: '',
  preset: 'lesson',
  scenario: 'lesson',
  heads: 27,
  delegation: 3,
  worlds: null,
  places: null,
  speech: 'free',
  theories: 'scenario',
  bot: 'institutionalist',
  rehearsalMs: 0,
});

/** Other people or other worlds are seated anew. */
export function change(part: Partial<Plan>): void {
  const isAnew = 'heads' in part || 'delegation' in part || 'worlds' in part;
  plan.value = { ...plan.value, ...(isAnew ? { places: null } : {}), ...part };
}

export const presetOf = ({ preset }: Pick<Plan, 'preset'>): TimePreset =>
  TIME_PRESETS.find(({ id }) => id === preset) ?? (TIME_PRESETS[0] as TimePreset);

export const worldsOf = ({ worlds, heads, delegation }: Plan): number => worlds ?? worldsFor(heads, delegation);

export const arrangementOf = (chosen: Plan): readonly ArrangedWorld[] =>
  arrange(chosen.heads, {
    delegation: chosen.delegation,
    worlds: worldsOf(chosen),
    ...(chosen.places === null ? {} : { places: chosen.places }),
  });

/** A seat of a world, or its observers. */
export interface Spot {
  readonly world: number;
  readonly where: Power | 'observer';
}

export const isSameSpot = (a: Spot, b: Spot): boolean => a.world === b.world && a.where === b.where;

function placesOf(chosen: Plan): readonly PlannedWorld[] {
  const sizes = ({ seats, observers }: ArrangedWorld): PlannedWorld => ({
    us: seats.us.length,
    ru: seats.ru.length,
    cn: seats.cn.length,
    observer: observers.length,
  });
  return chosen.places ?? arrangementOf(chosen).map(sizes);
}

/** One of those who are expected sits elsewhere; null: there is nobody to move, or no room for him. */
export function moveOne(chosen: Plan, from: Spot, to: Spot): readonly PlannedWorld[] | null {
  const places = placesOf(chosen);
  const at = ({ world, where }: Spot): number => places[world - 1]?.[where] ?? 0;
  const isFull = to.where !== 'observer' && at(to) >= LIMITS.delegation;
  if (isSameSpot(from, to) || at(from) === 0 || isFull) return null;
  return places.map((place, i) => {
    const next = { ...place };
    if (i === from.world - 1) next[from.where] -= 1;
    if (i === to.world - 1) next[to.where] += 1;
    return next;
  });
}

/** What the server is asked for. `named`: the title of an exercise that was given none. */
export function requestOf(chosen: Plan, named: { readonly title: string; readonly nickname: string }): CreateExercise {
  const { clock, turnSeconds } = presetOf(chosen);
  const { scenario, speech, theories, delegation, places, bot, rehearsalMs } = chosen;
  return {
    scenario,
    title: chosen.title.trim() || named.title,
    worlds: worldsOf(chosen),
    clock,
    ...(turnSeconds === undefined ? {} : { turnSeconds }),
    speech,
    theories,
    delegation,
    ...(places === null ? {} : { places: [...places] }),
    bot,
    nickname: named.nickname,
    rehearsalMs,
  };
}
