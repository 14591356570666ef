/** All kinds of order by name. A new kind is a new file and a line here. */
import { type Act, forbiddenBy } from '../politics/treaty.ts';
import type { OrderKind } from '../scenario/names.ts';
import { type Refusal, refuse } from '../state/refusal.ts';
import { build } from './build.ts';
import { climb } from './climb.ts';
import { coerce } from './coerce.ts';
import { court } from './court.ts';
import { exercise } from './exercise.ts';
import { exploit } from './exploit.ts';
import { flightTest } from './flight-test.ts';
import { forward } from './forward.ts';
import { hotline } from './hotline.ts';
import { integrate } from './integrate.ts';
import { intelligence } from './intelligence.ts';
import { jointExercise } from './joint-exercise.ts';
import { jointStatement } from './joint-statement.ts';
import { launchUnderAttack } from './launch-under-attack.ts';
import type { Family, OrderRule, Scene } from './order.ts';
import { aid, shield } from './patronage.ts';
import { posture } from './posture.ts';
import { press } from './press.ts';
import { counterSensor, dispersal, glide, mirv, patrol, penaids } from './programmes.ts';
import { back, deconflict, strikeProxy } from './proxy.ts';
import { reinforce } from './reinforce.ts';
import type { Order } from './sheet.ts';
import { suspend } from './suspend.ts';
import { leaveTreaty, treaty } from './treaty.ts';
import { upgrade } from './upgrade.ts';
import { visit } from './visit.ts';
import { withdraw } from './withdraw.ts';
import { withWorkOn } from './work.ts';

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
  const refusal = ruleOf(order.kind).refuse(scene, order);
  if (refusal !== null) return refusal;
  const act = actOf(scene, order);
  const forbidding = act === null ? null : forbiddenBy(scene.board, scene.state, scene.power, act);
  return forbidding === null ? null : refuse('refusal.treaty-forbids', { treaty: forbidding });
}

/** What an order does that a treaty may forbid. */
function actOf(scene: Scene, order: Order): Act | null {
  switch (order.kind) {
    case 'build':
    case 'reinforce':
      return growth(scene, order.battery, order);
    case 'upgrade': {
      return growth(scene, scene.board.plans[order.battery]?.upgrade?.to ?? order.battery, order);
    }
    case 'forward':
      return order.deployed ? { type: 'forward', battery: order.battery } : null;
    case 'flight-test':
      return { type: 'flight-test' };
    default:
      return null;
  }
}

const growth = (scene: Scene, battery: string, order: Order): Act => ({
  type: 'grow',
  battery,
  begun: () => withWorkOn(scene, battery, ruleOf(order.kind).amount(scene, order)),
});

export const familyOf = (kind: OrderKind): Family => RULES[kind].family;
