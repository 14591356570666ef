/** How the reader has arranged the room: which tab is open, map or table, which turn he reads, what the ledger was asked. */
import { batch, type Signal, signal } from '@preact/signals';
import { EVERYTHING, type Question } from './ledger.ts';

export const TABS = ['country', 'orders', 'statements', 'talks', 'intelligence', 'press', 'ledger', 'sheet'] as const;
export type Tab = (typeof TABS)[number];
/** On a narrow page the panels are a sheet over the map: only its tabs, half of it, or all. */
export type SheetHeight = 'peek' | 'half' | 'full';

export interface Desk {
  readonly tab: Signal<Tab>;
  readonly height: Signal<SheetHeight>;
  readonly centre: Signal<'map' | 'table'>;
  readonly question: Signal<Question>;
  /** The turn that press and ledger tell of; null: the last one that was played. */
  readonly readTurn: Signal<number | null>;
  /** How many lines of the channels have been read. */
  readonly readLines: Signal<number>;
  /** The rule at which the rulebook lies open; empty: at its beginning; null: it is closed. */
  readonly rulebook: Signal<string | null>;
  /** Opens the ledger on the lines that changed one number. */
  ask(subject: string, variable: string): void;
  open(tab: Tab): void;
  /** Reads a turn: in the ledger if that is open, else in the paper. */
  read(turn: number): void;
}

/** `linesBefore`: how many lines were read before the page was loaded anew. */
export function createDesk(linesBefore = 0): Desk {
  const tab = signal<Tab>('orders');
  const height = signal<SheetHeight>('peek');
  const centre = signal<'map' | 'table'>('map');
  const question = signal<Question>(EVERYTHING);
  const readTurn = signal<number | null>(null);
  const open = (next: Tab): void => {
    tab.value = next;
    if (height.value === 'peek') height.value = 'half';
  };
  return {
    tab,
    height,
    centre,
    question,
    readTurn,
    readLines: signal(linesBefore),
    rulebook: signal(null),
    open,
    ask(subject, variable) {
      batch(() => {
        question.value = { subject, variable };
        readTurn.value = null;
        open('ledger');
      });
    },
    read(turn) {
      batch(() => {
        readTurn.value = turn;
        open(tab.value === 'ledger' ? 'ledger' : 'press');
      });
    },
  };
}
