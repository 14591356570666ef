/** How order slots are used: what share of a seat's orders each kind has, in all games and in those in which it could be given. */
import type { Tale } from '../../shared/game/tale.ts';
import { ORDER_KINDS, type OrderKind, POWERS, type Power } from '../../shared/scenario/names.ts';
import { type Interval, ratioInterval } from './intervals.ts';
import type { Told } from './retell.ts';

export interface SlotShare {
  readonly power: Power;
  readonly kind: OrderKind;
  /** Of all orders of the seat. */
  readonly share: Interval;
  /** Games in which the seat could give it at some time, and its share in those. */
  readonly games: number;
  readonly whereAllowed: Interval;
}

export function slotSharesOf(games: readonly Pick<Told, 'tale' | 'allowed'>[]): readonly SlotShare[] {
  return POWERS.flatMap((power) =>
    ORDER_KINDS.flatMap((kind): readonly SlotShare[] => {
      const allowed = games.filter((game) => game.allowed[power].includes(kind) || (game.tale.orders[power][kind] ?? 0) > 0);
      if (allowed.length === 0) return [];
      const shareIn = (some: typeof games): Interval => ratioInterval(some.map(({ tale }) => usedIn(tale, power, kind)));
      return [{ power, kind, share: shareIn(games), games: allowed.length, whereAllowed: shareIn(allowed) }];
    }),
  );
}

function usedIn({ orders }: Tale, power: Power, kind: OrderKind): { readonly hits: number; readonly of: number } {
  const all = Object.values(orders[power]).reduce((sum, count) => sum + count, 0);
  return { hits: orders[power][kind] ?? 0, of: all };
}
