/** Portfolios: who in a delegation may draft what, and who signs. A seat of one person has all of them. */
import { z } from 'zod';
import type { CrisisChoice } from '../game/game.ts';
import type { OrderKind } from '../scenario/names.ts';

export const PORTFOLIOS = ['head-of-state', 'defence', 'foreign-affairs', 'press'] as const;
export type Portfolio = (typeof PORTFOLIOS)[number];
export const portfolioSchema = z.enum(PORTFOLIOS);

/** Somebody in a delegation, as its other members know him: never by his person's id. */
export interface Delegate {
  readonly nickname: string;
  /** His own, and the head of state's while he stands in for one who is not here. */
  readonly portfolios: readonly Portfolio[];
  readonly isHere: boolean;
}

/** The delegation that the reader is one of, sent to its members only. No delegates: he sits alone, or not at all. */
export interface Delegation {
  readonly delegates: readonly Delegate[];
  /** Which of them the reader is. */
  readonly own: number;
  /** Who wants to strike and waits for a second to confirm it; null: nobody. */
  readonly strikeBy: number | null;
  /** What they have chosen in the present round of a crisis. */
  readonly choice: CrisisChoice | null;
}
export const NO_DELEGATION: Delegation = { delegates: [], own: -1, strikeBy: null, choice: null };

/** Orders that are the foreign ministry's to draft; every other kind is the defence ministry's. */
const FOREIGN: readonly OrderKind[] = [
  'visit',
  'court',
  'coerce',
  'press',
  'shield',
  'aid',
  'treaty',
  'leave-treaty',
  'climb',
  'joint-statement',
  'hotline',
  'deconflict',
];

export const ministryOf = (kind: OrderKind): Portfolio => (FOREIGN.includes(kind) ? 'foreign-affairs' : 'defence');

/** What can change on a sheet: orders of a kind, what is said, and what is nobody's but the head of state's. */
export type SheetPart = OrderKind | 'statements' | 'standing';

/** Whose a part of the sheet is, besides the head of state's, who may change all of it. */
export function portfolioOf(part: SheetPart): Portfolio {
  if (part === 'standing') return 'head-of-state';
  return part === 'statements' ? 'press' : ministryOf(part);
}

export const mayDraft = (portfolios: readonly Portfolio[], part: SheetPart): boolean =>
  portfolios.includes('head-of-state') || portfolios.includes(portfolioOf(part));

/** Offers joint orders to other powers, and signs theirs. */
export const mayNegotiate = (portfolios: readonly Portfolio[]): boolean =>
  portfolios.includes('head-of-state') || portfolios.includes('foreign-affairs');

/** Locks, takes back locks, chooses in a crisis. */
export const maySign = (portfolios: readonly Portfolio[]): boolean => portfolios.includes('head-of-state');
