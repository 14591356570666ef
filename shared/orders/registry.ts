/** All kinds of order by name. A new kind is a new file (order.ts: what it must say), a name in scenario/names.ts and a line here. */
import { forbiddenBy } from '../politics/treaty.ts';
import type { OrderKind } from '../scenario/names.ts';
import { type Refusal, refuse } from '../state/refusal.ts';
import { aid } from './aid.ts';
import { back } from './back.ts';
import { build } from './build.ts';
import { climb } from './climb.ts';
import { coerce } from './coerce.ts';
import { counterSensor } from './counter-sensor.ts';
import { court } from './court.ts';
import { deconflict } from './deconflict.ts';
import { dispersal } from './dispersal.ts';
import { exercise } from './exercise.ts';
import { exploit } from './exploit.ts';
import { flightTest } from './flight-test.ts';
import { forward } from './forward.ts';
import { glide } from './glide.ts';
import { hotline } from './hotline.ts';
import { integrate } from './integrate.ts';
import { intelligence } from './intelligence.ts';
import { jointExercise } from './joint-exercise.ts';
import { jointStatement } from './joint-statement.ts';
import { launchUnderAttack } from './launch-under-attack.ts';
import { leaveTreaty } from './leave-treaty.ts';
import { mirv } from './mirv.ts';
import type { Family, OrderRule, Scene } from './order.ts';
import { patrol } from './patrol.ts';
import { penaids } from './penaids.ts';
import { posture } from './posture.ts';
import { press } from './press.ts';
import { reinforce } from './reinforce.ts';
import type { Order, OrderShapes } from './sheet.ts';
import { shield } from './shield.ts';
import { strikeProxy } from './strike-proxy.ts';
import { suspend } from './suspend.ts';
import { treaty } from './treaty.ts';
import { upgrade } from './upgrade.ts';
import { visit } from './visit.ts';
import { withdraw } from './withdraw.ts';

const RULES: { readonly [K in OrderKind]: OrderRule<K> } = {
  build,
  upgrade,
  reinforce,
  suspend,
  withdraw,
  penaids,
  dispersal,
  patrol,
  mirv,
  glide,
  'counter-sensor': counterSensor,
  forward,
  'flight-test': flightTest,
  intelligence,
  visit,
  exercise,
  press,
  shield,
  aid,
  court,
  coerce,
  posture,
  'launch-under-attack': launchUnderAttack,
  'joint-exercise': jointExercise,
  'joint-statement': jointStatement,
  climb,
  hotline,
  exploit,
  treaty,
  'leave-treaty': leaveTreaty,
  integrate,
  deconflict,
  back,
  'strike-proxy': strikeProxy,
};

/** The rule of a kind, with its own order type forgotten: the caller holds an Order whose kind chose the rule. */
export function ruleOf(kind: OrderKind): OrderRule<OrderKind> {
  return RULES[kind] as unknown as OrderRule<OrderKind>;
}

/** Why an order may not be given now, by its own rule or by a treaty that binds the power. */
export function refusalOf(scene: Scene, order: Order): Refusal | null {
  const rule = ruleOf(order.kind);
  const refusal = rule.refuse(scene, order);
  if (refusal !== null) return refusal;
  const act = rule.act?.(scene, order) ?? null;
  const forbidding = act === null ? null : forbiddenBy(scene.board, scene.state, scene.power, act);
  return forbidding === null ? null : refuse('refusal.treaty-forbids', { treaty: forbidding });
}

export const familyOf = (kind: OrderKind): Family => RULES[kind].family;

type Shape = OrderShapes[OrderKind];
/** In the order of the list above; there is a first. */
export const SHAPES = Object.values(RULES).map(({ shape }): Shape => shape) as [Shape, ...Shape[]];
