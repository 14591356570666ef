/** What a facilitator chooses before an exercise is made, kept while the page is open. */
import { type Signal, signal } from '@preact/signals';
import { type ArrangedWorld, arrange, worldsFor } from '../../shared/exercise/arrangement.ts';
import type { CreateExercise } from '../../shared/protocol/exercise.ts';
import type { BotName } from '../../shared/scenario/names.ts';
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
  speech: 'free',
  theories: 'scenario',
  bot: 'institutionalist',
  rehearsalMs: 0,
});

export function change(part: Partial<Plan>): void {
  plan.value = { ...plan.value, ...part };
}

export const presetOf = ({ preset }: Pick<Plan, 'preset'>): TimePreset =>
  TIME_PRESETS.find(({ id }) => id === preset) ?? (TIME_PRESETS[0] as TimePreset);

export const worldsOf = ({ worlds, heads, delegation }: Plan): number => worlds ?? worldsFor(heads, delegation);

export const arrangementOf = (chosen: Plan): readonly ArrangedWorld[] =>
  arrange(chosen.heads, { delegation: chosen.delegation, worlds: worldsOf(chosen) });

/** What the server is asked for. `named`: the title of an exercise that was given none. */
export function requestOf(chosen: Plan, named: { readonly title: string; readonly nickname: string }): CreateExercise {
  const { clock, turnSeconds } = presetOf(chosen);
  const { scenario, speech, theories, delegation, bot, rehearsalMs } = chosen;
  return {
    scenario,
    title: chosen.title.trim() || named.title,
    worlds: worldsOf(chosen),
    clock,
    ...(turnSeconds === undefined ? {} : { turnSeconds }),
    speech,
    theories,
    delegation,
    bot,
    nickname: named.nickname,
    rehearsalMs,
  };
}
