/** What the debrief shows of a finished game, worked out from its replay: truth beside belief, turn by turn. */
import { must } from '../assert.ts';
import { readingOf, recordQuantile, type Stance, singleWarheadKill } from '../belief/evidence.ts';
import type { Board } from '../capability/board.ts';
import { marginsOf } from '../crisis/alarm.ts';
import { fearOf } from '../politics/fear.ts';
import { PAIRS, POWERS, type Power, pairId } from '../scenario/names.ts';
import { sorted } from '../state/read.ts';
import type { Commitment, State } from '../state/state.ts';
import { gaugeOf } from './briefing.ts';
import { commonScore } from './common-score.ts';
import { type Drivers, driversOf } from './drivers.ts';
import type { Game, Played, Returned, Sheets } from './game.ts';
import { type SaidAndDone, saidAndDone } from './said.ts';
import { closedTurns, type Score, scoreOf } from './score.ts';
import { veil } from './veil.ts';

export interface TurnLine {
  readonly turn: number;
  readonly tension: number;
  readonly margins: Readonly<Record<string, number>>;
  readonly band: { readonly low: number; readonly high: number };
  /** By directed pair: how afraid the first was of the second. */
  readonly fears: Readonly<Record<string, number>>;
  /** By directed pair: the first's own margin as it believed it and as it was, and the pair's index in truth. */
  readonly judged: Readonly<Record<string, { readonly believed: number; readonly truth: number; readonly index: number }>>;
}

export interface SystemLine {
  readonly interceptor: string;
  readonly owner: Power;
  /** One shot at one warhead, by turn. */
  readonly byTurn: readonly SystemPoint[];
}

/** As rivals feared, as its owner believed, as it was; and between which values four fifths of what the record allowed lay. */
export interface SystemPoint {
  readonly turn: number;
  readonly rival: number;
  readonly owner: number;
  readonly truth: number;
  readonly low: number;
  readonly high: number;
}

/** A tenth of what the public record allows lies below the first, a tenth above the second. */
const [LOW, HIGH] = [0.1, 0.9];

export interface Report {
  readonly ending: State['world']['ending'];
  readonly exchange: State['world']['exchange'];
  /** Index 0 is the start. */
  readonly turns: readonly TurnLine[];
  readonly drivers: readonly Drivers[];
  readonly systems: readonly SystemLine[];
  readonly scores: Readonly<Record<Power, Score>>;
  /** What all come to together, 0 to 100 (game/common-score.ts). */
  readonly common: number;
  readonly said: readonly SaidAndDone[];
  readonly commitments: readonly (Commitment & { readonly id: string })[];
  /** Who handed in what, and what came back. */
  readonly sheets: readonly { readonly turn: number; readonly sheets: Sheets; readonly returned: readonly Returned[] }[];
  readonly crises: readonly { readonly turn: number; readonly rounds: readonly Played[] }[];
  readonly facts: Board['scenario']['facts'];
}

export function reportOf(game: Game): Report {
  const { board, start, played } = game;
  const end = played.at(-1)?.state ?? start;
  const states: readonly State[] = [start, ...closedTurns(game)];
  return {
    ending: end.world.ending,
    exchange: end.world.exchange,
    turns: states.map((state, i) => turnLine(game, state, i)),
    drivers: driversOf(game),
    systems: systemLines(board, states),
    scores: { us: scoreOf(game, 'us'), ru: scoreOf(game, 'ru'), cn: scoreOf(game, 'cn') },
    common: commonScore(game),
    said: saidAndDone(game),
    commitments: sorted(end.commitments).map(([id, commitment]) => ({ ...commitment, id })),
    sheets: played.flatMap(({ step, turn, returned }) => (step.type === 'turn' ? [{ turn, sheets: step.sheets, returned }] : [])),
    crises: crisesOf(played),
    facts: board.scenario.facts.filter((fact) => fact.turn <= end.world.turn),
  };
}

function turnLine({ board, setup }: Game, state: State, turn: number): TurnLine {
  const gauge = gaugeOf(board, state, setup.theory);
  const smallest = gauge.dyads[gauge.smallest];
  const seen = { us: veil(board, state, 'us'), ru: veil(board, state, 'ru'), cn: veil(board, state, 'cn') };
  const judged = ([of, towards]: (typeof PAIRS)[number]) => {
    const { theory } = setup;
    const [believed] = marginsOf(board, seen[of], [of, towards], { eyes: of, theory });
    const [truth] = marginsOf(board, state, [of, towards], { eyes: 'truth', theory });
    return { believed: believed.margin, truth: truth.margin, index: truth.index };
  };
  return {
    turn,
    tension: state.world.tension,
    margins: Object.fromEntries(gauge.dyads.map((dyad) => [dyad.id, dyad.margin])),
    band: { low: smallest?.low ?? 0, high: smallest?.high ?? 0 },
    fears: Object.fromEntries(
      PAIRS.map(([afraid, feared]) => [pairId(afraid, feared), fearOf(board, seen[afraid], afraid, feared).fear]),
    ),
    judged: Object.fromEntries(PAIRS.map((pair) => [pairId(...pair), judged(pair)])),
  };
}

function systemLines(board: Board, states: readonly State[]): readonly SystemLine[] {
  const owners = new Map(board.scenario.batteries.map((plan) => [plan.interceptor, plan.owner]));
  return board.scenario.interceptors.flatMap(({ id }) => {
    const owner = owners.get(id);
    if (!owner) return [];
    // On the public record alone: what one power learnt for itself is not what its rivals feared.
    const kill = (state: State, stance: Stance): number =>
      singleWarheadKill(readingOf(board, { ...state, insights: {} }, id, stance));
    const quantile = (state: State, p: number): number => recordQuantile(must(state.systems[id], id), p);
    const pointIn = (state: State, turn: number): SystemPoint => ({
      turn,
      rival: kill(state, 'rival'),
      owner: kill(state, 'owner'),
      truth: kill(state, 'truth'),
      low: quantile(state, LOW),
      high: quantile(state, HIGH),
    });
    return [{ interceptor: id, owner, byTurn: states.map(pointIn) }];
  });
}

function crisesOf(played: readonly Played[]): Report['crises'] {
  const turns = [...new Set(played.filter((p) => p.step.type === 'round').map((p) => p.turn))];
  return turns.map((turn) => ({ turn, rounds: played.filter((p) => p.turn === turn && p.step.type === 'round') }));
}

/** Powers in the order of their scores, best first; all lost after nuclear use. */
export function ranking(report: Report): readonly Power[] {
  return [...POWERS].sort((a, b) => report.scores[b].normalised - report.scores[a].normalised);
}
