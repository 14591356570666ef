/** How order slots are used: what share of a seat's slots each kind fills, in all games and in those in which it could be given. */
import type { Tale } from '../../shared/game/tale.ts';
import { ORDER_KINDS, type OrderKind, POWERS, type Power } from '../../shared/scenario/names.ts';
import { type Interval, ratioInterval } from './intervals.ts';
import type { Told } from './retell.ts';

export interface SlotShare {
  readonly power: Power;
  readonly kind: OrderKind;
  /** Of all order slots of the seat, those left empty among them. */
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

const usedIn = ({ orders, slots }: Tale, power: Power, kind: OrderKind): { readonly hits: number; readonly of: number } => ({
  hits: orders[power][kind] ?? 0,
  of: slots[power],
});
