/**
 * One match as this page knows it: what the server sent, and everything worked out from it by the same core that the
 * server plays with. Signals only; no page, no map.
 */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Board } from '../../shared/capability/board.ts';
import { type Briefing, briefingOf, type Gauge, gaugeOf } from '../../shared/game/briefing.ts';
import type { Choices } from '../../shared/game/game.ts';
import { type Option, optionsFor } from '../../shared/game/options.ts';
import type { GameRecord } from '../../shared/game/record.ts';
import type { View } from '../../shared/game/view.ts';
import type { ServerMessages } from '../../shared/protocol/messages.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { Effect } from '../../shared/state/ledger.ts';
import type { State } from '../../shared/state/state.ts';
import type { Admission } from '../net/api.ts';
import { type Connection, type Hearing, openConnection, type RoomFigures } from '../net/connection.ts';
import type { Speaking } from './composing.ts';
import { createDraft, type Draft } from './draft.ts';

/** A step as it was seen: for the reveal and the ledger. */
export interface SeenStep {
  readonly turn: number;
  readonly round: number;
  readonly effects: readonly Effect[];
  readonly choices: Choices | null;
  readonly view: View;
  readonly before: State;
}

/** What the middle of the page shows. */
export type Scene = 'waiting' | 'room' | 'reveal' | 'crisis' | 'exchange' | 'report';

export interface Match {
  readonly board: Board;
  readonly code: string;
  readonly connection: Connection;
  readonly view: ReadonlySignal<View | null>;
  readonly figures: ReadonlySignal<RoomFigures>;
  readonly record: ReadonlySignal<GameRecord | null>;
  readonly steps: ReadonlySignal<readonly SeenStep[]>;
  readonly scene: ReadonlySignal<Scene>;
  readonly seat: ReadonlySignal<Power | null>;
  /** When the present phase ends, by this page's own clock. */
  readonly deadlineMs: ReadonlySignal<number | null>;
  readonly choice: Signal<ServerMessages['view']['choice']>;
  readonly briefing: ReadonlySignal<Briefing | null>;
  readonly gauge: ReadonlySignal<Gauge | null>;
  readonly options: ReadonlySignal<readonly Option[]>;
  readonly draft: Draft;
  /** The seat with the orders on its sheet, for words to be judged beside them; null for a spectator. */
  readonly speaking: ReadonlySignal<Speaking | null>;
  /** The site that list and map both show as selected. */
  readonly selectedSite: Signal<string | null>;
  /** The order being weighed, not yet on the sheet. */
  readonly considered: Signal<Option | null>;
  /** The reader has seen the reveal of the last step. */
  acknowledge(): void;
  /** The reader goes from the exchange to the report. */
  proceed(): void;
}

const MOST_STEPS = 60;
const NO_FIGURES: RoomFigures = { seats: [], deadlineMs: null, isOpen: false };

export function createMatch(board: Board, admission: Admission): Match {
  return matchOver(board, admission.code, (hearing) => openConnection(admission, hearing));
}

/** The same over any line: tests bring their own. */
export function matchOver(board: Board, code: string, connect: (hearing: Hearing) => Connection): Match {
  const message = signal<ServerMessages['view'] | null>(null);
  const figures = signal<RoomFigures>(NO_FIGURES);
  const record = signal<GameRecord | null>(null);
  const steps = signal<readonly SeenStep[]>([]);
  const unseen = signal(false);
  const afterExchange = signal(false);
  const choice = signal<ServerMessages['view']['choice']>(null);
  const skewMs = signal(0);
  const selectedSite = signal<string | null>(null);
  const considered = signal<Option | null>(null);
  const view = computed(() => message.value?.view ?? null);
  const seat = computed(() => view.value?.seat ?? null);

  /** The same room began another game: nothing of the old one is left. */
  function forget(): void {
    steps.value = [];
    record.value = null;
    unseen.value = false;
    afterExchange.value = false;
  }

  const connection = connect({
    view(next) {
      batch(() => {
        const last = message.value?.view ?? null;
        const more = next.view.timeline.length - (last?.timeline.length ?? 1);
        if (more < 0) forget();
        // A reader who comes in the middle finds the last step in the press and the ledger, not as news.
        if (more > 0) steps.value = [...steps.value, seenStep(next.view, last?.state ?? next.view.state)].slice(-MOST_STEPS);
        if (more > 0 && last !== null) {
          unseen.value = next.view.seat !== null;
          selectedSite.value = null;
          considered.value = null;
        }
        skewMs.value = next.nowMs - Date.now();
        message.value = next;
        choice.value = next.choice;
        draft.receive(next, last === null);
      });
    },
    record: into(record),
    figures: into(figures),
  });
  const draft = createDraft(board, connection.outbox, view);

  return {
    board,
    code,
    connection,
    view,
    figures,
    record,
    steps,
    seat,
    choice,
    draft,
    scene: computed(() => sceneOf(view.value, unseen.value, afterExchange.value, record.value)),
    deadlineMs: computed(() => byOwnClock(figures.value.deadlineMs ?? message.value?.deadlineMs ?? null, skewMs.value)),
    ...reckonedFrom(board, view),
    speaking: computed(() => speakingOf(board, view.value, draft)),
    selectedSite,
    considered,
    acknowledge: () => into(unseen)(false),
    proceed: () => into(afterExchange)(true),
  };
}

/** What is heard goes into a signal as it is. */
const into =
  <T>(kept: Signal<T>) =>
  (heard: T): void => {
    kept.value = heard;
  };

/** A time of the server's clock by this page's. */
const byOwnClock = (serverMs: number | null, skewMs: number): number | null => (serverMs === null ? null : serverMs - skewMs);

/** What the seat's own planners make of a view, by the core. */
function reckonedFrom(board: Board, view: ReadonlySignal<View | null>): Pick<Match, 'briefing' | 'gauge' | 'options'> {
  return {
    briefing: computed(() => {
      const seen = view.value;
      return seen === null || seen.seat === null ? null : briefingOf(board, seen.state, seen.theory, seen.seat);
    }),
    gauge: computed(() => (view.value === null ? null : gaugeOf(board, view.value.state, view.value.theory))),
    options: computed(() => {
      const seen = view.value;
      return seen === null || seen.seat === null ? [] : optionsFor(board, seen.state, seen.seat);
    }),
  };
}

function speakingOf(board: Board, view: View | null, draft: Draft): Speaking | null {
  if (view === null || view.seat === null) return null;
  return { board, state: view.state, power: view.seat, orders: draft.sheet.value.orders };
}

function seenStep(view: View, before: State): SeenStep {
  return { ...view.last, effects: view.effects, choices: view.choices, view, before };
}

function sceneOf(view: View | null, unseen: boolean, afterExchange: boolean, record: GameRecord | null): Scene {
  if (view === null) return 'waiting';
  if (unseen) return 'reveal';
  const { phase, exchange } = view.state.world;
  if (phase === 'crisis') return 'crisis';
  if (phase === 'orders') return 'room';
  if (exchange !== null && !afterExchange) return 'exchange';
  return record === null ? 'waiting' : 'report';
}
