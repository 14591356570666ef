/** What the seats have handed in for the present step. A value: each entry makes the next desk. */
import type { Choices, CrisisChoice } from '../../shared/game/game.ts';
import type { Sheet } from '../../shared/orders/sheet.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { LoggedEntry } from './entry.ts';

export interface Draft {
  readonly sheet: Sheet;
  readonly isLocked: boolean;
  readonly savedAtMs: number;
}

export interface Desk {
  readonly drafts: Readonly<Partial<Record<Power, Draft>>>;
  readonly choices: Choices;
}

export const EMPTY_DESK: Desk = { drafts: {}, choices: {} };

/** The desk after an entry; a resolved step clears it. */
export function withEntry(desk: Desk, { atMs, entry }: LoggedEntry): Desk {
  switch (entry.kind) {
    case 'draft':
    case 'lock':
      return withDraft(desk, entry.power, { sheet: entry.sheet, isLocked: entry.kind === 'lock', savedAtMs: atMs });
    case 'unlock': {
      const draft = desk.drafts[entry.power];
      return draft ? withDraft(desk, entry.power, { ...draft, isLocked: false }) : desk;
    }
    case 'choose':
      return { ...desk, choices: withChoice(desk.choices, entry.power, entry.choice) };
    case 'sat':
      return desk;
    case 'resolved':
      return EMPTY_DESK;
  }
}

function withDraft(desk: Desk, power: Power, draft: Draft): Desk {
  return { ...desk, drafts: { ...desk.drafts, [power]: draft } };
}

function withChoice(choices: Choices, power: Power, choice: CrisisChoice): Choices {
  return { ...choices, [power]: choice };
}
