/** The state that a scenario and a seed begin with: what is unknown of the systems and the secret aims are drawn here. */
import { must } from '../assert.ts';
import type { Board } from '../capability/board.ts';
import { type Beta, betaQuantile } from '../math/beta.ts';
import { draw } from '../math/draw.ts';
import { PAIRS, POWERS, type Power, pairId } from '../scenario/names.ts';
import type { Battery, PowerState, State, SystemState, Work } from '../state/state.ts';
import type { Game, Setup } from './game.ts';
import { momentOf } from './moment.ts';

export function newGame(board: Board, setup: Setup): Game {
  const start = startState(board, setup);
  return { board, setup, start, opening: momentOf(board, start, setup.theory, { turn: 0, round: 0 }), played: [] };
}

function startState(board: Board, setup: Setup): State {
  const { scenario } = board;
  return {
    world: {
      turn: 1,
      phase: 'orders',
      lastTurn: lastTurnOf(board, setup),
      endDrawn: setup.endDrawn ?? false,
      tension: scenario.tension,
      crises: 0,
      lastCrisis: 0,
      ending: 'none',
      exchange: null,
    },
    crisis: { round: 0, first: 'us', second: 'ru', escalatedFirst: 0, escalatedSecond: 0, mediated: false, status: 'none' },
    powers: powersOf(board, setup),
    pairs: Object.fromEntries(
      PAIRS.map(([from, to]) => [pairId(from, to), { trust: scenario.trust[pairId(from, to)] ?? 50, provocation: 0 }]),
    ),
    batteries: Object.fromEntries(
      scenario.batteries.filter((plan) => plan.status === 'active').map((plan) => [plan.id, standing(plan)]),
    ),
    works: Object.fromEntries(scenario.works.map((work, i) => [`w0-${i}`, begun(board, work)])),
    systems: Object.fromEntries(
      scenario.interceptors.map((interceptor) => [interceptor.id, systemOf(board, setup, interceptor.id)]),
    ),
    hosts: Object.fromEntries(scenario.hosts.map((host) => [host.id, { consent: host.consent }])),
    thirds: Object.fromEntries(
      scenario.thirds.map((t) => [t.id, { stage: t.stage, restraint: t.restraint, successes: 0, lastTest: 0, lookedAway: '' }]),
    ),
    leverage: Object.fromEntries(
      scenario.thirds.flatMap((t) => POWERS.map((power) => [`${power}>${t.id}`, { value: t.influence[power] }])),
    ),
    ladders: {
      'us-ru': { rung: scenario.ladders['us-ru'] },
      'us-cn': { rung: scenario.ladders['us-cn'] },
      'ru-cn': { rung: scenario.ladders['ru-cn'] },
    },
    hotlines: { 'us-ru': { open: false }, 'us-cn': { open: false }, 'ru-cn': { open: false } },
    forward: {},
    insights: {},
    treaties: {},
    proxies: Object.fromEntries(scenario.proxies.map((plan) => [plan.id, { heat: plan.heat, incident: 0 }])),
    alliances: Object.fromEntries(scenario.alliances.map((plan) => [plan.id, { rung: plan.rung }])),
    deeds: {},
    spoken: {},
    commitments: {},
  };
}

/** A drawn end falls a turn before, on or after the scenario's last: nobody can order as if nothing came after. */
function lastTurnOf({ scenario }: Board, setup: Setup): number {
  return setup.endDrawn ? scenario.turns - 1 + Math.floor(startDraw(setup, 'last-turn', 'world', 0) * 3) : scenario.turns;
}

const standing = (plan: Board['plans'][string]): Battery => ({
  owner: plan.owner,
  site: plan.site,
  interceptor: plan.interceptor,
  inventory: plan.inventory,
  status: 'active',
  suspendedBy: '',
  since: 0,
});

const begun = (board: Board, work: Board['scenario']['works'][number]): Work => ({
  owner: must(board.plans[work.battery], work.battery).owner,
  what: 'battery',
  battery: work.battery,
  add: work.inventory,
  start: 0,
  ready: work.ready,
});

function powersOf(board: Board, setup: Setup): Readonly<Record<Power, PowerState>> {
  const of = (power: Power): PowerState => {
    const start = board.scenario.powers[power];
    const aims = aimsInPlay(board, start.secretAims);
    const aim = aims[Math.floor(startDraw(setup, 'secret-aim', power, 0) * aims.length)];
    return {
      money: 0,
      approval: start.approval,
      credibility: start.credibility,
      influence: start.influence,
      posture: 'day',
      generatedTurns: 0,
      launchUnderAttack: false,
      penaids: 0,
      dispersal: 0,
      patrol: 0,
      mirv: 0,
      glide: 0,
      'counter-sensor': 0,
      tradeLost: 0,
      secretAim: aim?.id ?? '',
    };
  };
  return { us: of('us'), ru: of('ru'), cn: of('cn') };
}

/** The first three that the orders in play can serve: nobody wishes for treaties where none can be signed. */
const SECRET_AIMS = 3;
export function aimsInPlay<T extends { readonly id: string }>({ scenario }: Board, aims: readonly T[]): readonly T[] {
  return aims.filter(({ id }) => id !== 'treaties' || scenario.orderKinds.includes('treaty')).slice(0, SECRET_AIMS);
}

/** Public record as Beta counts; the truth is one draw from what the record allows. */
function systemOf(board: Board, setup: Setup, id: string): SystemState {
  const { record } = board.interceptors[id] ?? { record: { hits: 0, trials: 0 } };
  const { decoysTaken, tracking } = board.scenario.parameters.belief;
  const kill: Beta = { a: 1 + record.hits, b: 1 + record.trials - record.hits };
  const truth = (what: string, beta: Beta): number => betaQuantile(startDraw(setup, `true-${what}`, id, 0), beta);
  return {
    killA: kill.a,
    killB: kill.b,
    decoyA: decoysTaken.a,
    decoyB: decoysTaken.b,
    trackA: tracking.a,
    trackB: tracking.b,
    trueKill: truth('kill', kill),
    trueDecoy: truth('decoys', decoysTaken),
    trueTrack: truth('tracking', tracking),
  };
}

/** Draws of the start belong to no turn and to no luck: a rewind does not change what the world is. */
const startDraw = (setup: Setup, rule: string, subject: string, n: number): number =>
  draw({ seed: setup.seed, luck: 0, turn: 0, round: 0, rule, subject, n });
