/** What striking first costs against being struck first: the arithmetic of Kent and Thaler (SCIENCE S2 to S5). */
import { pow } from '../math/real.ts';
import { leakersUniform } from './engagement.ts';

export interface Defence {
  readonly interceptors: number;
  readonly singleShot: number;
  readonly tracking: number;
}

/** S2. Expected warheads of n that get through a defence without decoys: F8 for real numbers. */
export function leak(warheads: number, defence: Defence): number {
  return leakersUniform({ ...defence, objects: warheads });
}

/** S3. Share of what is at risk that n arriving warheads destroy; n50 of them destroy half. */
export function damage(arriving: number, n50: number): number {
  return 1 - pow(2, -arriving / n50);
}

/** What arrives where, whoever worked it out. "First": we strike first. "Second": the rival does. */
export interface Arrivals {
  /** The rival's survivors on us after our first strike. */
  readonly onUsFirst: number;
  /** What our first strike spares from forces, on him. */
  readonly onRivalFirst: number;
  readonly onUsSecond: number;
  readonly onRivalSecond: number;
}

export interface CostTerms {
  readonly n50: number;
  /** What damage not done to the rival counts, against damage to oneself. */
  readonly lambda: number;
  /** What being first costs whatever the military result. */
  readonly taboo: number;
  /** What an intact third power adds to the cost of going first (S9). */
  readonly thirdParty: number;
}

export const DEFAULT_TERMS: CostTerms = { n50: 100, lambda: 0.3, taboo: 0, thirdParty: 0 };

export interface Costs {
  readonly costFirst: number;
  readonly costSecond: number;
  /** Warheads that arrive on the one who strikes first. */
  readonly arriving: number;
  /** S5: how sure one must be of being attacked before going first is the cheaper, at most 1. Low is dangerous. */
  readonly breakEven: number;
}

/** S4 and S5 on warheads that arrive. */
export function costsOf(arrivals: Arrivals, { n50, lambda, taboo, thirdParty }: CostTerms): Costs {
  const own = (arriving: number): number => damage(arriving, n50);
  const notDone = (arriving: number): number => lambda * (1 - damage(arriving, n50));
  const costFirst = own(arrivals.onUsFirst) + notDone(arrivals.onRivalFirst) + taboo + thirdParty;
  const costSecond = own(arrivals.onUsSecond) + notDone(arrivals.onRivalSecond);
  const breakEven = costFirst >= costSecond ? 1 : costFirst / costSecond;
  return { costFirst, costSecond, arriving: arrivals.onUsFirst, breakEven };
}

/** One side of an exchange. */
export interface Side {
  readonly total: number;
  /** By S1, as if its forces were struck. */
  readonly survivors: number;
  /** Warheads that its own first strike spends on the other's forces. */
  readonly counterforce: number;
  readonly defence: Defence;
}

export interface ExchangeTerms extends CostTerms {
  /** Share of our interceptors that a rival who goes first takes out beforehand. */
  readonly suppression: number;
}

/**
 * S4 and S5 for two forces and two defences without decoys. Against a rival who spends nothing on forces, we answer with
 * the total and not the survivors. As in the tables of SCIENCE 2.4, what answers *our* first strike is always the
 * rival's S1 count, even where we spend nothing on forces; who thinks otherwise calls costsOf with his own arrivals.
 */
export function costs(us: Side, rival: Side, terms: ExchangeTerms): Costs {
  const suppressed = { ...us.defence, interceptors: us.defence.interceptors * (1 - terms.suppression) };
  const arrivals: Arrivals = {
    onUsFirst: leak(rival.survivors, us.defence),
    onRivalFirst: leak(Math.max(0, us.total - us.counterforce), rival.defence),
    onUsSecond: leak(Math.max(0, rival.total - rival.counterforce), suppressed),
    onRivalSecond: leak(rival.counterforce > 0 ? us.survivors : us.total, rival.defence),
  };
  return costsOf(arrivals, terms);
}
