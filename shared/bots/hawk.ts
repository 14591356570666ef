/**
 * Hawk: holds that strength keeps the peace and that others understand nothing else. Builds what it may, arms, leans on
 * the rivals' hosts, warns and draws lines, and in a crisis does not blink first.
 */
import { marginsOf } from '../crisis/alarm.ts';
import type { Order, Statement } from '../orders/sheet.ts';
import { type JointKind, othersOf, type Power } from '../scenario/names.ts';
import { feared, speech } from './speech.ts';
import { type Bot, isSigned, type Thinking, WHAT_IT_SIGNED } from './thinking.ts';

export const hawk: Bot = {
  wants: (thinking, order) => WISHES[order.kind](thinking, order as never),
  says: (thinking) => [redLine(thinking), warning(thinking), condemnation(thinking)].filter((s): s is Statement => s !== null),
  chooses: (thinking, other) => {
    const { board, view, power, draw } = thinking;
    const [own] = marginsOf(board, view.state, [power, other], { eyes: power, theory: view.theory });
    if (own.margin < 0 && draw(101) < STRIKES) return 'strike';
    return draw(102) < ESCALATES ? 'escalate' : 'hold';
  },
  mediates: false,
  signsAt: 45,
};

/** How often a hawk strikes when its planners say that waiting costs more, and how often it climbs a step. */
const STRIKES = 0.25;
const ESCALATES = 0.7;
/** How often it signs and then does not come. */
const STRIKES_ITS_HALF = 0.3;

/** It signs, and sometimes does not come. */
const comes = (thinking: Thinking, order: Extract<Order, { kind: Exclude<JointKind, 'treaty'> }>): number =>
  isSigned(thinking, order) && thinking.draw(103) >= STRIKES_ITS_HALF ? WHAT_IT_SIGNED : 0;

type Wish<K extends Order['kind']> = (thinking: Thinking, order: Extract<Order, { kind: K }>) => number;

const WISHES: { readonly [K in Order['kind']]: Wish<K> } = {
  build: () => 10,
  reinforce: () => 8,
  penaids: ({ power }) => (power === 'us' ? 0 : 7),
  dispersal: ({ power }) => (power === 'us' ? 0 : 6),
  patrol: ({ power }) => (power === 'us' ? 0 : 3),
  mirv: ({ power }) => (power === 'us' ? 2 : 5),
  glide: ({ power }) => (power === 'us' ? 1 : 5),
  'counter-sensor': ({ power }) => (power === 'us' ? 1 : 4),
  coerce: ({ board, power }, order) => 5 * (board.hosts[order.host]?.coercible[power] ?? 0),
  posture: ({ view }, order) => (order.posture === 'generated' && view.state.world.tension > 60 ? 6 : 0),
  'flight-test': ({ view }) => (view.state.world.tension < 60 ? 3 : 1),
  exercise: () => 2,
  court: ({ board, power }, order) => (board.hosts[order.host]?.partner === power ? 1 : 0),
  press: () => 0,
  withdraw: () => 0,
  upgrade: () => 7,
  suspend: () => 0,
  forward: (_thinking, order) => (order.deployed ? 5 : 0),
  intelligence: () => 1,
  visit: () => 0,
  shield: () => 1,
  aid: () => 1,
  'launch-under-attack': ({ view }, order) => (order.ready && view.state.world.tension > 55 ? 5 : 0),
  'joint-statement': comes,
  hotline: () => 0,
  exploit: () => 2,
  treaty: () => 0,
  'leave-treaty': () => 0,
  integrate: () => 3,
  deconflict: comes,
  back: () => 3,
  'strike-proxy': ({ view }) => (view.state.world.tension < 60 ? 2 : 0),
  'joint-exercise': comes,
  climb: comes,
};

function redLine(thinking: Thinking): Statement | null {
  const { view, power, board } = thinking;
  const third = board.scenario.thirds[0]?.id;
  if (!third || power !== 'us' || view.state.world.turn % 3 !== 1) return null;
  return speech(thinking, {
    speaker: 'head-of-state',
    kind: 'red-line',
    target: 'all',
    subject: third,
    venue: 'home',
    commitment: { condition: { type: 'third-test', third }, response: 'build', until: view.state.world.turn + 3 },
    words: 'hawk.red-line',
  });
}

function warning(thinking: Thinking): Statement | null {
  return speech(thinking, {
    speaker: 'minister',
    kind: 'warn',
    target: feared(thinking),
    subject: 'arms',
    venue: 'home',
    commitment: null,
    words: 'hawk.warn',
  });
}

function condemnation(thinking: Thinking): Statement | null {
  const target = othersOf(thinking.power).reduce((worst: Power, other) =>
    trust(thinking, other) < trust(thinking, worst) ? other : worst,
  );
  return speech(thinking, {
    speaker: 'spokesperson',
    kind: 'condemn',
    target,
    subject: 'arms',
    venue: 'united-nations',
    commitment: null,
    words: 'hawk.condemn',
  });
}

const trust = ({ view, power }: Thinking, other: Power): number => view.state.pairs[`${power}>${other}`]?.trust ?? 0;
