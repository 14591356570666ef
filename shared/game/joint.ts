/**
 * Phase 3: joint orders are matched. Both halves of what was signed go ahead; half of it comes back, and whoever was left
 * waiting trusts the other less, which only those two know; what nobody signed comes back and costs nothing.
 */
import type { Board } from '../capability/board.ts';
import type { Order } from '../orders/sheet.ts';
import { JOINT_KINDS, type JointKind, POWERS, type Power, pairId } from '../scenario/names.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { refuse } from '../state/refusal.ts';
import type { Accepted, Checked } from './check.ts';
import type { Agreed, Returned } from './game.ts';

type Judged = Readonly<Record<Power, Checked>>;

export interface Matched {
  readonly checked: Judged;
  /** What being left waiting does. */
  readonly contributions: readonly Contribution[];
}

/** The judged sheets without the halves that found no partner. */
export function matchJoint(board: Board, judged: Judged, agreed: Agreed): Matched {
  const fates = POWERS.flatMap((power) =>
    judged[power].orders.flatMap((accepted): readonly Fate[] => {
      const { what } = accepted;
      return isJoint(what) ? [fateOf(judged, agreed, { power, partner: what.partner, kind: what.kind, accepted })] : [];
    }),
  );
  const failed = fates.filter(({ outcome }) => outcome !== 'matched');
  if (failed.length === 0) return { checked: judged, contributions: [] };
  return {
    checked: {
      us: withoutHalves(judged.us, of(failed, 'us')),
      ru: withoutHalves(judged.ru, of(failed, 'ru')),
      cn: withoutHalves(judged.cn, of(failed, 'cn')),
    },
    contributions: failed.filter(({ outcome }) => outcome === 'left-waiting').map((fate) => disappointed(board, fate)),
  };
}

interface Half {
  readonly power: Power;
  readonly partner: Power;
  readonly kind: JointKind;
  readonly accepted: Accepted<Order>;
}
type Fate = Half & { readonly outcome: 'matched' | 'left-waiting' | 'not-signed' };

type JointOrder = Extract<Order, { kind: JointKind }>;
const isJoint = (order: Order): order is JointOrder => JOINT_KINDS.some((kind) => kind === order.kind);

const of = (fates: readonly Fate[], power: Power): readonly Fate[] => fates.filter((fate) => fate.power === power);

function fateOf(judged: Judged, agreed: Agreed, half: Half): Fate {
  const { power, partner, kind } = half;
  const isSigned = agreed.some(
    ([one, other, what]) => what === kind && [one, other].includes(power) && [one, other].includes(partner),
  );
  if (!isSigned) return { ...half, outcome: 'not-signed' };
  const isMet = judged[partner].orders.some(({ what }) => what.kind === kind && what.partner === power);
  return { ...half, outcome: isMet ? 'matched' : 'left-waiting' };
}

/** Slots that come free so stay free: what did not fit beside the half was refused while it still might have been met. */
function withoutHalves(checked: Checked, failed: readonly Fate[]): Checked {
  const returned = failed.map(
    ({ power, partner, accepted, outcome }): Returned => ({
      power,
      what: 'order',
      index: accepted.index,
      refusal: refuse(outcome === 'left-waiting' ? 'refusal.left-waiting' : 'refusal.not-signed', { power: partner }),
    }),
  );
  return {
    ...checked,
    orders: checked.orders.filter((accepted) => !failed.some((fate) => fate.accepted === accepted)),
    returned: [...checked.returned, ...returned],
    money: checked.money + failed.reduce((sum, { accepted }) => sum + accepted.money, 0),
  };
}

function disappointed(board: Board, { power, partner }: Fate): Contribution {
  return {
    rule: 'left-waiting',
    subject: `pairs/${pairId(power, partner)}`,
    variable: 'trust',
    add: board.scenario.parameters.orders.jointExercise.leftWaiting,
    because: because('why.left-waiting', { power, partner }, [power, partner]),
  };
}
