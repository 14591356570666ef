/** Portfolios: who in a delegation may draft what, and who signs. A seat of one person has all of them. */
import { z } from 'zod';
import type { OrderKind } from '../scenario/names.ts';

export const PORTFOLIOS = ['head-of-state', 'defence', 'foreign-affairs', 'press'] as const;
export type Portfolio = (typeof PORTFOLIOS)[number];
export const portfolioSchema = z.enum(PORTFOLIOS);

/** Somebody in a delegation, as all in the room may know him: never by his person's id. */
export interface Delegate {
  readonly nickname: string;
  readonly portfolios: readonly Portfolio[];
  readonly isHere: boolean;
}

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

/** What of a sheet a portfolio may change: the head of state all of it, the press its statements, a ministry its orders. */
export function mayDraft(portfolios: readonly Portfolio[], part: OrderKind | 'statements' | 'standing'): boolean {
  if (portfolios.includes('head-of-state')) return true;
  if (part === 'statements') return portfolios.includes('press');
  return part !== 'standing' && portfolios.includes(ministryOf(part));
}

/** Locks, takes back locks, chooses in a crisis. */
export const maySign = (portfolios: readonly Portfolio[]): boolean => portfolios.includes('head-of-state');
