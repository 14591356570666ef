/**
 * The long reckonings of the debrief, beside the page so that it never stands still: a record opened and proved, the most
 * pivotal orders, the same sheets under the other theories.
 */
import { type Board, makeBoard } from '../../shared/capability/board.ts';
import type { Why } from '../../shared/capability/why.ts';
import { type RecordFile, readRecord } from '../../shared/export/record-file.ts';
import { whyWhatIf } from '../../shared/game/explain-flip.ts';
import { type Flip, flipsOf, ranked, type WhatIf, whatIf } from '../../shared/game/flip.ts';
import { underTheory } from '../../shared/game/follow.ts';
import { type Game, type Moment, stateOf } from '../../shared/game/game.ts';
import { type GameRecord, type Parting, replay } from '../../shared/game/record.ts';
import { closingSteps, scoreOf } from '../../shared/game/score.ts';
import { loadScenario } from '../../shared/scenario/load.ts';
import { POWERS, type Power, THEORIES, type Theory } from '../../shared/scenario/names.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/state/refusal.ts';
import type { State } from '../../shared/state/state.ts';

export type ToWork =
  /** `scenario`: for a record that does not hold its own. */
  | { readonly what: 'open'; readonly text: string; readonly scenario: unknown }
  | { readonly what: 'weigh'; readonly board: Board; readonly record: GameRecord }
  /** Why an order weighs what it does. */
  | { readonly what: 'explain'; readonly board: Board; readonly record: GameRecord; readonly flip: Flip };

export type FromWork =
  | { readonly what: 'opened'; readonly opened: Opened }
  /** The record names a scenario and does not hold it. */
  | { readonly what: 'lacks'; readonly scenario: string }
  | { readonly what: 'refused'; readonly refusal: Refusal }
  | { readonly what: 'theories'; readonly worlds: readonly OtherWorld[] }
  | { readonly what: 'weighed'; readonly done: number; readonly of: number; readonly pivotal: readonly WhatIf[] }
  | { readonly what: 'explained'; readonly why: Why };

/** A record as it was played again; `parting`: where it does not come out as it says. */
export interface Opened {
  readonly file: RecordFile;
  readonly game: Game;
  readonly parting: Parting | null;
}

/** What the same sheets come to in another world, turn by turn from the start. */
export interface OtherWorld {
  readonly theory: Theory;
  readonly isPlayed: boolean;
  readonly moments: readonly Moment[];
  readonly scores: Readonly<Record<Power, number>>;
  readonly ending: State['world']['ending'];
  readonly crises: number;
}

const MOST_PIVOTAL = 3;
/** Orders between two words on how far it is. */
const PER_WORD = 4;

export function work(message: ToWork, tell: (word: FromWork) => void): void {
  if (message.what === 'open') return tell(opened(message.text, message.scenario));
  const { game } = replay(message.board, message.record);
  if (message.what === 'explain') tell({ what: 'explained', why: whyWhatIf(game, message.flip).weight });
  else weigh(game, tell);
}

function opened(text: string, beside: unknown): FromWork {
  const file = readRecord(text);
  if (isRefusal(file)) return { what: 'refused', refusal: file };
  const content = file.content ?? beside;
  if (content === null || content === undefined) return { what: 'lacks', scenario: file.scenario };
  const scenario = loadScenario(content);
  if (isRefusal(scenario)) return { what: 'refused', refusal: refuse('refusal.no-record', { problem: scenario.key }) };
  const { game, parting } = replay(makeBoard(scenario), file);
  return { what: 'opened', opened: { file: { ...file, content: scenario }, game, parting } };
}

function weigh(game: Game, tell: (word: FromWork) => void): void {
  tell({ what: 'theories', worlds: THEORIES.map((theory) => otherWorld(game, theory)) });
  const flips = flipsOf(game);
  const all: WhatIf[] = [];
  for (const [i, flip] of flips.entries()) {
    all.push(whatIf(game, flip));
    const isLast = i + 1 === flips.length;
    if (!isLast && i % PER_WORD === 0) tell({ what: 'weighed', done: i + 1, of: flips.length, pivotal: [] });
  }
  tell({ what: 'weighed', done: flips.length, of: flips.length, pivotal: ranked(all).slice(0, MOST_PIVOTAL) });
}

function otherWorld(game: Game, theory: Theory): OtherWorld {
  const isPlayed = theory === game.setup.theory;
  const world = isPlayed ? game : underTheory(game, theory);
  const closed = closingSteps(world).map(({ moment }) => moment);
  const scores = POWERS.map((power) => [power, scoreOf(world, power).normalised]);
  const { ending, crises } = stateOf(world).world;
  return {
    theory,
    isPlayed,
    moments: [world.opening, ...closed],
    scores: Object.fromEntries(scores) as unknown as OtherWorld['scores'],
    ending,
    crises,
  };
}
