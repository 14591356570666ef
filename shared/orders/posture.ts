/** Posture: generate the forces, or stand them down. Safe for oneself, dangerous for all; it cannot last. */
import { z } from 'zod';
import { because, type Contribution } from '../state/ledger.ts';
import { refuse } from '../state/refusal.ts';
import { tensionBy } from '../state/tension.ts';
import type { OrderRule, Scene } from './order.ts';
import { provoke } from './provocation.ts';

const shape = z.strictObject({ kind: z.literal('posture'), posture: z.enum(['day', 'generated']) });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly posture: typeof shape;
  }
}

export const posture: OrderRule<'posture'> = {
  kind: 'posture',
  shape,
  family: 'posture',
  phase: 5,
  seen: 'open',
  options: ({ state, power }) => [{ kind: 'posture', posture: state.powers[power].posture === 'day' ? 'generated' : 'day' }],
  target: () => '',
  amount: (_scene, order) => (order.posture === 'generated' ? 1 : 0),
  price: ({ board }, order) => ({
    money: order.posture === 'generated' ? board.scenario.parameters.orders.posture.money : 0,
    turns: 0,
  }),
  refuse: ({ state, power }, order) =>
    state.powers[power].posture === order.posture ? refuse('refusal.posture-already', { posture: order.posture }) : null,
  effects: (scene, order) => {
    const p = scene.board.scenario.parameters.orders.posture;
    if (order.posture === 'day') return standDown(scene, 'why.order.stand-down');
    const why = because('why.order.generate', { power: scene.power });
    return [
      set(scene, 'posture', 'generated', why),
      set(scene, 'generatedTurns', 0, why),
      tensionBy('posture', p.tension, why),
      ...provoke(scene, 'posture', why),
    ];
  },
};

/** A generated posture that has lasted too long ends by itself; while it lasts it weighs on everybody. */
export function heldPosture(scene: Scene): readonly Contribution[] {
  const { board, state, power } = scene;
  const own = state.powers[power];
  if (own.posture !== 'generated') return [];
  const { mostTurns } = board.scenario.parameters.orders.posture;
  if (own.generatedTurns + 1 >= mostTurns) return standDown(scene, 'why.posture.worn-out');
  const why = because('why.posture.held', { power });
  return [
    set(scene, 'generatedTurns', own.generatedTurns + 1, why),
    tensionBy('posture', board.scenario.parameters.tension.heldPosture, why),
  ];
}

function standDown(scene: Scene, key: string): readonly Contribution[] {
  const why = because(key, { power: scene.power });
  return [
    set(scene, 'posture', 'day', why),
    set(scene, 'generatedTurns', 0, why),
    tensionBy('posture', scene.board.scenario.parameters.orders.posture.standDownTension, why),
  ];
}

const set = ({ power }: Scene, variable: string, value: string | number, why: Contribution['because']): Contribution => ({
  rule: 'posture',
  subject: `powers/${power}`,
  variable,
  set: value,
  because: why,
});
