/**
 * The practice turn: what is learned one step after the other, each by doing it. A step is over when the match shows that
 * it was done; nothing is timed, and what was done ahead of its step is not asked for again.
 */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Briefing } from '../../shared/game/briefing.ts';
import type { Reading } from '../../shared/protocol/perception.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { Desk, Tab } from './desk.ts';
import type { Match, Scene } from './match.ts';

export const STEPS = ['look', 'believe', 'weigh', 'add', 'undo', 'speak', 'lock', 'looked', 'read', 'why'] as const;
export type StepId = (typeof STEPS)[number];

/** The seat that is practised, the rival it looks at, and the site that it looks at first. */
export const PRACTICE_SEAT: Power = 'us';
export const PRACTICE_RIVAL: Power = 'ru';
export const FIRST_SITE = 'deveselu';

/** Everything that a step looks at, at one moment. */
export interface Moment {
  readonly scene: Scene;
  readonly turn: number;
  readonly site: string | null;
  readonly isWeighing: boolean;
  readonly orders: number;
  readonly statements: number;
  /** The ledger was asked about one number. */
  readonly hasAsked: boolean;
  /** The figure that the reader took from his planners; null: none yet. */
  readonly figure: number | null;
  readonly arriving: number | null;
  /** How the reader read the rival's first turn. */
  readonly reading: Reading | null;
}

export interface Progress {
  /** The step that waits to be done; null: all are over. */
  readonly step: StepId | null;
  /** What was really done, and not skipped or passed by. */
  readonly done: readonly StepId[];
  readonly last: Moment | null;
}

export const BEGINNING: Progress = { step: 'look', done: [], last: null };

type Test = (now: Moment, last: Moment | null) => boolean;
const DONE: Readonly<Record<StepId, Test>> = {
  look: (now) => now.site === FIRST_SITE,
  believe: (now) => now.figure !== null && now.figure === now.arriving,
  weigh: (now) => now.isWeighing,
  add: (now) => now.orders > 0,
  undo: (now, last) => last !== null && now.orders < last.orders,
  speak: (now) => now.statements > 0,
  lock: (now) => now.scene !== 'room' || now.turn > 1,
  looked: (now) => now.reading !== null,
  read: (now) => now.scene === 'room' && now.turn > 1,
  why: (now) => now.hasAsked,
};

/** The progress after one more moment: as many steps further as it shows to be done. */
export function progressed({ step, done, last }: Progress, now: Moment): Progress {
  const passed = passedBy(now);
  if (step !== null && passed > STEPS.indexOf(step)) return progressed({ step: STEPS[passed] ?? null, done, last }, now);
  if (step === null || !DONE[step](now, last)) return { step, done, last: now };
  // The next step starts from here: taking off what was put on is a change after it, not the same one.
  return progressed({ step: nextOf(step), done: [...done, step], last: now }, now);
}

export function skipped(progress: Progress): Progress {
  return progress.step === null ? progress : { ...progress, step: nextOf(progress.step) };
}

const nextOf = (step: StepId): StepId | null => STEPS[STEPS.indexOf(step) + 1] ?? null;

/** Steps that the game itself has left behind: once a turn is locked nobody can weigh its orders any more. */
function passedBy({ scene, turn }: Moment): number {
  if (scene === 'report' || scene === 'exchange') return STEPS.length;
  if (turn <= 1) return 0;
  return STEPS.indexOf(scene === 'room' ? 'read' : 'lock');
}

export interface Practice {
  readonly progress: ReadonlySignal<Progress>;
  /** What one's planners may have said of the rival: one figure is theirs, the others are of something else. */
  readonly figures: ReadonlySignal<readonly number[]>;
  /** The figure that was taken and is not theirs. */
  readonly wrongFigure: ReadonlySignal<number | null>;
  readonly reading: ReadonlySignal<Reading | null>;
  /** The tab on which the step is done; null: none. */
  readonly tab: ReadonlySignal<Tab | null>;
  readFigure(figure: number): void;
  /** Goes past a step; where the game has to go on for that, it does. */
  skip(): void;
  stop(): void;
}

const TABS: Readonly<Partial<Record<StepId, Tab>>> = {
  believe: 'country',
  weigh: 'orders',
  add: 'orders',
  undo: 'sheet',
  speak: 'statements',
};

export function createPractice(match: Match, desk: Desk): Practice {
  const progress = signal(BEGINNING);
  const figure = signal<number | null>(null);
  const reading = computed(
    () => match.perceptions.value.find(({ of, turn }) => of === PRACTICE_RIVAL && turn === 1)?.reading ?? null,
  );
  const briefing = computed(() => match.briefing.value);
  const arriving = computed(() => arrivingIn(briefing.value));
  const now = computed(
    (): Moment => ({
      scene: match.scene.value,
      turn: match.view.value?.state.world.turn ?? 1,
      site: match.selectedSite.value,
      isWeighing: match.considered.value !== null,
      orders: match.draft.sheet.value.orders.length,
      statements: match.draft.sheet.value.statements.length,
      hasAsked: desk.question.value.variable !== null,
      figure: figure.value,
      arriving: arriving.value,
      reading: reading.value,
    }),
  );
  const stop = effect(() => {
    const moment = now.value;
    progress.value = progressed(progress.peek(), moment);
  });
  return {
    progress,
    figures: computed(() => figuresIn(briefing.value)),
    wrongFigure: computed(() => (figure.value === arriving.value ? null : figure.value)),
    reading,
    tab: computed(() => (progress.value.step === null ? null : (TABS[progress.value.step] ?? null))),
    readFigure(read) {
      figure.value = read;
    },
    skip() {
      const { step } = progress.value;
      if (step === 'lock') void match.draft.lock();
      else if (step === 'read') match.acknowledge();
      else progress.value = progressed(skipped(progress.value), now.value);
    },
    stop,
  };
}

const arrivingIn = (briefing: Briefing | null): number | null => {
  const rival = briefing?.toward.find((each) => each.rival === PRACTICE_RIVAL);
  return rival === undefined ? null : Math.round(rival.arriving);
};

/** Both rivals' figures, as whole numbers, each once and by size: nobody guesses by their order. */
function figuresIn(briefing: Briefing | null): readonly number[] {
  const figures = (briefing?.toward ?? []).flatMap((rival) => [Math.round(rival.arriving), Math.round(rival.interceptors)]);
  return [...new Set(figures)].sort((a, b) => a - b);
}
