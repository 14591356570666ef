/** One step of a game: a turn from sheets, or a crisis round from choices. The same step from the same game is the same. */
import { assert, must } from '../assert.ts';
import type { Board } from '../capability/board.ts';
import { falseAlarms, outbreakOf } from '../crisis/outbreak.ts';
import { dampAll, relaxation } from '../crisis/tension.ts';
import { draw } from '../math/draw.ts';
import { EMPTY_SHEET, type Sheet } from '../orders/sheet.ts';
import { leftUntested } from '../politics/commitment.ts';
import { fearOf } from '../politics/fear.ts';
import { DYADS, dyadOf, othersOf, POWERS, type Power } from '../scenario/names.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { nextTurn, sorted } from '../state/read.ts';
import type { State } from '../state/state.ts';
import { tensionBy } from '../state/tension.ts';
import { type Checked, judgeSheet } from './check.ts';
import { playRound } from './crisis-round.ts';
import { type Game, type Moment, type Played, type Sheets, type Step, stateOf } from './game.ts';
import { matchJoint } from './joint.ts';
import { momentOf } from './moment.ts';
import { OPENING_PHASES, ORDER_PHASES, type TurnScene } from './phases.ts';
import { begin, type Running, run, settled } from './runner.ts';
import { veil } from './veil.ts';

/** The game after one more step. A step of the wrong kind for the phase is our mistake, not a player's. */
export function advance(game: Game, step: Step): Game {
  const state = stateOf(game);
  const isPlayable = step.type === 'end' ? state.world.phase !== 'ended' : state.world.phase === PHASE_OF[step.type];
  assert(isPlayable, `a step of type ${step.type} can be played in phase ${state.world.phase}`);
  return { ...game, played: [...game.played, watched(game, stepPlayed(game, state, step))] };
}

const PHASE_OF = { turn: 'orders', round: 'crisis' } as const;

function stepPlayed(game: Game, state: State, step: Step): Unwatched {
  if (step.type === 'end') return endedHere(state, step);
  const lucky = step.luck === undefined ? game : { ...game, setup: { ...game.setup, luck: step.luck } };
  if (step.type === 'turn') return playTurn(lucky, state, step);
  return closing(lucky, playRound(lucky, state, step.choices), step);
}

/** A facilitator ends the game as it stands: what has not been played is neither held against anybody nor for him. */
function endedHere(state: State, step: Step): Unwatched {
  const { turn, phase } = state.world;
  const set = (subject: 'world' | 'crisis', variable: string, value: string): Contribution => ({
    rule: 'turn',
    subject,
    variable,
    set: value,
    because: because('why.ended'),
  });
  const over = [set('world', 'phase', 'ended'), set('world', 'ending', 'facilitator'), ...leftUntested(state)];
  const round = phase === 'crisis' ? state.crisis.round : 0;
  const running = settled(begin(state, round), phase === 'crisis' ? [...over, set('crisis', 'status', 'none')] : over);
  return { step, turn, round, effects: running.effects, returned: [], state: running.state };
}

/** A step played, before its place on the time line is worked out. */
type Unwatched = Omit<Played, 'moment'>;

/** Whoever plays ahead, a search or a what-if, asks for no moments: each waits until it is asked for, a sixth of a bare step. */
function watched({ board, setup }: Game, played: Unwatched): Played {
  const { turn, round, state } = played;
  let moment: Moment | undefined;
  return {
    ...played,
    get moment() {
      moment ??= momentOf(board, state, setup.theory, { turn, round });
      return moment;
    },
  };
}

function playTurn(game: Game, opening: State, step: Extract<Step, { type: 'turn' }>): Unwatched {
  const { board, setup } = game;
  const turn = opening.world.turn;
  const blank: TurnScene = { board, setup, turn, opening, checked: NOTHING_CHECKED, injects: step.injects ?? [] };
  let running = begin(opening, 0);
  for (const phase of OPENING_PHASES) running = run(running, phase.run(blank, running.state));
  const { checked, contributions } = matchJoint(board, judgeAll(board, running.state, step.sheets), step.agreed ?? []);
  running = run(running, contributions);
  const scene: TurnScene = { ...blank, checked };
  for (const phase of ORDER_PHASES) running = run(running, phase.run(scene, running.state));
  running = tensionMoves(scene, running);
  running = crisisBreaksOut(scene, running);
  if (running.state.world.phase !== 'crisis') running = settled(running, turnCloses(running.state));
  const returned = POWERS.flatMap((power) => checked[power].returned);
  return { step, turn, round: 0, effects: running.effects, returned, state: running.state };
}

/** After a crisis round: when the crisis is over and the world still stands, the turn that it interrupted closes. */
function closing(game: Game, round: { running: Running; returned: Played['returned'] }, step: Step): Unwatched {
  let { running } = round;
  if (running.state.world.phase === 'orders') running = settled(running, turnCloses(running.state));
  return {
    step,
    turn: stateOf(game).world.turn,
    round: running.round,
    effects: running.effects,
    returned: round.returned,
    state: running.state,
  };
}

const NOTHING: Checked = { orders: [], statements: [], abandoned: [], returned: [], money: 0 };
const NOTHING_CHECKED = { us: NOTHING, ru: NOTHING, cn: NOTHING };

function judgeAll(board: Board, state: State, sheets: Sheets): Readonly<Record<Power, Checked>> {
  const judge = (power: Power): Checked => {
    const sheet: Sheet = sheets[power] ?? EMPTY_SHEET;
    return judgeSheet(board, state, { power, sheet, money: state.powers[power].money });
  };
  return { us: judge('us'), ru: judge('ru'), cn: judge('cn') };
}

/** Phase 12: fear before and after, and everything that moved tension, damped and summed once. */
function tensionMoves({ board, opening }: TurnScene, running: Running): Running {
  const { parameters } = board.scenario;
  const { state } = running;
  const after = nextTurn(state);
  const rises = POWERS.flatMap((afraid) => {
    const [knewBefore, knowsNow] = [veil(board, opening, afraid), veil(board, after, afraid)];
    return othersOf(afraid).flatMap((feared): readonly Contribution[] => {
      const rise = fearOf(board, knowsNow, afraid, feared).fear - fearOf(board, knewBefore, afraid, feared).fear;
      // What frightens a power is its planners' business: others see the tension, not the reckoning behind it.
      return rise > 0
        ? [tensionBy('fear', rise * parameters.tension.fearRise, because('why.fear', { power: afraid, feared }, [afraid]))]
        : [];
    });
  });
  const damped = dampAll(parameters, state.world.tension, [...running.tension, ...rises]);
  return settled({ ...running, tension: [] }, [...damped, relaxation(parameters, state.world.tension)]);
}

/** Phase 13: at most one crisis a turn, so many a game. Its rounds are steps of their own. */
function crisisBreaksOut({ board, setup, turn }: TurnScene, running: Running): Running {
  const { state } = running;
  if (state.world.crises >= board.scenario.parameters.crisis.perGame) return running;
  const at = (n: number): number => draw({ ...setup, turn, round: 0, rule: 'outbreak', subject: 'world', n });
  const { rounds } = board.scenario.parameters.crisis;
  const outbreak = outbreakOf(board, { state, known: veil(board, state, 'public') }, setup.theory, at(1));
  if (at(0) < outbreak.chance) {
    const { first, second } = outbreak;
    const why = because('why.crisis.outbreak', { first, second, percent: Math.round(outbreak.chance * 100) });
    return settled(running, crisisOpens(state, { first, second, round: 1 }, why));
  }
  const alarms = falseAlarms(board, state).filter(
    ({ power, chance }) => draw({ ...setup, turn, round: 0, rule: 'false-alarm', subject: power, n: 0 }) < chance,
  );
  // When several have one in the same turn, a draw says whose it is: no seat comes first.
  const whose = draw({ ...setup, turn, round: 0, rule: 'false-alarm', subject: 'whose', n: 1 });
  const alarm = alarms[Math.floor(whose * alarms.length)];
  if (rounds === 0 || alarm === undefined) return running;
  const [, first, second] = must(
    DYADS.find(([id]) => id === dyadOf(alarm.power, alarm.other)),
    'a dyad',
  );
  // One round up: whoever believed for minutes that missiles were coming does not begin at the beginning.
  const opened = { first, second, round: Math.min(2, rounds) };
  return settled(
    running,
    crisisOpens(state, opened, because('why.crisis.false-alarm', { power: alarm.power, other: alarm.other })),
  );
}

function crisisOpens(
  state: State,
  { first, second, round }: { readonly first: Power; readonly second: Power; readonly round: number },
  why: Contribution['because'],
): readonly Contribution[] {
  const set = (subject: 'world' | 'crisis', variable: string, value: string | number | boolean): Contribution => ({
    rule: 'crisis-outbreak',
    subject,
    variable,
    set: value,
    because: why,
  });
  return [
    set('world', 'phase', 'crisis'),
    set('world', 'crises', state.world.crises + 1),
    set('world', 'lastCrisis', state.world.turn),
    set('crisis', 'status', 'running'),
    set('crisis', 'round', round),
    set('crisis', 'first', first),
    set('crisis', 'second', second),
    set('crisis', 'escalatedFirst', 0),
    set('crisis', 'escalatedSecond', 0),
    set('crisis', 'mediated', false),
  ];
}

/** Deeds and words are remembered as long as any rule looks back. */
const MEMORY_TURNS = 4;

/** Phase 14: the next turn opens or the game ends; what no rule looks back to any more is let go. */
function turnCloses(state: State): readonly Contribution[] {
  const { turn, lastTurn } = state.world;
  const why = because('why.turn');
  const world = (variable: string, value: string | number): Contribution => ({
    rule: 'turn',
    subject: 'world',
    variable,
    set: value,
    because: why,
  });
  if (turn >= lastTurn) return [world('phase', 'ended'), world('ending', 'time'), ...leftUntested(state)];
  const forget = (collection: 'deeds' | 'spoken'): readonly Contribution[] =>
    sorted<{ readonly turn: number }>(state[collection])
      .filter(([, thing]) => thing.turn <= turn - MEMORY_TURNS)
      .map(([id]) => ({
        rule: 'forget',
        subject: `${collection}/${id}`,
        variable: 'self',
        set: null,
        because: because('why.forget', {}, []),
      }));
  return [world('turn', turn + 1), ...forget('deeds'), ...forget('spoken')];
}
