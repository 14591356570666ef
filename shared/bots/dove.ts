/**
 * Dove: holds that fear, not malice, starts wars. Buys survivability before shields, presses third states, courts its own
 * allies, pledges what it will not build, reassures, and stands down first.
 */

import { must } from '../assert.ts';
import type { Order, Statement } from '../orders/sheet.ts';
import { feared, speech } from './speech.ts';
import { type Bot, isSigned, type Thinking, WHAT_IT_SIGNED } from './thinking.ts';

export const dove: Bot = {
  wants: (thinking, order) => WISHES[order.kind](thinking, order as never),
  says: (thinking) => [cap(thinking), reassurance(thinking)].filter((s): s is Statement => s !== null),
  chooses: () => 'stand-down',
  mediates: true,
  signsAt: 20,
};

type Wish<K extends Order['kind']> = (thinking: Thinking, order: Extract<Order, { kind: K }>) => number;

const WISHES: { readonly [K in Order['kind']]: Wish<K> } = {
  press: ({ view, power }, order) => 4 + (view.state.leverage[`${power}>${order.third}`]?.value ?? 0) / 10,
  dispersal: ({ power }) => (power === 'us' ? 0 : 5),
  patrol: ({ power }) => (power === 'us' ? 0 : 4),
  mirv: () => 0,
  glide: () => 0,
  'counter-sensor': () => 0,
  court: ({ board, power }, order) => (board.hosts[order.host]?.partner === power ? 5 : 1),
  exercise: ({ view }) => (view.state.world.tension < 40 ? 2 : 0),
  posture: (_thinking, order) => (order.posture === 'day' ? 10 : 0),
  penaids: ({ power, view }) => (power !== 'us' && view.state.powers[power].penaids === 0 ? 2 : 0),
  'flight-test': () => 0.5,
  build: () => 0,
  reinforce: () => 0,
  coerce: () => 0,
  withdraw: () => 0,
  upgrade: () => 0,
  suspend: () => 0,
  forward: (_thinking, order) => (order.deployed ? 0 : 4),
  intelligence: () => 0.5,
  visit: () => 3,
  shield: () => 0,
  aid: () => 0,
  'launch-under-attack': (_thinking, order) => (order.ready ? 0 : 8),
  'joint-statement': (thinking, order) => (isSigned(thinking, order) ? WHAT_IT_SIGNED : 0),
  hotline: (thinking, order) => (isSigned(thinking, order) ? WHAT_IT_SIGNED : 0),
  exploit: () => 0,
  treaty: () => 0,
  'leave-treaty': () => 0,
  integrate: () => 1,
  deconflict: (thinking, order) => (isSigned(thinking, order) ? WHAT_IT_SIGNED : 0),
  back: () => 0,
  'strike-proxy': () => 0,
  'joint-exercise': (thinking, order) => (isSigned(thinking, order) ? WHAT_IT_SIGNED : 0),
  climb: (thinking, order) => (isSigned(thinking, order) ? WHAT_IT_SIGNED : 0),
};

/** A pledge not to grow beyond what stands: it replaces the others' extrapolation by its speaker's credibility. */
function cap(thinking: Thinking): Statement | null {
  const { board, view, power } = thinking;
  const plan = board.scenario.batteries.find(
    (one) => one.owner === power && one.reinforce && view.state.batteries[one.id]?.status === 'active',
  );
  if (!plan) return null;
  const bound = Object.values(view.state.commitments).some((c) => c.power === power && c.status === 'open');
  if (bound) return null;
  const building = Object.values(view.state.works).reduce((sum, work) => sum + (work.battery === plan.id ? work.add : 0), 0);
  const count = must(view.state.batteries[plan.id], plan.id).inventory + building;
  return speech(thinking, {
    speaker: 'head-of-state',
    kind: 'pledge',
    target: 'all',
    subject: plan.id,
    venue: 'united-nations',
    commitment: {
      condition: { type: 'inventory-over', battery: plan.id, count },
      response: null,
      until: view.state.world.turn + 3,
    },
    words: 'dove.pledge',
  });
}

function reassurance(thinking: Thinking): Statement | null {
  return speech(thinking, {
    speaker: 'minister',
    kind: 'reassure',
    target: feared(thinking),
    subject: 'arms',
    venue: 'forum',
    commitment: null,
    words: 'dove.reassure',
  });
}
