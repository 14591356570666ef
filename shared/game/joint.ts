/**
 * Phase 3: joint orders are matched. Both halves of what was signed go ahead; half of it comes back, and whoever was left
 * waiting trusts the other less, which only those two know; what nobody signed comes back and costs nothing.
 */
import type { Board } from '../capability/board.ts';
import type { Order, Terms } from '../orders/sheet.ts';
import { DYADS, JOINT_KINDS, type JointKind, POWERS, type Power, pairId } from '../scenario/names.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { refuse } from '../state/refusal.ts';
import type { Clause } from '../state/state.ts';
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
      return isJoint(what) ? [fateOf(judged, agreed, { power, partners: partnersOf(what), accepted, what })] : [];
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
    contributions: failed.filter(({ outcome }) => outcome === 'left-waiting').flatMap((fate) => disappointed(board, fate)),
  };
}

/** An offer that was signed: of a treaty the terms as the one who offered them would order them. */
export interface Deal {
  readonly from: Power;
  readonly to: Power;
  readonly what: JointKind;
  readonly terms?: Terms;
}

/** Which pairs have signed what, each once, in the order of the powers and the kinds. */
export function agreedOf(deals: readonly Deal[]): Agreed {
  const isSigned = (one: Power, other: Power, kind: JointKind): boolean =>
    deals.some(({ from, to, what }) => what === kind && ((from === one && to === other) || (from === other && to === one)));
  return DYADS.flatMap(([, one, other]) =>
    JOINT_KINDS.filter((kind) => isSigned(one, other, kind)).map((kind) => [one, other, kind] as const),
  );
}

interface Half {
  readonly power: Power;
  readonly partners: readonly Power[];
  readonly what: JointOrder;
  readonly accepted: Accepted<Order>;
}
/** `absent`: partners that signed and did not come. */
type Fate = Half & { readonly outcome: 'matched' | 'left-waiting' | 'not-signed'; readonly absent: readonly Power[] };

type JointOrder = Extract<Order, { kind: JointKind }>;
const isJoint = (order: Order): order is JointOrder => JOINT_KINDS.some((kind) => kind === order.kind);

const of = (fates: readonly Fate[], power: Power): readonly Fate[] => fates.filter((fate) => fate.power === power);

export const partnersOf = (order: JointOrder): readonly Power[] => (order.kind === 'treaty' ? order.partners : [order.partner]);

/** Two halves are of the same thing: the same kind between the same powers, and of a treaty the same clauses. */
function isSame(one: JointOrder, by: Power, other: JointOrder, otherBy: Power): boolean {
  const parties = (order: JointOrder, power: Power): string => [...partnersOf(order), power].sort().join('+');
  const clauses = (order: JointOrder): string => (order.kind === 'treaty' ? order.clauses.map(clauseKey).sort().join(' ') : '');
  return one.kind === other.kind && parties(one, by) === parties(other, otherBy) && clauses(one) === clauses(other);
}

/** The same for the same clause, however it was written down. */
const clauseKey = (clause: Clause): string =>
  [
    clause.type,
    'power' in clause ? clause.power : '',
    'battery' in clause ? clause.battery : '',
    'count' in clause ? clause.count : '',
  ].join(',');

function fateOf(judged: Judged, agreed: Agreed, half: Half): Fate {
  const { power, partners, what } = half;
  const parties = [power, ...partners];
  const links = agreed.filter(([one, other, kind]) => kind === what.kind && parties.includes(one) && parties.includes(other));
  // Two need one signed offer between them; three need two, so that nobody is bound by what he never saw.
  if (links.length < partners.length || !links.some(([one, other]) => one === power || other === power))
    return { ...half, outcome: 'not-signed', absent: [] };
  const comes = (partner: Power): boolean =>
    judged[partner].orders.some((other) => isJoint(other.what) && isSame(what, power, other.what, partner));
  const absent = partners.filter((partner) => !comes(partner));
  return { ...half, outcome: absent.length === 0 ? 'matched' : 'left-waiting', absent };
}

/** Slots that come free so stay free: what did not fit beside the half was refused while it still might have been met. */
function withoutHalves(checked: Checked, failed: readonly Fate[]): Checked {
  const returned = failed.map(
    ({ power, partners, absent, accepted, outcome }): Returned => ({
      power,
      what: 'order',
      index: accepted.index,
      refusal: refuse(outcome === 'left-waiting' ? 'refusal.left-waiting' : 'refusal.not-signed', {
        power: absent[0] ?? partners[0] ?? power,
      }),
    }),
  );
  return {
    ...checked,
    orders: checked.orders.filter((accepted) => !failed.some((fate) => fate.accepted === accepted)),
    returned: [...checked.returned, ...returned],
    money: checked.money + failed.reduce((sum, { accepted }) => sum + accepted.money, 0),
  };
}

function disappointed(board: Board, { power, absent }: Fate): readonly Contribution[] {
  return absent.map((partner) => ({
    rule: 'left-waiting',
    subject: `pairs/${pairId(power, partner)}`,
    variable: 'trust',
    add: board.scenario.parameters.orders.jointExercise.leftWaiting,
    because: because('why.left-waiting', { power, partner }, [power, partner]),
  }));
}
