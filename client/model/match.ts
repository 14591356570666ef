/**
 * One match as this page knows it: what the server sent, and everything worked out from it by the same core that the
 * server plays with. Signals only; no page, no map.
 */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Board, makeBoard } from '../../shared/capability/board.ts';
import { type Briefing, briefingOf, type Gauge, gaugeOf } from '../../shared/game/briefing.ts';
import { type Option, optionsFor } from '../../shared/game/options.ts';
import type { GameRecord } from '../../shared/game/record.ts';
import type { View } from '../../shared/game/view.ts';
import type { ChannelLine } from '../../shared/protocol/channel.ts';
import type { Admission } from '../../shared/protocol/lobby.ts';
import type { RoomFigures, SeenView } from '../../shared/protocol/messages.ts';
import type { Perception } from '../../shared/protocol/perception.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { type Connection, type Hearing, openConnection } from '../net/connection.ts';
import type { Speaking } from './composing.ts';
import { createDealings, type Dealings } from './dealings.ts';
import { createDraft, type Draft } from './draft.ts';
import { createHeard, type Heard, type SeenStep, type Tap } from './heard.ts';

/** What the middle of the page shows. */
export type Scene = 'waiting' | 'lobby' | 'handover' | 'room' | 'reveal' | 'crisis' | 'exchange' | 'report';

export interface Match {
  readonly board: Board;
  readonly code: string;
  readonly connection: Connection;
  readonly view: ReadonlySignal<View | null>;
  readonly figures: ReadonlySignal<RoomFigures>;
  readonly record: ReadonlySignal<GameRecord | null>;
  /** How the reader reads his rivals; after the end, how all read one another. */
  readonly perceptions: ReadonlySignal<readonly Perception[]>;
  readonly steps: ReadonlySignal<readonly SeenStep[]>;
  readonly scene: ReadonlySignal<Scene>;
  readonly seat: ReadonlySignal<Power | null>;
  /** The seat that the reader holds, also in the lobby, where no seat sees more than the public. */
  readonly place: ReadonlySignal<Power | null>;
  /** Whether the reader made this match. */
  readonly isHost: ReadonlySignal<boolean>;
  /** The channels of the seat, in the order in which they were filled. */
  readonly lines: ReadonlySignal<readonly ChannelLine[]>;
  /** The code under which the same people play on; null: nobody has asked for it. */
  readonly rematch: ReadonlySignal<string | null>;
  /** Requests about the table and the channels, and what became of them. */
  readonly dealings: Dealings;
  /** When the present phase ends, by this page's own clock. */
  readonly deadlineMs: ReadonlySignal<number | null>;
  /** When a player's pause ends at the latest, by this page's own clock. */
  readonly pauseEndsMs: ReadonlySignal<number | null>;
  readonly choice: Signal<SeenView['choice']>;
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
  /** How the reader reads a rival after the step of that turn. */
  perceive(of: Power, tap: Tap): Promise<void>;
  /** The reader has seen the reveal of the last step, or what he takes over. */
  acknowledge(): void;
  /** The reader goes from the exchange to the report. */
  proceed(): void;
}

/** `isReturning`: the reader sat here before, and needs no word on what he takes over. */
export function createMatch(scenario: Scenario, admission: Admission, isReturning: boolean): Match {
  return matchOver(makeBoard(scenario), { code: admission.code, isReturning }, (hearing) => openConnection(admission, hearing));
}

interface Entered {
  readonly code: string;
  readonly isReturning: boolean;
}

/** The same over any line: tests bring their own. */
export function matchOver(board: Board, { code, isReturning }: Entered, connect: (hearing: Hearing) => Connection): Match {
  const heard = createHeard(isReturning);
  const { message, figures, record, perceptions, steps, lines, rematch, skewMs } = heard;
  const afterExchange = signal(false);
  const choice = signal<SeenView['choice']>(null);
  const selectedSite = signal<string | null>(null);
  const considered = signal<Option | null>(null);
  const view = computed(() => message.value?.view ?? null);

  const connection = connect({
    ...heard.hearing,
    view(next) {
      batch(() => {
        const last = message.value;
        const change = heard.hearing.view(next);
        if (change === 'another-game') afterExchange.value = false;
        if (change === 'news') {
          selectedSite.value = null;
          considered.value = null;
        }
        choice.value = next.choice;
        draft.receive(next, last?.viewer !== next.viewer);
      });
    },
  });
  const dealings = createDealings(connection.outbox);
  const draft = createDraft(board, connection.outbox, view);

  return {
    board,
    code,
    connection,
    view,
    figures,
    record,
    perceptions,
    steps,
    seat: computed(() => view.value?.seat ?? null),
    place: computed(() => placeOf(message.value)),
    isHost: computed(() => message.value?.isHost ?? false),
    lines,
    rematch,
    dealings,
    choice,
    draft,
    scene: computed(() => sceneOf(heard, afterExchange.value)),
    deadlineMs: computed(() => byOwnClock(figures.value.deadlineMs || null, skewMs.value)),
    pauseEndsMs: computed(() => byOwnClock(figures.value.pauseEndsMs || null, skewMs.value)),
    ...reckonedFrom(board, view),
    speaking: computed(() => speakingOf(board, view.value, draft)),
    selectedSite,
    considered,
    async perceive(of, tap) {
      const by = view.value?.seat;
      if (!by) return;
      const answer = await dealings.ask('perceive', { of, ...tap });
      if (answer.ok) heard.tap(by, of, tap);
    },
    acknowledge: heard.acknowledge,
    proceed() {
      afterExchange.value = true;
    },
  };
}

function placeOf(message: SeenView | null): Power | null {
  return message === null || message.place === 'public' ? null : message.place;
}

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

function sceneOf(heard: Heard, afterExchange: boolean): Scene {
  const view = heard.message.value?.view;
  if (view === undefined) return 'waiting';
  if (heard.figures.value.stage === 'lobby') return 'lobby';
  if (heard.isNewHere.value) return 'handover';
  if (heard.isUnseen.value) return 'reveal';
  const { phase, exchange } = view.state.world;
  if (phase === 'crisis') return 'crisis';
  if (phase === 'orders') return 'room';
  if (exchange !== null && !afterExchange) return 'exchange';
  return heard.record.value === null ? 'waiting' : 'report';
}
