/** Third states: automata with a programme and some restraint. Tests are drawn each turn; powers may press them (RULES 7). */

import { must } from '../assert.ts';
import type { Board } from '../capability/board.ts';
import type { Raid } from '../capability/engagement.ts';
import { clamp } from '../math/range.ts';
import { POWERS, type Power } from '../scenario/names.ts';
import type { ThirdPlan } from '../scenario/schema.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { deedsNow, earlierDeeds, sorted } from '../state/read.ts';
import type { State, ThirdState } from '../state/state.ts';
import { tensionBy } from '../state/tension.ts';
import { consentBy } from './host.ts';

/** A number in [0, 1) that belongs to this rule, subject and n in this turn. */
export type Draw = (rule: string, subject: string, n: number) => number;

/** The raid that a power must reckon with: it grows with every successful test of intercontinental class. */
export function raidOfThird(board: Board, third: ThirdState): Raid {
  const { thirds } = board.scenario.parameters;
  const warheads = Math.min(thirds.raidMost, thirds.raidStart + thirds.raidPerSuccess * third.successes);
  return { warheads, decoys: third.stage >= thirds.decoyStage ? warheads : 0, credibleDecoys: 0 };
}

/** Chance of a test this turn. */
export function testHazard(board: Board, state: State, id: string): number {
  const third = must(state.thirds[id], `${id} is a third state`);
  const plan = must(board.thirds[id], `${id} has a plan`);
  const nervous = 1 + board.scenario.parameters.thirds.tensionHazard * (state.world.tension - board.scenario.tension);
  return clamp(plan.testHazard * (1 - third.restraint / 100) * nervous, 0, 1);
}

export function thirdsAct(board: Board, state: State, draw: Draw): readonly Contribution[] {
  return sorted(state.thirds).flatMap(([id, third]) => {
    const plan = must(board.thirds[id], `${id} has a plan`);
    const tests = draw('third-test', id, 0) < testHazard(board, state, id);
    const fade = plan.restraint - third.restraint;
    const restraint: Contribution = {
      rule: 'third-restraint',
      subject: `thirds/${id}`,
      variable: 'restraint',
      add: fade * board.scenario.parameters.thirds.restraintFade,
      because: because('why.third.fades', { third: id }),
    };
    return [restraint, ...(tests ? testOf(board, state, plan, draw) : quietTurn(board, id, third))];
  });
}

function quietTurn(board: Board, id: string, third: ThirdState): readonly Contribution[] {
  // Work goes on without tests, more slowly the more restraint there is.
  const add = board.scenario.parameters.thirds.stageQuiet * (1 - third.restraint / 130);
  return [
    {
      rule: 'third-programme',
      subject: `thirds/${id}`,
      variable: 'stage',
      add,
      because: because('why.third.quiet', { third: id }),
    },
  ];
}

function testOf(board: Board, state: State, plan: ThirdPlan, draw: Draw): readonly Contribution[] {
  const { thirds } = board.scenario.parameters;
  const { id } = plan;
  const third = must(state.thirds[id], `${id} is a third state`);
  const succeeds = draw('third-success', id, 0) < thirds.testSuccess.base + thirds.testSuccess.perStage * third.stage;
  const why = because(succeeds ? 'why.third.tested' : 'why.third.failed', { third: id });
  const at = { rule: 'third-test', subject: `thirds/${id}`, because: why };
  const counts = succeeds && third.stage >= thirds.intercontinentalStage;
  return [
    { ...at, variable: 'stage', add: plan.testStage * (succeeds ? 1 : thirds.failedShare) },
    { ...at, variable: 'lastTest', set: state.world.turn },
    ...(counts ? [{ ...at, variable: 'successes', add: 1 }] : []),
    tensionBy('third-test', plan.testTension, why),
    // The homeland that its missiles are aimed at asks what its government does about it.
    { ...at, subject: `powers/${threatened(board, plan)}`, variable: 'approval', add: thirds.approval },
    ...frightenedHosts(board, id, why),
    ...idlePatron(board, state, id),
  ];
}

function threatened(board: Board, plan: ThirdPlan): Power {
  return must(board.sites[plan.homelandAims[0] ?? '']?.owner, `${plan.id} threatens a power`);
}

function frightenedHosts(board: Board, third: string, why: Contribution['because']): readonly Contribution[] {
  return board.scenario.hosts
    .filter((host) => host.fears?.third === third)
    .map((host) => consentBy('third-test', host.id, host.fears?.consent ?? 0, why));
}

/** Whoever shielded it pays for the test; else the power with most influence, if it pressed in neither this turn nor the two before. */
function idlePatron(board: Board, state: State, third: string): readonly Contribution[] {
  const patron = foremost(state, POWERS, third);
  const lately = [...earlierDeeds(state, 2), ...deedsNow(state)].filter((deed) => deed.target === third);
  const shields = lately.filter((deed) => deed.kind === 'shield');
  const last = Math.max(...shields.map((deed) => deed.turn));
  const shielding = shields.filter((deed) => deed.turn === last).map((deed) => deed.power);
  if (shielding.length > 0) return lookedAway(board, foremost(state, shielding, third), third);
  if (!lately.some((deed) => deed.power === patron && deed.kind === 'press')) return lookedAway(board, patron, third);
  const at = { rule: 'idle-patron', subject: `thirds/${third}`, variable: 'lookedAway' };
  return [{ ...at, set: '', because: because('why.third.patron', { power: patron, third }) }];
}

/** Who of these has most influence on it. */
const foremost = (state: State, powers: readonly Power[], third: string): Power =>
  powers.reduce((best, power) => (leverageOf(state, power, third) > leverageOf(state, best, third) ? power : best));

function lookedAway(board: Board, patron: Power, third: string): readonly Contribution[] {
  const at = { rule: 'idle-patron', subject: `thirds/${third}`, variable: 'lookedAway' };
  const why = because('why.third.patron', { power: patron, third });
  return [
    { ...at, set: patron, because: why },
    {
      rule: 'idle-patron',
      subject: `powers/${patron}`,
      variable: 'influence',
      add: board.scenario.parameters.thirds.idlePatronInfluence,
      because: why,
    },
  ];
}

export function leverageOf(state: State, power: Power, third: string): number {
  return state.leverage[`${power}>${third}`]?.value ?? 0;
}
