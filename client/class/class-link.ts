/** Addresses of an exercise: to sit down (`class`), to lead with an invitation (`console`). */
import { originForOthers } from '../net/origin.ts';

export function linkToClass(what: 'class' | 'console', code: string, invitation = ''): string {
  const address = `${originForOthers()}/?${what}=${code}`;
  return invitation === '' ? address : `${address}&invitation=${encodeURIComponent(invitation)}`;
}

/** The address as it is typed: without what every browser adds by itself. */
export const typedAddress = (): string => new URL(originForOthers()).host;
