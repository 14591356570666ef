/** What changed between two sheets, part by part; and two people's changes of one sheet brought together. */
import { canonical } from '../hash.ts';
import type { Order, Sheet } from '../orders/sheet.ts';
import type { SheetPart } from './portfolio.ts';

/** The members of `list` that are not in `other`, each as often as it is missing there, whichever of its fields was written first. */
function beyond<T>(list: readonly T[], other: readonly T[]): readonly T[] {
  const left = other.map(canonical);
  return list.filter((each) => {
    const at = left.indexOf(canonical(each));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Where two sheets differ. In which order their lines stand does not matter. */
export function partsChanged(before: Sheet, after: Sheet): readonly SheetPart[] {
  const differing = <T>(one: readonly T[], other: readonly T[]): readonly T[] => [...beyond(one, other), ...beyond(other, one)];
  const parts = new Set<SheetPart>(differing<Order>(before.orders, after.orders).map(({ kind }) => kind));
  if (differing(before.statements, after.statements).length > 0) parts.add('statements');
  // To break one's word openly is for whoever gave it in the country's name.
  const isGivenUp = differing(before.abandon, after.abandon).length > 0;
  if (isGivenUp || before.standing !== after.standing) parts.add('standing');
  return [...parts];
}

export const sameSheet = (one: Sheet, other: Sheet): boolean => partsChanged(one, other).length === 0;

/** The newest sheet with what was changed from `base` to `own`: nothing that either wrote is lost, nothing comes twice. */
export function mergedSheet(base: Sheet, own: Sheet, newest: Sheet): Sheet {
  const merged = <T>(from: readonly T[], to: readonly T[], into: readonly T[]): T[] => {
    const kept = beyond(into, beyond(from, to));
    return [...kept, ...beyond(beyond(to, from), kept)];
  };
  const standing = own.standing === base.standing ? newest.standing : own.standing;
  return {
    orders: merged(base.orders, own.orders, newest.orders),
    statements: merged(base.statements, own.statements, newest.statements),
    abandon: merged(base.abandon, own.abandon, newest.abandon),
    ...(standing === undefined ? {} : { standing }),
  };
}
