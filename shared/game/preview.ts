/**
 * What an order would do, before it is given: how much more afraid each rival would be and how much less its own planners, what
 * it adds to tension, what it would cover. Worked out by the very core that resolves the turn, on what the seat knows.
 */

import { type Assurance, assuranceOf } from '../belief/deterrence.ts';
import { sharesNow } from '../belief/warning.ts';
import type { Board } from '../capability/board.ts';
import { dampAll } from '../crisis/tension.ts';
import type { Scene } from '../orders/order.ts';
import { ruleOf } from '../orders/registry.ts';
import type { Order } from '../orders/sheet.ts';
import { restraintsOf } from '../politics/restraint.ts';
import { othersOf, type Power } from '../scenario/names.ts';
import { type Contribution, settle } from '../state/ledger.ts';
import { nextTurn } from '../state/read.ts';
import type { Deed, State } from '../state/state.ts';
import { isTension } from '../state/tension.ts';

/** What planners would count on, without the order and with it: warheads that arrive, and their fear, 0 to 1. */
export interface Shift {
  readonly before: Pick<Assurance, 'arriving' | 'fear'>;
  readonly after: Pick<Assurance, 'arriving' | 'fear'>;
}

export interface Alarm {
  readonly rival: Power;
  /** Change of the rival's fear, in points of a hundred: the lesser and the greater of the two shifts. */
  readonly low: number;
  readonly high: number;
  /** If its planners credit what they must, and if they assume the worst. */
  readonly least: Shift;
  readonly worst: Shift;
}

/** What the own planners would count on against a rival, at the worst as all planners do; change of their fear in points of a hundred. */
export interface Relief {
  readonly rival: Power;
  readonly change: number;
  readonly shift: Shift;
}

export interface Preview {
  readonly alarms: readonly Alarm[];
  readonly reliefs: readonly Relief[];
  /** Change of tension: the order's own share, without and with the fear that it raises; and that fear's share. */
  readonly tension: { readonly low: number; readonly high: number; readonly fear: number };
  /** Share of each group of corridors that the battery could engage. */
  readonly cover: readonly { readonly group: string; readonly share: number; readonly interceptors: number }[];
}

/** `state` is the seat's own veiled state; the order should be legal, or the preview tells what it would do if it were. */
export function previewOrder(board: Board, state: State, power: Power, order: Order): Preview {
  const { states, tension } = orderedStates(board, state, power, order);
  const alarms = othersOf(power).map((rival) => alarmOf(board, states, rival, power));
  const reliefs = othersOf(power).map((rival) => reliefOf(board, states, power, rival));
  return { alarms, reliefs, tension: tensionOf(board, state, tension, alarms), cover: coverOf({ board, state, power }, order) };
}

/** The next turn without the order and with it, and the order's own raw changes of tension. */
export function orderedStates(
  board: Board,
  state: State,
  power: Power,
  order: Order,
): { readonly states: BeforeAfter; readonly tension: readonly Contribution[] } {
  const rule = ruleOf(order.kind);
  const scene = { board, state, power };
  const at = { turn: state.world.turn, index: 9 };
  const contributions = rule.effects(scene, order, at);
  const deed: Deed = { turn: at.turn, power, kind: order.kind, target: rule.target(order), amount: rule.amount(scene, order) };
  const rest = contributions.filter((c) => !isTension(c));
  const given = settle(state, rest, { turn: at.turn, round: 0, n: 0 }).state;
  const ordered: State = { ...given, deeds: { ...given.deeds, [`d${at.turn}-${power}-${at.index}`]: deed } };
  return { states: { before: nextTurn(state), after: nextTurn(ordered) }, tension: contributions.filter(isTension) };
}

export interface BeforeAfter {
  readonly before: State;
  readonly after: State;
}

function reliefOf(board: Board, { before, after }: BeforeAfter, power: Power, rival: Power): Relief {
  const counted = (state: State): Assurance =>
    assuranceOf(board, state, power, { feared: rival, restraints: restraintsOf(board, state, rival, power) });
  const shift = { before: counted(before), after: counted(after) };
  return { rival, change: (shift.after.fear - shift.before.fear) * 100, shift };
}

/** The range runs from a rival who counts only what geometry lets engage him to one who takes the worst case. */
function alarmOf(board: Board, { before, after }: BeforeAfter, rival: Power, power: Power): Alarm {
  const shift = (worstCase: number): Shift => {
    const counted = (state: State): Assurance =>
      assuranceOf(board, state, rival, {
        feared: power,
        restraints: { ...restraintsOf(board, state, power, rival), worstCase },
      });
    return { before: counted(before), after: counted(after) };
  };
  const [least, worst] = [shift(0), shift(1)];
  const [a, b] = [least, worst].map((each) => (each.after.fear - each.before.fear) * 100) as [number, number];
  return { rival, low: Math.min(a, b), high: Math.max(a, b), least, worst };
}

function tensionOf(board: Board, state: State, raw: readonly Contribution[], alarms: readonly Alarm[]): Preview['tension'] {
  const { parameters } = board.scenario;
  const own = dampAll(parameters, state.world.tension, raw).reduce((sum, c) => sum + ('add' in c ? c.add : 0), 0);
  const feared = alarms.reduce((sum, alarm) => sum + Math.max(0, alarm.high), 0) / 100;
  const rise = feared * parameters.tension.fearRise * parameters.tension.damping * (1 - state.world.tension / 100);
  return { low: own, high: own + rise, fear: rise };
}

/** What the battery that an order adds to could engage, by the interceptors that the order brings. */
function coverOf(scene: Scene, order: Order): Preview['cover'] {
  const rule = ruleOf(order.kind);
  const act = rule.act?.(scene, order);
  if (act?.type !== 'grow') return [];
  const interceptors = rule.amount(scene, order);
  const shares = sharesNow(scene.board, scene.state, act.battery);
  return Object.keys(shares)
    .sort()
    .map((group) => ({ group, share: shares[group] ?? 0, interceptors }));
}
