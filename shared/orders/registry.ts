/** All kinds of order by name. A new kind is a new file and a line here. */
import type { OrderKind } from '../scenario/names.ts';
import { build } from './build.ts';
import { climb } from './climb.ts';
import { coerce } from './coerce.ts';
import { court } from './court.ts';
import { exercise } from './exercise.ts';
import { exploit } from './exploit.ts';
import { flightTest } from './flight-test.ts';
import { forward } from './forward.ts';
import { hotline } from './hotline.ts';
import { intelligence } from './intelligence.ts';
import { jointExercise } from './joint-exercise.ts';
import { jointStatement } from './joint-statement.ts';
import { launchUnderAttack } from './launch-under-attack.ts';
import type { Family, OrderRule } from './order.ts';
import { aid, shield } from './patronage.ts';
import { posture } from './posture.ts';
import { press } from './press.ts';
import { counterSensor, dispersal, glide, mirv, patrol, penaids } from './programmes.ts';
import { reinforce } from './reinforce.ts';
import { suspend } from './suspend.ts';
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
};

/** The rule of a kind, with its own order type forgotten: the caller holds an Order whose kind chose the rule. */
export function ruleOf(kind: OrderKind): OrderRule<OrderKind> {
  return RULES[kind] as unknown as OrderRule<OrderKind>;
}

export const familyOf = (kind: OrderKind): Family => RULES[kind].family;
