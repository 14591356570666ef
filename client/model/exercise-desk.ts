/** A facilitator's desk: what the exercise's room shows him, which world he has before him, and what became of his commands. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ConsoleView, WorldCard } from '../../shared/protocol/exercise-view.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import type { Refusal } from '../../shared/state/refusal.ts';
import type { ConsoleBodies, ExerciseHearing } from '../net/exercise-line.ts';
import type { Line } from '../net/room-line.ts';
import { type Command, isGrave, undoOf } from './console-undo.ts';

export const PANES = ['world', 'people', 'injects', 'words', 'notes', 'hot-wash', 'compare', 'record'] as const;
export type Pane = (typeof PANES)[number];

/** A command and what came of it, as it was when it was given. */
export interface Receipt {
  readonly number: number;
  readonly command: Command;
  readonly view: ConsoleView;
  /** Null: done. */
  readonly refusal: Refusal | null;
}

export interface ExerciseDesk {
  readonly line: Line<ConsoleBodies>;
  readonly view: ReadonlySignal<ConsoleView | null>;
  /** By how much the server's clock is ahead of this page's. */
  readonly skewMs: ReadonlySignal<number>;
  /** The world that commands are aimed at, by its code, or `all`. */
  readonly target: Signal<string>;
  /** The world before him; null: all of them. */
  readonly world: ReadonlySignal<WorldCard | null>;
  readonly pane: Signal<Pane>;
  readonly receipt: ReadonlySignal<Receipt | null>;
  /** What would take the last command back; null: nothing does. */
  readonly undoable: ReadonlySignal<Command | null>;
  /** A grave command that waits for a second word; null: none. */
  readonly waiting: Signal<Command | null>;
  /** Gives a command, or asks whether it is meant. Answers null while it asks. */
  give(command: Command): Promise<Answer | null>;
  /** The grave command is meant. */
  confirm(): Promise<Answer | null>;
  undo(): Promise<void>;
}

export function createExerciseDesk(connect: (hearing: ExerciseHearing) => Line<ConsoleBodies>): ExerciseDesk {
  const view = signal<ConsoleView | null>(null);
  const skewMs = signal(0);
  const target = signal('all');
  const receipt = signal<Receipt | null>(null);
  const undoable = signal<Command | null>(null);
  const waiting = signal<Command | null>(null);
  const line = connect({
    console(next) {
      batch(() => {
        skewMs.value = next.nowMs - Date.now();
        view.value = next;
      });
    },
    projector: () => undefined,
  });

  async function send(command: Command, back: Command | null): Promise<Answer> {
    const shown = view.value;
    const answer = await ask(line, command);
    if (shown === null) return answer;
    batch(() => {
      const number = (receipt.value?.number ?? 0) + 1;
      receipt.value = { number, command, view: shown, refusal: answer.ok ? null : answer.refusal };
      if (answer.ok) undoable.value = back;
    });
    return answer;
  }
  const sendNow = (command: Command): Promise<Answer> => send(command, view.value === null ? null : undoOf(command, view.value));

  return {
    line,
    view,
    skewMs,
    target,
    world: computed(() => view.value?.worlds.find(({ code }) => code === target.value) ?? null),
    pane: signal<Pane>('world'),
    receipt,
    undoable,
    waiting,
    async give(command) {
      if (!isGrave(command)) return sendNow(command);
      waiting.value = command;
      return null;
    },
    async confirm() {
      const command = waiting.value;
      waiting.value = null;
      return command === null ? null : sendNow(command);
    },
    async undo() {
      const command = undoable.value;
      if (command !== null) await send(command, null);
    },
  };
}

/** The pair of name and body belongs together, which a union of pairs alone does not tell the checker. */
function ask(line: Line<ConsoleBodies>, { name, body }: Command): Promise<Answer> {
  return line.outbox.request(name, body as ConsoleBodies[typeof name] & ConsoleBodies[keyof ConsoleBodies]);
}
