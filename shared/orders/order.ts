/**
 * What every kind of order says of itself, its shape and bounds first, in one file named after it; the registry holds them all.
 * The alarm preview is worked out for all kinds alike from `effects`, `act` and `amount` (game/preview.ts), and what an order is
 * called from the texts `order.KIND` (client/panels/order-name.ts).
 */
import type { Board } from '../capability/board.ts';
import { pow } from '../math/real.ts';
import type { Act } from '../politics/treaty.ts';
import type { OrderKind, Power } from '../scenario/names.ts';
import type { Contribution } from '../state/ledger.ts';
import { earlierDeeds } from '../state/read.ts';
import type { Refusal } from '../state/refusal.ts';
import type { State } from '../state/state.ts';
import type { OrderOf, OrderShapes } from './sheet.ts';

/** Who orders, on what board, in what state (true or veiled). */
export interface Scene {
  readonly board: Board;
  readonly state: State;
  readonly power: Power;
}

/** Where an order stands on its sheet, for ids that do not depend on the order of arrival. */
export interface Placed {
  readonly turn: number;
  readonly index: number;
}

export interface Price {
  readonly money: number;
  /** Turns until it takes effect; 0: this turn. */
  readonly turns: number;
}

export interface OrderRule<K extends OrderKind> {
  readonly kind: K;
  /** What it is written as, with its bounds; a file of a kind makes it known to the types by its line in `OrderShapes`. */
  readonly shape: OrderShapes[K];
  readonly family: Family;
  /** The phase of RULES 2 in which it acts. */
  readonly phase: 5 | 6 | 7;
  /** Whether others see the deed: at once, when its works are seen, or never, whatever comes out of it. */
  readonly seen: 'open' | 'works' | 'quiet';
  /** Every order of this kind worth listing for this power, whether or not it may be given now. */
  readonly options: (scene: Scene) => readonly OrderOf<K>[];
  /** The battery, interceptor, host, third state that it is about; empty where there is none. */
  readonly target: (order: OrderOf<K>) => string;
  /** Of a soft order: it loses force with each repeat of its kind, whomever it is about; else with repeats to the same target. */
  readonly tiresByKind?: true;
  /** Remembered with the deed: interceptors added, 1 or 0 for a posture, else 1. */
  readonly amount: (scene: Scene, order: OrderOf<K>) => number;
  readonly price: (scene: Scene, order: OrderOf<K>) => Price;
  /** Why it may not be given now; money and order slots are judged with the whole sheet. */
  readonly refuse: (scene: Scene, order: OrderOf<K>) => Refusal | null;
  /** What of it a treaty may forbid; where interceptors come to stand, the preview tells what they cover. */
  readonly act?: (scene: Scene, order: OrderOf<K>) => Act | null;
  readonly effects: (scene: Scene, order: OrderOf<K>, at: Placed) => readonly Contribution[];
  /** What chance adds when it is carried out; a preview cannot know it. */
  readonly drawn?: (scene: Scene, order: OrderOf<K>, draw: Drawn) => readonly Contribution[];
}

/** A number in [0, 1) that belongs to this order and n. */
export type Drawn = (n: number) => number;

export type Family = 'defence' | 'offence' | 'evidence' | 'cooperation' | 'posture';

/** Soft orders lose force when repeated: x 0.4 (p) for each repeat within 4 turns (RULES 5), to this target; null: to any. */
export function softness({ board, state, power }: Scene, kind: OrderKind, target: string | null): number {
  const { softMemory } = board.scenario.parameters.orders;
  const repeats = earlierDeeds(state, softMemory).filter(
    (deed) => deed.power === power && deed.kind === kind && (target === null || deed.target === target),
  ).length;
  return worn(board, repeats);
}

/** What is left of the force of an order that has been repeated so often. */
export const worn = ({ scenario }: Board, repeats: number): number => pow(scenario.parameters.orders.softRepeat, repeats);
