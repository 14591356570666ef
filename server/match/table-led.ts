/** What a facilitator's entries do to the table. */
import type { Entry } from './entry.ts';
import type { Table } from './table.ts';

type Led = Extract<Entry, { kind: 'held' | 'bulletin' | 'rewound' | 'paper' | 'muted' | 'awaiting' | 'passed' }>;

export function led(table: Table, entry: Led, atMs: number): Table {
  switch (entry.kind) {
    case 'held':
      return { ...table, hold: entry.hold, clock: entry.clock };
    case 'bulletin':
      return {
        ...table,
        bulletins: [...table.bulletins, { ...entry.bulletin, msel: entry.msel }],
        injects: entry.event === null ? table.injects : [...table.injects, entry.event],
      };
    case 'rewound':
      return rewound(table, entry, atMs);
    case 'paper':
      return { ...table, paper: { ...table.paper, [entry.power]: entry.isOnPaper } };
    case 'muted': {
      const others = table.muted.filter((person) => person !== entry.person);
      return { ...table, muted: entry.isMuted ? [...others, entry.person] : others };
    }
    case 'awaiting':
      return { ...table, waiting: [...table.waiting, entry.line] };
    case 'passed': {
      const waiting = table.waiting.filter(({ id }) => id !== entry.id);
      if (entry.line === null) return { ...table, judgedWords: { ...table.judgedWords, [entry.id]: entry.isApproved } };
      return entry.isApproved ? { ...table, waiting, lines: [...table.lines, entry.line] } : { ...table, waiting };
    }
  }
}

/** Seats, names and mutes stay; what was handed in, said, tapped and announced since then is undone (ARCHITECTURE 2, law 8). */
function rewound(table: Table, { toTurn, branch, luck, clock }: Extract<Led, { kind: 'rewound' }>, atMs: number): Table {
  const isKept = ({ turn }: { readonly turn: number }): boolean => turn <= toTurn;
  return {
    ...table,
    hold: 'paused',
    branch,
    luck,
    clock,
    drafts: {},
    choices: {},
    strikes: {},
    injects: [],
    perceptions: table.perceptions.filter(isKept),
    lines: table.lines.filter(isKept),
    bulletins: table.bulletins.filter(isKept),
    closed: table.closed.map((one) => (isKept(one) || one.undoneMs !== null ? one : { ...one, undoneMs: atMs })),
    waiting: [],
    judgedWords: {},
  };
}
