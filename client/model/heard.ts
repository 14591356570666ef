/** What this page has heard of a match from the server, and what of it the reader has not looked at yet. */
import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Choices } from '../../shared/game/game.ts';
import type { GameRecord } from '../../shared/game/record.ts';
import type { View } from '../../shared/game/view.ts';
import type { ChannelLine } from '../../shared/protocol/channel.ts';
import type { RoomFigures, SeenView, ServerMessages } from '../../shared/protocol/messages.ts';
import type { Perception, Reading } from '../../shared/protocol/perception.ts';
import { type Delegation, NO_DELEGATION } from '../../shared/protocol/portfolio.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { Effect } from '../../shared/state/ledger.ts';
import type { State } from '../../shared/state/state.ts';
import { type Hearing, NO_FIGURES } from '../net/connection.ts';

/** A step as it was seen: for the reveal and the ledger. */
export interface SeenStep {
  readonly turn: number;
  readonly round: number;
  readonly effects: readonly Effect[];
  readonly choices: Choices | null;
  readonly view: View;
  readonly before: State;
}

/** What a view was to the reader: a step he has not seen, the beginning of another game, or nothing new. */
export type Change = 'news' | 'another-game' | 'none';

export interface Heard {
  readonly message: ReadonlySignal<SeenView | null>;
  readonly figures: ReadonlySignal<RoomFigures>;
  readonly record: ReadonlySignal<GameRecord | null>;
  /** The reader's own taps; after the end everybody's. */
  readonly perceptions: ReadonlySignal<readonly Perception[]>;
  readonly steps: ReadonlySignal<readonly SeenStep[]>;
  readonly lines: ReadonlySignal<readonly ChannelLine[]>;
  /** The line that was heard last as it was said; null: none since the page was opened. */
  readonly latestLine: ReadonlySignal<ChannelLine | null>;
  readonly rematch: ReadonlySignal<string | null>;
  /** What another of the seat did to its sheet last; null: nothing since the page was opened. */
  readonly othersDraft: ReadonlySignal<ServerMessages['draft'] | null>;
  readonly delegation: ReadonlySignal<Delegation>;
  /** By how much the server's clock is ahead of this page's. */
  readonly skewMs: ReadonlySignal<number>;
  /** A step that the reader has not seen yet. */
  readonly isUnseen: ReadonlySignal<boolean>;
  /** The reader sat down in the middle of the game, and has not read what he takes over. */
  readonly isNewHere: ReadonlySignal<boolean>;
  readonly hearing: Omit<Hearing, 'view' | 'exercise'> & { view(next: SeenView): Change };
  acknowledge(): void;
  /** A tap that the server has taken down. */
  tap(by: Power, of: Power, tap: Tap): void;
}

/** How the step of a turn was read; null: taken back. */
export interface Tap {
  readonly turn: number;
  readonly reading: Reading | null;
}

const MOST_STEPS = 60;

export function createHeard(isReturning: boolean): Heard {
  const message = signal<SeenView | null>(null);
  const record = signal<GameRecord | null>(null);
  const perceptions = signal<readonly Perception[]>([]);
  const figures = signal(NO_FIGURES);
  const steps = signal<readonly SeenStep[]>([]);
  const skewMs = signal(0);
  const ofSeat = hearOfSeat();
  const isUnseen = signal(false);
  const isNewHere = signal(false);
  let hasSat = isReturning;

  function view(next: SeenView): Change {
    const last = message.value?.view ?? null;
    const more = next.view.timeline.length - (last?.timeline.length ?? 1);
    const isNews = more > 0 && last !== null;
    if (more < 0) forget();
    // A reader who comes in the middle finds the last step in the press and the ledger, not as news.
    if (more > 0) steps.value = [...steps.value, seenStep(next.view, last?.state ?? next.view.state)].slice(-MOST_STEPS);
    if (isNews) {
      isNewHere.value = false;
      isUnseen.value = next.view.seat !== null;
    }
    skewMs.value = next.nowMs - Date.now();
    message.value = next;
    if (next.view.state.world.phase !== 'ended') perceptions.value = next.perceptions;
    greet(next.view);
    return isNews ? 'news' : more < 0 ? 'another-game' : 'none';
  }

  /** The same room began another game: nothing of the old one is left. */
  function forget(): void {
    steps.value = [];
    record.value = null;
    isUnseen.value = false;
  }

  /** Who sits down in the middle of a game is told first what he takes over. */
  function greet({ seat, state }: View): void {
    if (seat === null) return;
    if (!hasSat && state.world.turn > 1 && state.world.phase !== 'ended') isNewHere.value = true;
    hasSat = true;
  }

  const hearing = {
    view,
    record: into(record),
    perceptions: into(perceptions),
    figures: into(figures),
    ...ofSeat.hearing,
  };
  const acknowledge = (): void =>
    batch(() => {
      isUnseen.value = false;
      isNewHere.value = false;
    });
  const tap: Heard['tap'] = (by, of, { turn, reading }) => {
    const others = perceptions.value.filter((one) => one.turn !== turn || one.by !== by || one.of !== of);
    perceptions.value = reading === null ? others : [...others, { turn, by, of, reading }];
  };
  const told = { message, figures, record, perceptions, steps, skewMs, isUnseen, isNewHere };
  return { ...told, ...ofSeat.heard, hearing, acknowledge, tap };
}

type OfSeat = 'lines' | 'latestLine' | 'rematch' | 'othersDraft' | 'delegation';

/** What a seat hears besides its views. */
function hearOfSeat(): {
  readonly heard: Pick<Heard, OfSeat>;
  readonly hearing: Pick<Hearing, 'lines' | 'line' | 'moved' | 'draft' | 'delegation'>;
} {
  const lines = signal<readonly ChannelLine[]>([]);
  const latestLine = signal<ChannelLine | null>(null);
  const rematch = signal<string | null>(null);
  const othersDraft = signal<ServerMessages['draft'] | null>(null);
  const delegation = signal(NO_DELEGATION);
  return {
    heard: { lines, latestLine, rematch, othersDraft, delegation },
    hearing: {
      lines: into(lines),
      line(line) {
        lines.value = [...lines.value.filter((known) => known.id !== line.id), line];
        latestLine.value = line;
      },
      moved: into<string | null>(rematch),
      draft: into<ServerMessages['draft'] | null>(othersDraft),
      delegation: into(delegation),
    },
  };
}

/** What is heard goes into a signal as it is. */
const into =
  <T>(kept: Signal<T>) =>
  (heard: T): void => {
    kept.value = heard;
  };

function seenStep(view: View, before: State): SeenStep {
  return { ...view.last, effects: view.effects, choices: view.choices, view, before };
}
