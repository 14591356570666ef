/** Build: begin a battery where there is none yet. It alarms before it exists, and a host must agree. */

import { z } from 'zod';
import { must } from '../assert.ts';
import { pledgesAgainst } from '../politics/commitment.ts';
import { consentBy, hostOfBattery } from '../politics/host.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { refuse } from '../state/refusal.ts';
import { tensionBy } from '../state/tension.ts';
import type { OrderRule, Scene } from './order.ts';
import { provoke } from './provocation.ts';
import { idSchema } from './sheet.ts';
import { stands } from './standing.ts';
import { growth, startWork, withWorkOn } from './work.ts';

const shape = z.strictObject({ kind: z.literal('build'), battery: idSchema });
declare module './sheet.ts' {
  interface OrderShapes {
    readonly build: typeof shape;
  }
}

export const build: OrderRule<'build'> = {
  kind: 'build',
  shape,
  family: 'defence',
  phase: 6,
  seen: 'works',
  options: ({ board, power, state }) =>
    board.scenario.batteries
      .filter((plan) => plan.owner === power && plan.build && !stands(state, plan.id))
      .map((plan) => ({ kind: 'build', battery: plan.id })),
  target: (order) => order.battery,
  amount: ({ board }, order) => board.plans[order.battery]?.build?.inventory ?? 0,
  price: ({ board }, order) => {
    const plan = board.plans[order.battery]?.build;
    return { money: plan?.money ?? 0, turns: plan?.turns ?? 0 };
  },
  refuse: (scene, order) => {
    const { board, state, power } = scene;
    const plan = board.plans[order.battery];
    if (!plan?.build || plan.owner !== power) return refuse('refusal.not-yours-to-build', { battery: order.battery });
    if (stands(state, order.battery)) return refuse('refusal.stands-already', { battery: order.battery });
    return refuseHost(scene, order.battery) ?? refusePledged(scene, order.battery, plan.build.inventory);
  },
  act: (scene, order) => growth(scene, order.battery, build.amount(scene, order)),
  effects: (scene, order, at) => {
    const { board, power, state } = scene;
    const plan = must(board.plans[order.battery], order.battery);
    const works = must(plan.build, `${order.battery} can be built`);
    const existing = state.batteries[order.battery];
    const rise: Contribution = existing
      ? {
          rule: 'build',
          subject: `batteries/${order.battery}`,
          variable: 'status',
          set: 'building',
          because: why(scene, order.battery),
        }
      : {
          rule: 'build',
          subject: `batteries/${order.battery}`,
          variable: 'self',
          set: {
            owner: power,
            site: plan.site,
            interceptor: plan.interceptor,
            inventory: 0,
            status: 'building',
            suspendedBy: '',
            since: at.turn,
          },
          because: why(scene, order.battery),
        };
    return [
      rise,
      startWork(scene, at, { what: 'battery', battery: order.battery, add: works.inventory, turns: works.turns }),
      ...politicsOfBuilding(scene, order.battery, works.tension),
    ];
  },
};

/** Who may know why: everybody where a host debates it, only the owner on his own soil. */
export function why({ board, power }: Scene, battery: string) {
  return because('why.order.build', { power, battery }, hostOfBattery(board, battery) ? null : [power]);
}

/** Under this consent nothing new is built on a host's soil. */
export function refuseHost({ board, state }: Scene, battery: string) {
  const host = hostOfBattery(board, battery);
  if (!host) return null;
  const { refuseBelow } = board.scenario.parameters.hosts;
  const consent = must(state.hosts[host], `${host} is a host`).consent;
  return consent < refuseBelow ? refuse('refusal.host', { host, needed: refuseBelow }) : null;
}

/** A pledge stands in the way until it is openly given up on the same sheet (game/check.ts drops abandoned ones first). */
export function refusePledged(scene: Scene, battery: string, add: number) {
  const pledges = pledgesAgainst(scene.state, scene.power, () => withWorkOn(scene, battery, add));
  return pledges[0] ? refuse('refusal.pledged', { battery, commitment: pledges[0] }) : null;
}

/** What building does to people: the host's consent, approval at home, standing abroad, tension, provocation. */
export function politicsOfBuilding(scene: Scene, battery: string, tension: number): readonly Contribution[] {
  const { board, power } = scene;
  const { build: p } = board.scenario.parameters.orders;
  const host = hostOfBattery(board, battery);
  const cause = why(scene, battery);
  const own = (variable: string, add: number): Contribution => ({
    rule: 'build',
    subject: `powers/${power}`,
    variable,
    add,
    because: cause,
  });
  return [
    own('approval', p.approval),
    // Abroad it costs standing where it is seen at once; an unseen site must not show in a public number.
    ...(host ? [own('influence', p.influence)] : []),
    tensionBy('build', tension, cause),
    ...(host ? [consentBy('build', host, p.consent, cause)] : []),
    ...provoke(scene, 'build', cause),
  ];
}
