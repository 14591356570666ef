/** Orders about a proxy crisis: back one's side, strike the other side's base, or keep the two powers' forces apart together. */

import { type Power, pairId } from '../scenario/names.ts';
import type { ProxyPlan } from '../scenario/schema.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { refuse } from '../state/refusal.ts';
import { tensionBy } from '../state/tension.ts';
import { type OrderRule, type Scene, softness } from './order.ts';
import { refusePartner } from './partner.ts';
import { provoke } from './provocation.ts';
import { priceOf } from './withdraw.ts';

const plansOf = ({ board, power }: Scene): readonly ProxyPlan[] =>
  board.scenario.proxies.filter((plan) => plan.powers.includes(power));
const opponentIn = ({ powers: [one, other] }: ProxyPlan, power: Power): Power => (one === power ? other : one);
const heat = (rule: string, proxy: string, add: number, why: Contribution['because']): Contribution => ({
  rule,
  subject: `proxies/${proxy}`,
  variable: 'heat',
  add,
  because: why,
});

/** Money, arms and advisers for one's own side. */
export const back: OrderRule<'back'> = {
  kind: 'back',
  family: 'cooperation',
  phase: 7,
  seen: 'open',
  options: (scene) => plansOf(scene).map((plan) => ({ kind: 'back', proxy: plan.id })),
  target: (order) => order.proxy,
  amount: () => 1,
  price: ({ board }) => priceOf(board.scenario.parameters.proxies.back),
  refuse: (scene, order) => (planOf(scene, order.proxy) ? null : refuse('refusal.no-such-proxy')),
  effects: (scene, order) => {
    const p = scene.board.scenario.parameters.proxies.back;
    const soft = softness(scene, 'back', order.proxy);
    const why = because('why.order.back', { power: scene.power, proxy: order.proxy });
    const own = { rule: 'back', subject: `powers/${scene.power}`, because: why };
    return [
      heat('back', order.proxy, p.heat, why),
      { ...own, variable: 'influence', add: p.influence * soft },
      { ...own, variable: 'approval', add: p.approval * soft },
      tensionBy('back', p.tension, why),
    ];
  },
};

/** A blow at a base of the other side: popular at home, and two powers' soldiers closer to shooting at one another. */
export const strikeProxy: OrderRule<'strike-proxy'> = {
  kind: 'strike-proxy',
  family: 'cooperation',
  phase: 7,
  seen: 'open',
  options: (scene) => plansOf(scene).map((plan) => ({ kind: 'strike-proxy', proxy: plan.id })),
  target: (order) => order.proxy,
  amount: () => 1,
  price: ({ board }) => priceOf(board.scenario.parameters.proxies.strike),
  refuse: (scene, order) => (planOf(scene, order.proxy) ? null : refuse('refusal.no-such-proxy')),
  effects: (scene, order) => {
    const { board, power } = scene;
    const p = board.scenario.parameters.proxies.strike;
    const plan = planOf(scene, order.proxy);
    if (!plan) return [];
    const opponent = opponentIn(plan, power);
    const why = because('why.order.strike-proxy', { power, proxy: order.proxy });
    const own = { rule: 'strike-proxy', subject: `powers/${power}`, because: why };
    return [
      heat('strike-proxy', order.proxy, p.heat, why),
      { ...own, variable: 'approval', add: p.approval * softness(scene, 'strike-proxy', order.proxy) },
      { ...own, variable: 'influence', add: p.influence },
      { rule: 'strike-proxy', subject: `pairs/${pairId(opponent, power)}`, variable: 'trust', add: p.trust, because: why },
      tensionBy('strike-proxy', p.tension, why),
      ...provoke(scene, 'coerce', why, [opponent]),
    ];
  },
};

const planOf = (scene: Scene, proxy: string): ProxyPlan | undefined => plansOf(scene).find((plan) => plan.id === proxy);

/** Deconflict: the two staffs agree who flies where. It takes a signed offer and both halves (game/joint.ts). */
export const deconflict: OrderRule<'deconflict'> = {
  kind: 'deconflict',
  family: 'cooperation',
  phase: 7,
  seen: 'open',
  options: (scene) =>
    [...new Set(plansOf(scene).map((plan) => opponentIn(plan, scene.power)))].map((partner) => ({ kind: 'deconflict', partner })),
  target: (order) => order.partner,
  amount: () => 1,
  price: ({ board }) => priceOf(board.scenario.parameters.proxies.deconflict),
  refuse: (scene, { partner }) =>
    sharedWith(scene, partner).length === 0
      ? refuse('refusal.no-such-proxy')
      : refusePartner(scene, partner, scene.board.scenario.parameters.proxies.deconflict.leastTrust),
  effects: (scene, { partner }) => {
    const { board, power } = scene;
    const p = board.scenario.parameters.proxies.deconflict;
    const why = because('why.order.deconflict', { power, partner });
    return [
      // Each half cools it by half.
      ...sharedWith(scene, partner).map((plan) => heat('deconflict', plan.id, p.heat / 2, why)),
      { rule: 'deconflict', subject: `pairs/${pairId(power, partner)}`, variable: 'trust', add: p.trust, because: why },
      tensionBy('deconflict', p.tension / 2, why),
    ];
  },
};

const sharedWith = (scene: Scene, partner: Power): readonly ProxyPlan[] =>
  plansOf(scene).filter((plan) => opponentIn(plan, scene.power) === partner);
