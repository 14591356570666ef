/** A statement being composed: what it starts from, and what its kind asks for. */
import type { Board } from '../../shared/capability/board.ts';
import type { Order, Statement, Undertaking } from '../../shared/orders/sheet.ts';
import { isDeniable } from '../../shared/politics/commitment.ts';
import { EXERCISE_RUNGS, type Language, othersOf, type Power, type StatementKind } from '../../shared/scenario/names.ts';
import { subjectOfCondition } from '../../shared/scenario/words.ts';
import { rungOf } from '../../shared/state/read.ts';
import type { Condition, State } from '../../shared/state/state.ts';
import { standingOf } from './standing.ts';

/** A promise shorter than this proves little; one longer outlives a quick game. */
export const FIRST_UNTIL = 3;

export const CONDITIONS = [
  'battery-active',
  'inventory-over',
  'posture-generated',
  'third-test',
  'exercise-held',
  'treaty-left',
] as const;
export const RESPONSES = ['build', 'penaids', 'dispersal', 'coerce', 'posture'] as const;

export const bindingKind = (kind: StatementKind): kind is 'red-line' | 'pledge' => kind === 'red-line' || kind === 'pledge';

export function emptyStatement(board: Board, power: Power, language: Language): Statement {
  return {
    speaker: 'minister',
    kind: board.scenario.statementKinds[0] ?? 'reassure',
    target: othersOf(power)[0] ?? 'all',
    subject: 'arms',
    venue: 'united-nations',
    commitment: null,
    words: '',
    language,
  };
}

/** Who is about to speak, and what he orders on the same sheet: words are judged beside deeds. */
export interface Speaking {
  readonly board: Board;
  readonly state: State;
  readonly power: Power;
  readonly orders: readonly Order[];
}

/** Kinds that the scenario plays and for which this power has an occasion: nobody denies what he does not have. */
export function kindsFor({ board, state, power }: Speaking): readonly StatementKind[] {
  return board.scenario.statementKinds.filter((kind) => kind !== 'deny' || deniable(board, state, power).length > 0);
}

const deniable = (board: Board, state: State, power: Power): readonly string[] =>
  board.scenario.batteries.map(({ id }) => id).filter((battery) => isDeniable(board, state, power, battery));

/** A kind that binds gets a commitment to fill in; one that does not loses it. */
export function withKind(speaking: Speaking, statement: Statement, kind: StatementKind): Statement {
  const [first] = kind === 'deny' ? deniable(speaking.board, speaking.state, speaking.power) : [];
  if (!bindingKind(kind)) return { ...statement, kind, commitment: null, subject: first ?? statement.subject };
  const condition = firstCondition(speaking, kind);
  const until = speaking.state.world.turn + FIRST_UNTIL;
  const commitment: Undertaking = { condition, response: kind === 'red-line' ? 'penaids' : null, until };
  return { ...statement, kind, commitment, subject: subjectOfCondition(condition) };
}

/** A pledge binds the speaker's own arms, a red line is drawn before the other's. */
function firstCondition(speaking: Speaking, kind: 'red-line' | 'pledge'): Undertaking['condition'] {
  const { board, state, power } = speaking;
  const candidates = batteriesFor(board, power, kind);
  const standing = candidates.find((id) => standingOf(board, state, id).status === 'active' && board.plans[id]?.reinforce);
  const battery = standing ?? candidates[0];
  return battery === undefined ? { type: 'posture-generated', power } : conditionOf(speaking, 'inventory-over', battery);
}

/** The condition that holds at what stands, grows and is being ordered: one more would meet it. */
export function conditionOf(
  speaking: Speaking,
  type: 'battery-active' | 'inventory-over',
  battery: string,
): Undertaking['condition'] {
  return type === 'battery-active' ? { type, battery } : { type, battery, count: reachedAt(speaking, battery) };
}

/** Interceptors that a battery comes to once everything under way and on the sheet is done. */
function reachedAt({ board, state, orders }: Speaking, battery: string): number {
  const { inventory, coming } = standingOf(board, state, battery);
  const plan = board.plans[battery];
  const ordered = orders.map((order) => {
    if (order.kind === 'build' && order.battery === battery) return plan?.build?.inventory ?? 0;
    return order.kind === 'reinforce' && order.battery === battery ? (plan?.reinforce?.inventory ?? 0) : 0;
  });
  return ordered.reduce((sum, add) => sum + add, inventory + coming);
}

/** Whether the speaker's own orders would break a pledge in the turn after it is given: his to do, but not unawares. */
export function isBrokenByOrders(speaking: Speaking, { kind, commitment }: Pick<Statement, 'kind' | 'commitment'>): boolean {
  if (kind !== 'pledge' || commitment === null) return false;
  const { condition } = commitment;
  const { orders } = speaking;
  if (condition.type === 'inventory-over') return reachedAt(speaking, condition.battery) > condition.count;
  if (condition.type === 'battery-active')
    return orders.some((order) => order.kind === 'build' && order.battery === condition.battery);
  return orders.some((order) => isDeed(speaking, order, condition));
}

/**
 * Own open pledges that an order would break, by their ids: of forces, exercises and treaties. What is pledged of a battery
 * comes back instead (shared/orders/build.ts).
 */
export function pledgesBrokenBy(speaking: Pick<Speaking, 'state' | 'power'>, order: Order): readonly string[] {
  return Object.entries(speaking.state.commitments)
    .filter(([, { power, kind, status }]) => power === speaking.power && kind === 'pledge' && status === 'open')
    .filter(([, { condition }]) => isDeed(speaking, order, condition))
    .map(([id]) => id);
}

/** Whether an order is what a pledge of deeds forbids. */
function isDeed({ state, power }: Pick<Speaking, 'state' | 'power'>, order: Order, { type }: Pick<Condition, 'type'>): boolean {
  switch (type) {
    case 'posture-generated':
      return order.kind === 'posture' && order.posture === 'generated';
    case 'exercise-held':
      if (order.kind === 'climb') return EXERCISE_RUNGS.includes(rungOf(state, power, order.partner) + 1);
      return order.kind === 'exercise' || order.kind === 'joint-exercise';
    case 'treaty-left':
      return order.kind === 'leave-treaty';
    default:
      return false;
  }
}

export function batteriesFor(board: Board, power: Power, kind: 'red-line' | 'pledge'): readonly string[] {
  return board.scenario.batteries.filter((plan) => (plan.owner === power) === (kind === 'pledge')).map((plan) => plan.id);
}
