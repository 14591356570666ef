/**
 * One match as this page knows it: what the server sent, and everything worked out from it by the same core that the
 * server plays with. Signals only; no page, no map.
 */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Board, makeBoard } from '../../shared/capability/board.ts';
import { type Briefing, briefingOf, type Gauge, gaugeOf } from '../../shared/game/briefing.ts';
import { type Option, optionsFor } from '../../shared/game/options.ts';
import type { GameRecord } from '../../shared/game/record.ts';
import type { View } from '../../shared/game/view.ts';
import { halfOf } from '../../shared/orders/half.ts';
import type { ChannelLine } from '../../shared/protocol/channel.ts';
import type { SeenView } from '../../shared/protocol/messages.ts';
import type { Perception } from '../../shared/protocol/perception.ts';
import type { Delegation, Portfolio } from '../../shared/protocol/portfolio.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import type { Hearing } from '../net/connection.ts';
import type { Connection } from '../net/room-line.ts';
import type { Speaking } from './composing.ts';
import { rightsIn } from './delegation.ts';
import { createDraft, type Draft } from './draft.ts';
import type { Heard, SeenStep, Tap } from './heard.ts';
import { sameOrder } from './same-order.ts';
import { type Entered, type Table, tableOver } from './table.ts';
import { refusalOfHalf } from './talks.ts';

/** What the middle of the page shows. */
export type Scene = 'waiting' | 'handover' | 'room' | 'reveal' | 'crisis' | 'exchange' | 'report';

export interface Match extends Table {
  readonly board: Board;
  readonly view: ReadonlySignal<View | null>;
  readonly record: ReadonlySignal<GameRecord | null>;
  /** How the reader reads his rivals; after the end, how all read one another. */
  readonly perceptions: ReadonlySignal<readonly Perception[]>;
  readonly steps: ReadonlySignal<readonly SeenStep[]>;
  readonly scene: ReadonlySignal<Scene>;
  readonly seat: ReadonlySignal<Power | null>;
  /** The channels of the seat, in the order in which they were filled. */
  readonly lines: ReadonlySignal<readonly ChannelLine[]>;
  /** Who shares the seat with the reader. */
  readonly delegation: ReadonlySignal<Delegation>;
  /** What the reader may do at his seat: all, unless he shares it. */
  readonly rights: ReadonlySignal<readonly Portfolio[]>;
  /** The code under which the same people play on; null: nobody has asked for it. */
  readonly rematch: ReadonlySignal<string | null>;
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

/** A match over any line: worlds in the page and tests bring their own. */
export function matchOver(board: Board, entered: Entered, connect: (hearing: Hearing) => Connection): Match {
  return matchAt(board, tableOver(board.scenario, entered, connect));
}

/** What a table is played with, once its lobby is over. */
export const beginAt = (table: Table, scenario: Scenario): Match => matchAt(makeBoard(scenario), table);

function matchAt(board: Board, table: Table): Match {
  const { heard, connection } = table;
  const { message, figures, record, perceptions, steps, lines, rematch, skewMs } = heard;
  const afterExchange = signal(false);
  const choice = signal<SeenView['choice']>(null);
  const selectedSite = signal<string | null>(null);
  const considered = signal<Option | null>(null);
  const view = computed(() => message.value?.view ?? null);
  const rights = computed(() => rightsIn(heard.delegation.value));
  const draft = createDraft(board, { outbox: connection.outbox, view, rights });
  table.follow((next, change, isOther) => {
    if (change === 'another-game') afterExchange.value = false;
    if (change === 'news') {
      selectedSite.value = null;
      considered.value = null;
    }
    choice.value = next.choice;
    draft.receive(next, isOther);
  });
  heard.othersDraft.subscribe((other) => other !== null && draft.hear(other));
  heard.delegation.subscribe((delegation) => {
    if (delegation.delegates.length > 0) choice.value = delegation.choice;
  });
  heard.latestLine.subscribe((line) => bringSigned(line, { lines: lines.value, view: view.value, draft }));

  return {
    ...table,
    board,
    names: board,
    view,
    record,
    perceptions,
    steps,
    seat: computed(() => view.value?.seat ?? null),
    lines,
    rematch,
    delegation: heard.delegation,
    rights,
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
      const answer = await table.dealings.ask('perceive', { of, ...tap });
      if (answer.ok) heard.tap(by, of, tap);
    },
    acknowledge: heard.acknowledge,
    proceed() {
      afterExchange.value = true;
    },
  };
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

interface Signing {
  readonly lines: readonly ChannelLine[];
  readonly view: View | null;
  readonly draft: Draft;
}

/** What has just been signed goes onto the own sheet if it may: forgetting is no way of striking one's half. */
function bringSigned(line: ChannelLine | null, { lines, view, draft }: Signing): void {
  const offer = lines.find(({ id }) => id === line?.signs);
  if (offer === undefined || view === null || view.seat === null || line?.turn !== view.state.world.turn) return;
  const half = halfOf(offer, view.seat);
  if (half === null || draft.sheet.value.orders.some((order) => sameOrder(order, half))) return;
  if (refusalOfHalf(draft, half) === null) draft.addOrder(half);
}

function speakingOf(board: Board, view: View | null, draft: Draft): Speaking | null {
  if (view === null || view.seat === null) return null;
  return { board, state: view.state, power: view.seat, orders: draft.sheet.value.orders };
}

function sceneOf(heard: Heard, afterExchange: boolean): Scene {
  const view = heard.message.value?.view;
  if (view === undefined) return 'waiting';
  if (heard.isNewHere.value) return 'handover';
  if (heard.isUnseen.value) return 'reveal';
  const { phase, exchange } = view.state.world;
  if (phase === 'crisis') return 'crisis';
  if (phase === 'orders') return 'room';
  if (exchange !== null && !afterExchange) return 'exchange';
  return heard.record.value === null ? 'waiting' : 'report';
}
