/** One round of a crisis: the dyad chooses, the third power may mediate, an accident may take the choice away (RULES 8). */

import { raidOf } from '../belief/arsenal.ts';
import { layersOf } from '../belief/defences.ts';
import { surviving } from '../belief/deterrence.ts';
import type { Board } from '../capability/board.ts';
import { expectedArriving } from '../capability/engagement.ts';
import { baseFear, marginsOf } from '../crisis/alarm.ts';
import { accidentChance, dispersedOf, haveDirectLine } from '../crisis/outbreak.ts';
import { damped } from '../crisis/tension.ts';
import { draw } from '../math/draw.ts';
import { leftUntested } from '../politics/commitment.ts';
import { othersOf, type Power, pairId } from '../scenario/names.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { refuse } from '../state/refusal.ts';
import type { Json, State } from '../state/state.ts';
import { exchangeOn } from './exchange.ts';
import { type Choices, type CrisisChoice, emboldenmentOf, type Game, type Returned } from './game.ts';
import { begin, type Running, settled } from './runner.ts';
import { veil } from './veil.ts';

export interface RoundPlayed {
  readonly running: Running;
  readonly returned: readonly Returned[];
}

interface Room {
  readonly game: Game;
  readonly state: State;
  readonly first: Power;
  readonly second: Power;
  readonly chosen: readonly [CrisisChoice, CrisisChoice];
}

export function playRound(game: Game, state: State, choices: Choices): RoundPlayed {
  const { first, second, round } = state.crisis;
  const returned: Returned[] = [];
  const choiceOf = (power: Power, other: Power): CrisisChoice => {
    const choice = choices[power] ?? 'hold';
    if (choice !== 'strike') return choice === 'mediate' || choice === 'watch' ? 'hold' : choice;
    if (mayStrike(game, state, power, other)) return 'strike';
    returned.push({ power, what: 'order', index: 0, refusal: refuse('refusal.strike-not-offered') });
    return 'hold';
  };
  const room: Room = { game, state, first, second, chosen: [choiceOf(first, second), choiceOf(second, first)] };
  const running = begin(state, round);
  const striker = oneOf(room, 'strike', [room.chosen[0] === 'strike', room.chosen[1] === 'strike']);
  if (striker) return { running: settled(running, warComes(room, striker, 'strike')), returned };
  const mediator = othersOf(first).find((power) => power !== second);
  const mediated = mediator !== undefined && choices[mediator] === 'mediate';
  const escalated = settled(running, [...escalations(room), crisis('mediated', mediated)]);
  const launched = accidentIn(room, escalated.state);
  if (launched)
    return { running: settled(escalated, warComes({ ...room, state: escalated.state }, launched, 'accident')), returned };
  return { running: settled(escalated, outcomeOf({ ...room, state: escalated.state })), returned };
}

/** Which side it was; when it was both, a draw says who came first, since no seat may. */
function oneOf(
  { game, state, first, second }: Room,
  what: string,
  [isFirst, isSecond]: readonly [boolean, boolean],
): Power | null {
  if (isFirst && isSecond) {
    const { turn } = state.world;
    return draw({ ...game.setup, turn, round: state.crisis.round, rule: 'both', subject: what, n: 0 }) < 0.5 ? first : second;
  }
  return isFirst ? first : isSecond ? second : null;
}

/** Striking is offered only to a power whose own margin, on its own evidence, is below zero. */
export function mayStrike(game: Pick<Game, 'board' | 'setup'>, state: State, power: Power, other: Power): boolean {
  const [own] = marginsOf(game.board, veil(game.board, state, power), [power, other], { eyes: power, theory: game.setup.theory });
  return own.margin < 0;
}

const whyOf = (room: Room) =>
  because('why.crisis.round', {
    first: room.first,
    firstChoice: room.chosen[0],
    second: room.second,
    secondChoice: room.chosen[1],
  });

const crisis = (variable: string, value: string | number | boolean): Contribution => ({
  rule: 'crisis-round',
  subject: 'crisis',
  variable,
  set: value,
  because: because('why.crisis.state'),
});

/** In a crisis tension moves at once, damped by where it stands. */
function tensionNow(room: Room, raw: number): Contribution {
  const { parameters } = room.game.board.scenario;
  return {
    rule: 'crisis-round',
    subject: 'world',
    variable: 'tension',
    add: damped(parameters, room.state.world.tension, raw),
    because: whyOf(room),
  };
}

function escalations(room: Room): readonly Contribution[] {
  const p = room.game.board.scenario.parameters;
  const side = (power: Power, other: Power, variable: string): readonly Contribution[] => [
    { rule: 'crisis-round', subject: 'crisis', variable, add: 1, because: whyOf(room) },
    tensionNow(room, p.crisis.escalate),
    {
      rule: 'crisis-round',
      subject: `pairs/${pairId(other, power)}`,
      variable: 'trust',
      add: p.crisis.escalateTrust,
      because: whyOf(room),
    },
    {
      rule: 'crisis-round',
      subject: `pairs/${pairId(power, other)}`,
      variable: 'provocation',
      add: p.provocation.escalate,
      because: whyOf(room),
    },
  ];
  return [
    ...(room.chosen[0] === 'escalate' ? side(room.first, room.second, 'escalatedFirst') : []),
    ...(room.chosen[1] === 'escalate' ? side(room.second, room.first, 'escalatedSecond') : []),
  ];
}

/** The side whose alert turned into a launch that nobody chose; null: none. Mediation of the round before halves it. */
function accidentIn(room: Room, state: State): Power | null {
  const { game, first, second } = room;
  const { round, mediated } = room.state.crisis;
  const turn = state.world.turn;
  const happens = (power: Power, other: Power): boolean => {
    const chance = accidentChance(game.board, {
      generated: state.powers[power].posture === 'generated',
      onWarning: state.powers[power].launchUnderAttack,
      dispersed: dispersedOf(state, power),
      hotline: haveDirectLine(state, power, other),
      alarm: baseFear(game.board, state, power, other),
      mediated,
    });
    return draw({ ...game.setup, turn, round, rule: 'accident', subject: power, n: 0 }) < chance;
  };
  return oneOf(room, 'accident', [happens(first, second), happens(second, first)]);
}

function warComes(room: Room, striker: Power, cause: 'strike' | 'accident'): readonly Contribution[] {
  const struck = striker === room.first ? room.second : room.first;
  const why = because(`why.exchange.${cause}`, { power: striker, other: struck });
  const world = (variable: string, value: Json): Contribution => ({
    rule: 'exchange',
    subject: 'world',
    variable,
    set: value,
    because: why,
  });
  return [
    crisis('status', 'none'),
    world('phase', 'ended'),
    world('ending', cause),
    ...leftUntested(room.state),
    world('exchange', { ...exchangeOn(room.game.board, room.state, { striker, struck, cause }) }),
  ];
}

function outcomeOf(room: Room): readonly Contribution[] {
  const { board } = room.game;
  const p = board.scenario.parameters.crisis;
  const down = room.chosen.map((choice) => choice === 'stand-down');
  const over = [crisis('status', 'none'), crisis('round', 0), endOfCrisis(room)];
  if (down[0] && down[1]) return [...over, tensionNow(room, p.bothDown)];
  if (down[0]) return [...over, tensionNow(room, p.oneDown), ...oneStandsDown(room, room.first, room.second)];
  if (down[1]) return [...over, tensionNow(room, p.oneDown), ...oneStandsDown(room, room.second, room.first)];
  if (room.state.crisis.round >= p.rounds) return [...over, tensionNow(room, p.frozenTension), ...frozen(room)];
  const held = room.chosen.every((choice) => choice === 'hold') ? [tensionNow(room, p.bothHold)] : [];
  return [...held, crisis('round', room.state.crisis.round + 1)];
}

const endOfCrisis = (room: Room): Contribution => ({
  rule: 'crisis-round',
  subject: 'world',
  variable: 'phase',
  set: 'orders',
  because: whyOf(room),
});

function frozen(room: Room): readonly Contribution[] {
  const add = room.game.board.scenario.parameters.crisis.frozenTrust;
  const pair = (from: Power, to: Power): Contribution => ({
    rule: 'crisis-round',
    subject: `pairs/${pairId(from, to)}`,
    variable: 'trust',
    add,
    because: because('why.crisis.frozen'),
  });
  return [pair(room.first, room.second), pair(room.second, room.first)];
}

/** He who stands down pays at home and is thanked abroad; the other's word counts for more and his standing for less. */
function oneStandsDown(room: Room, who: Power, other: Power): readonly Contribution[] {
  const { board } = room.game;
  const p = board.scenario.parameters.crisis;
  const why = because('why.crisis.stood-down', { power: who, other });
  const on = (power: Power, variable: string, add: number): Contribution => ({
    rule: 'crisis-round',
    subject: `powers/${power}`,
    variable,
    add,
    because: why,
  });
  return [
    on(who, 'approval', p.downApproval * (1 + emboldenmentOf(room.game) * shareStopped(board, room.state, who, other))),
    on(who, 'influence', p.downInfluence),
    on(other, 'credibility', p.firmCredibility),
    on(other, 'influence', p.firmInfluence),
  ];
}

/** Emboldenment: the share of the other's retaliation that a power believes its own defence would stop (RULES 8). */
function shareStopped(board: Board, state: State, power: Power, other: Power): number {
  const left = surviving(board, state, other, {
    striker: power,
    posture: state.powers[other].posture,
    onWarning: true,
    withWorks: false,
  });
  if (left === 0) return 0;
  const layers = layersOf(board, state, {
    defender: power,
    group: `${other}>${power}`,
    stance: 'owner',
    outlook: false,
    caps: {},
    worstCase: 0,
    denied: {},
    suppressed: 0,
  });
  return 1 - expectedArriving(raidOf(board, state, other, { warheads: left, withWorks: false }), layers) / left;
}
