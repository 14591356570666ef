/** Why an order would alarm, relieve and move tension as its preview says: each rival's fear, and the own, without it and with it. */
import type { Board } from '../capability/board.ts';
import { byRule, cell, type Part, parameter, reckoned, type Why } from '../capability/why.ts';
import { damped } from '../crisis/tension.ts';
import type { Order } from '../orders/sheet.ts';
import { othersOf, type Power } from '../scenario/names.ts';
import type { State } from '../state/state.ts';
import { whyFear } from './explain.ts';
import { type BeforeAfter, orderedStates } from './preview.ts';

export interface OrderWhy {
  /** The states that the fears are worked out on: the next turn without the order and with it. */
  readonly states: BeforeAfter;
  /** By rival, the lesser and the greater shift of its fear, in points of a hundred. */
  readonly alarms: readonly { readonly rival: Power; readonly low: Why; readonly high: Why }[];
  /** By rival, the shift of the own planners' fear of it, in points of a hundred. */
  readonly reliefs: readonly { readonly rival: Power; readonly change: Why }[];
  /** Change of tension, without and with the fear that the order raises. */
  readonly tension: { readonly low: Why; readonly high: Why };
}

/** `state` is the seat's own veiled state, as for the preview itself. */
export function whyOrder(board: Board, state: State, power: Power, order: Order): OrderWhy {
  const { states, tension } = orderedStates(board, state, power, order);
  const shiftOf = (afraid: Power, feared: Power, worstCase: number): Why => {
    const fear = (on: State): Why => whyFear({ board, state: on }, afraid, feared, worstCase);
    const [before, after] = [fear(states.before), fear(states.after)];
    return {
      what: `shift of the fear of ${afraid}`,
      value: (after.value - before.value) * 100,
      formula: '100 * (after - before)',
      parts: [reckoned('after', after), reckoned('before', before)],
      sources: ['rules'],
    };
  };
  const alarms = othersOf(power).map((rival) => {
    const parts = [reckoned('least', shiftOf(rival, power, 0)), reckoned('worst', shiftOf(rival, power, 1))];
    const end = (what: 'min' | 'max'): Why => ({
      what: `alarm of ${rival}`,
      value: (what === 'min' ? Math.min : Math.max)(...parts.map(({ value }) => value)),
      formula: `${what}(least, worst)`,
      parts,
      sources: ['rules'],
    });
    return { rival, low: end('min'), high: end('max') };
  });
  const reliefs = othersOf(power).map((rival) => ({ rival, change: shiftOf(power, rival, 1) }));
  const raw = tension.map((c, i) => byRule(`raw${i + 1}`, 'add' in c ? c.add : 0, c.rule));
  const low = whyOwnShare(board, state, raw);
  return { states, alarms, reliefs, tension: { low, high: whyWithFear({ board, state }, low, alarms) } };
}

const DAMPING = ['damping', 'tension.damping'] as const;
const tensionCell = (state: State): Part => cell('tension', state.world.tension, 'world', 'tension');

/** Rises count for less the higher tension is, falls for less the lower. */
function whyOwnShare({ scenario }: Board, state: State, raw: readonly Part[]): Why {
  const { parameters } = scenario;
  const damping = parameter(DAMPING[0], parameters.tension.damping, DAMPING[1]);
  const parts = raw.map((part, i) =>
    reckoned(`change${i + 1}`, {
      what: 'change of tension, damped',
      value: damped(parameters, state.world.tension, part.value),
      formula: part.value > 0 ? `${part.symbol} * damping * (1 - tension / 100)` : `${part.symbol} * damping * tension / 100`,
      parts: [part, damping, tensionCell(state)],
      sources: ['rules'],
    }),
  );
  return {
    what: 'change of tension by the order itself',
    value: parts.reduce((sum, { value }) => sum + value, 0),
    formula: parts.map(({ symbol }) => symbol).join(' + ') || '0',
    parts,
    sources: ['rules'],
  };
}

function whyWithFear(
  { board, state }: { readonly board: Board; readonly state: State },
  own: Why,
  alarms: OrderWhy['alarms'],
): Why {
  const { damping, fearRise } = board.scenario.parameters.tension;
  const highs = alarms.map(({ rival, high }) => reckoned(rival, high));
  const feared = highs.reduce((sum, { value }) => sum + Math.max(0, value), 0) / 100;
  const rise: Why = {
    what: 'tension by the fear raised',
    value: feared * fearRise * damping * (1 - state.world.tension / 100),
    formula: `(${highs.map(({ symbol }) => `max(0, ${symbol})`).join(' + ')}) / 100 * fearRise * damping * (1 - tension / 100)`,
    parts: [
      ...highs,
      parameter('fearRise', fearRise, 'tension.fearRise'),
      parameter(DAMPING[0], damping, DAMPING[1]),
      tensionCell(state),
    ],
    sources: ['rules'],
  };
  return {
    what: 'change of tension with the fear raised',
    value: own.value + rise.value,
    formula: 'own + rise',
    parts: [reckoned('own', own), reckoned('rise', rise)],
    sources: ['rules'],
  };
}
