/** Why an order weighs what it does: the smallest public margin and its owner's score, turn by turn, with it and without it. */
import { cell, type Part, parameter, reckoned, type Why } from '../capability/why.ts';
import type { Power } from '../scenario/names.ts';
import type { State } from '../state/state.ts';
import { publicMarginParts } from './explain-common.ts';
import { whyPoints } from './explain-score.ts';
import { type Closing, closingPairs, type Flip, worldsOf } from './flip.ts';
import type { Game } from './game.ts';
import { veil } from './veil.ts';

export interface WhatIfWhy {
  readonly gaugeChange: Why;
  readonly scoreChange: Why;
  readonly weight: Why;
  /** How each turn closed in either world, and the state that it is worked out on. */
  readonly closed: readonly { readonly why: Why; readonly state: State }[];
}

export function whyWhatIf(game: Game, flip: Flip): WhatIfWhy {
  const pairs = closingPairs(worldsOf(game, flip), flip);
  const gauges = pairs.map((pair) => pair.map((closing) => gaugeOn(game, closing)));
  const scores = pairs.map((pair) => pair.map((closing) => scoreOn(game, closing, flip.seat)));
  const gaugeChange = meanChange('change of the smallest public margin', gauges);
  const scoreChange = meanChange('change of the score of its owner', scores);
  const weight: Why = {
    what: 'weight of an order',
    value: gaugeChange.value + scoreChange.value,
    formula: 'gauge + score',
    parts: [reckoned('gauge', gaugeChange), reckoned('score', scoreChange)],
    sources: ['rules'],
  };
  return { gaugeChange, scoreChange, weight, closed: [...gauges, ...scores].flat() };
}

type Closed = WhatIfWhy['closed'][number];

/** Mean size of the change over the turns. Where the other world is the same at a turn, so is its explanation. */
function meanChange(what: string, pairs: readonly (readonly Closed[])[]): Why {
  const parts = pairs.map((pair, i) => {
    const [was, becomes] = pair.map(({ why }) => why) as [Why, Why];
    return reckoned(`turn${i + 1}`, {
      what: `${what} in a turn`,
      value: Math.abs(becomes.value - was.value),
      formula: 'max(becomes - was, was - becomes)',
      parts: [reckoned('becomes', becomes), reckoned('was', was)],
      sources: ['rules'],
    });
  });
  return {
    what,
    value: parts.reduce((sum, { value }) => sum + value, 0) / parts.length,
    formula: `(${parts.map(({ symbol }) => symbol).join(' + ')}) / ${parts.length}`,
    parts,
    sources: ['rules'],
  };
}

function gaugeOn(game: Game, { shown, gauge }: Closing): Closed {
  const state = veil(game.board, shown, 'public');
  const parts = publicMarginParts(game, state);
  const formula = `min(${parts.map(({ symbol }) => symbol).join(', ')})`;
  return { state, why: { what: 'smallest public margin', value: gauge, formula, parts, sources: ['rules'] } };
}

/** One turn's points as a share of what there is. */
function scoreOn({ board }: Game, { state, score }: Closing, seat: Power): Closed {
  const worked = (formula: string, parts: readonly Part[]): Why => ({
    what: 'score of a turn',
    value: score,
    formula,
    parts,
    sources: ['rules'],
  });
  const { ending } = state.world;
  if (ending === 'strike' || ending === 'accident')
    return { state, why: { ...worked('-1', []), holdsBy: [cell('ending', 1, 'world', 'ending')] } };
  const points = whyPoints(board, state, seat);
  const most = parameter('most', board.scenario.parameters.score.pointsPerObjective, 'score.pointsPerObjective');
  return { state, why: worked(`points / (${points.parts.length} * most)`, [reckoned('points', points), most]) };
}
