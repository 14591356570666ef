/** The turns of a match as a strip: how tense and how near the threshold each ended, and what happened in it. */
import type { Board } from '../../shared/capability/board.ts';
import type { Moment } from '../../shared/game/game.ts';
import type { View } from '../../shared/game/view.ts';
import { because, type Effect } from '../../shared/state/ledger.ts';
import type { Json, State } from '../../shared/state/state.ts';
import { type Headline, headlinesOf, type StepNews } from './headlines.ts';

/** What kind of thing a turn is marked with, the gravest first. */
export const MARK_KINDS = ['crisis', 'test', 'forces', 'words', 'event'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

export interface TurnOnStrip {
  readonly turn: number;
  readonly when: 'past' | 'now' | 'ahead';
  /** How the turn ended; for the present one how it began; null: it has not come yet. */
  readonly end: Moment | null;
  readonly headlines: readonly Headline[];
  readonly marks: readonly MarkKind[];
}

/** All turns of the game, the coming ones too. `steps` are those that this page has seen. */
export function timelineOf(board: Board, view: View, steps: readonly StepNews[]): readonly TurnOnStrip[] {
  const { turn: now, lastTurn, phase } = view.state.world;
  return Array.from({ length: lastTurn }, (_, i): TurnOnStrip => {
    const turn = i + 1;
    const own = view.timeline.filter((moment) => moment.turn === turn).at(-1);
    const isNow = turn === now && phase !== 'ended';
    const headlines = own ? newsOf(board, view, steps, turn) : [];
    return {
      turn,
      when: isNow ? 'now' : own ? 'past' : 'ahead',
      end: own ?? (isNow ? (view.timeline.at(-1) ?? null) : null),
      headlines,
      marks: MARK_KINDS.filter((kind) => headlines.some((headline) => markOf(headline) === kind)),
    };
  });
}

/** Two lanes of the drawing, one above the other: shares of its height from the top. */
const LANES = { tension: [0.06, 0.44], margin: [0.58, 0.94] } as const;
/** A lane shows no smaller stretch than this, so that small changes look small. */
const LEAST_SPAN = { tension: 30, margin: 0.3 } as const;

/** Where values stand in their lane, highest at its top; a margin's lane always shows the zero. */
export function laneOf(what: 'tension' | 'margin', values: readonly number[]): (value: number) => number {
  const known = what === 'margin' ? [...values, 0] : values;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const slack = Math.max(0, LEAST_SPAN[what] - (high - low)) / 2;
  const [top, bottom] = LANES[what];
  return (value) => bottom - ((value - low + slack) / (high - low + 2 * slack)) * (bottom - top);
}

/** The headlines of a whole turn, crisis rounds included: from its steps, or else from what is still remembered of it. */
export function newsOf(board: Board, view: View, steps: readonly StepNews[], turn: number): readonly Headline[] {
  const seen = steps.filter((step) => step.turn === turn);
  const told = seen.length > 0 ? seen : [rememberedStep(view, turn)];
  return told.flatMap((step) => headlinesOf(board, step)).sort((a, b) => b.weight - a.weight);
}

/** Which mark a headline puts on its turn; null: none, since it is read in the paper alone. */
export function markOf(headline: Headline): MarkKind | null {
  if (headline.type === 'event') return 'event';
  if (headline.type === 'words') return headline.said.speaker === 'head-of-state' ? 'words' : null;
  const what = headline.key.split('.')[1] ?? '';
  return KIND_OF[what] ?? null;
}

const KIND_OF: Readonly<Record<string, MarkKind>> = {
  crisis: 'crisis',
  'third-test': 'test',
  'third-failed': 'test',
  'flight-test': 'test',
  work: 'forces',
  battery: 'forces',
  posture: 'forces',
  exercise: 'forces',
  'joint-exercise': 'forces',
  climb: 'forces',
  forward: 'forces',
  'forward-back': 'forces',
  warning: 'forces',
  visit: 'words',
  hotline: 'words',
  'joint-statement': 'words',
  withdraw: 'forces',
  coerce: 'forces',
  commitment: 'words',
  treaty: 'words',
  incident: 'crisis',
  'strike-proxy': 'forces',
  integrate: 'forces',
  deconflict: 'words',
};

/** Who came later, or came back, has not seen the step: words, deeds and tests that are remembered still stand for it. */
function rememberedStep(view: View, turn: number): StepNews {
  const { state } = view;
  const came = (collection: 'spoken' | 'deeds'): readonly Effect[] =>
    Object.entries<{ readonly turn: number }>(state[collection])
      .filter(([, thing]) => thing.turn === turn)
      .map(([id, thing]) => lineOf(turn, `${collection}/${id}`, 'self', thing as unknown as Json));
  return { turn, round: 0, effects: [...came('spoken'), ...came('deeds'), ...testsIn(state, turn), ...crisisIn(view, turn)] };
}

const testsIn = (state: State, turn: number): readonly Effect[] =>
  Object.keys(state.thirds)
    .filter((id) => state.thirds[id]?.lastTest === turn)
    .map((id) => lineOf(turn, `thirds/${id}`, 'lastTest', turn));

const crisisIn = (view: View, turn: number): readonly Effect[] =>
  view.timeline.some((moment) => moment.turn === turn && moment.round > 0) ? [lineOf(turn, 'world', 'phase', 'crisis')] : [];

const lineOf = (turn: number, subject: string, variable: string, after: Json): Effect => ({
  turn,
  round: 0,
  n: 0,
  rule: 'remembered',
  subject,
  variable,
  before: null,
  after,
  because: because('why.turn'),
});
