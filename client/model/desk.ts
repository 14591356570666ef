/** How the reader has arranged the room: which tab is open, map or table, what the ledger was asked. */
import { type Signal, signal } from '@preact/signals';
import { EVERYTHING, type Question } from './ledger.ts';

export const TABS = ['country', 'orders', 'statements', 'talks', 'press', 'ledger', 'sheet'] as const;
export type Tab = (typeof TABS)[number];
/** On a narrow page the panels are a sheet over the map: only its tabs, half of it, or all. */
export type SheetHeight = 'peek' | 'half' | 'full';

export interface Desk {
  readonly tab: Signal<Tab>;
  readonly height: Signal<SheetHeight>;
  readonly centre: Signal<'map' | 'table'>;
  readonly question: Signal<Question>;
  /** How many lines of the channels have been read. */
  readonly readLines: Signal<number>;
  /** Opens the ledger on the lines that changed one number. */
  ask(subject: string, variable: string): void;
  open(tab: Tab): void;
}

export function createDesk(): Desk {
  const tab = signal<Tab>('orders');
  const height = signal<SheetHeight>('peek');
  const centre = signal<'map' | 'table'>('map');
  const question = signal<Question>(EVERYTHING);
  const open = (next: Tab): void => {
    tab.value = next;
    if (height.value === 'peek') height.value = 'half';
  };
  return {
    tab,
    height,
    centre,
    question,
    readLines: signal(0),
    open,
    ask(subject, variable) {
      question.value = { subject, variable };
      open('ledger');
    },
  };
}
