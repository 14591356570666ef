/** Why all three come to what they do together: tension turn by turn, and the turns in which no margin was gone. */
import { cell, type Part, reckoned, type Why } from '../capability/why.ts';
import { DYADS } from '../scenario/names.ts';
import type { State } from '../state/state.ts';
import { commonScore } from './common-score.ts';
import { whyOf } from './explain.ts';
import type { Game } from './game.ts';
import { veil } from './veil.ts';

export interface CommonWhy {
  readonly why: Why;
  /** By turn, the public state that its parts are worked out on, and both parts. */
  readonly turns: readonly { readonly state: State; readonly tension: Why; readonly safe: Why }[];
}

export function whyCommon(game: Game): CommonWhy {
  const { board, played, start } = game;
  const { ending } = (played.at(-1)?.state ?? start).world;
  const what = 'common score';
  if (ending === 'strike' || ending === 'accident') {
    const holdsBy = [cell('ending', 1, 'world', 'ending')];
    return { why: { what, value: 0, formula: '0', parts: [], holdsBy, sources: ['rules'] }, turns: [] };
  }
  const closed = played
    .filter(({ step, state }) => step.type !== 'end' && state.world.phase !== 'crisis')
    .map(({ state }) => state);
  const turns = (closed.length > 0 ? closed : [start]).map((state) => turnWhy(game, veil(board, state, 'public')));
  const tension = turns.map((turn, i) => reckoned(`tension${i + 1}`, turn.tension));
  const safe = turns.map((turn, i) => reckoned(`safe${i + 1}`, turn.safe));
  const mean = (parts: typeof safe): string => `(${parts.map(({ symbol }) => symbol).join(' + ')}) / ${parts.length}`;
  const formula = `100 * (1 - ${mean(tension)} / 100) * ${mean(safe)}`;
  return { why: { what, value: commonScore(game), formula, parts: [...tension, ...safe], sources: ['rules'] }, turns };
}

/** Each dyad's public margin; `state` is veiled for the public. */
export const publicMarginParts = ({ board, setup: { theory } }: Game, state: State): readonly Part[] =>
  DYADS.map(([dyad], i) => reckoned(`margin${i + 1}`, whyOf(board, state, { what: 'gauge', dyad, theory })));

function turnWhy(game: Game, state: State): CommonWhy['turns'][number] {
  const margins = publicMarginParts(game, state);
  const value = margins.every((margin) => margin.value > 0) ? 1 : 0;
  return {
    state,
    tension: {
      what: 'tension at the end of a turn',
      value: state.world.tension,
      formula: 'tension',
      parts: [cell('tension', state.world.tension, 'world', 'tension')],
      sources: ['rules'],
    },
    safe: {
      what: 'whether every public margin was above zero',
      value,
      formula: String(value),
      parts: [],
      holdsBy: margins,
      sources: ['rules'],
    },
  };
}
