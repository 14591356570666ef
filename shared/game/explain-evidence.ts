/** Why a system is believed to be as good as it is: hits and misses of its tests, and the prudence of the reader. */
import { must } from '../assert.ts';
import { learntIn, readingOf, type Stance } from '../belief/evidence.ts';
import type { Board } from '../capability/board.ts';
import { cell, type Part, parameter, reckoned, type Why } from '../capability/why.ts';
import type { Insight, State, SystemState } from '../state/state.ts';

/** What is known, and of which game. */
export interface Known {
  readonly board: Board;
  readonly state: State;
}

type Quantity = 'kill' | 'tracking' | 'decoys-taken';

/** The cells of a system's evidence: hits and misses of a Beta distribution, and what is true. */
const CELLS: Readonly<Record<Quantity, readonly [keyof SystemState, keyof SystemState, keyof SystemState]>> = {
  kill: ['killA', 'killB', 'trueKill'],
  tracking: ['trackA', 'trackB', 'trueTrack'],
  'decoys-taken': ['decoyA', 'decoyB', 'trueDecoy'],
};

/** One of a system's three unknowns, by how prudent the reader of the evidence is. */
export function whyReading({ board, state }: Known, interceptor: string, stance: Stance, what: Quantity): Why {
  const system = must(state.systems[interceptor], interceptor);
  const reading = readingOf(board, state, interceptor, stance);
  const value = { kill: reading.kill, tracking: reading.tracking, 'decoys-taken': reading.decoysTaken }[what];
  const subject = `systems/${interceptor}`;
  const [hits, misses, truth] = CELLS[what];
  if (stance === 'truth')
    return { what, value, formula: 'truth', parts: [cell('truth', system[truth], subject, truth)], sources: ['rules'] };
  if (stance === 'public') {
    const parts = [cell('a', system[hits], subject, hits), cell('b', system[misses], subject, misses)];
    return { what, value, formula: 'a / (a + b)', parts, sources: ['tests', 'rules'] };
  }
  const { rivalQuantile, ownerQuantile } = board.scenario.parameters.belief;
  const prudence = stance === 'rival' ? rivalQuantile : ownerQuantile;
  const insights = stance === 'rival' ? learntIn(state, interceptor) : [];
  const evidence = { system, insights, subject };
  const [a, b] = [evidenceParts(evidence, 'a', hits), evidenceParts(evidence, 'b', misses)];
  const sum = (parts: readonly Part[]): string => parts.map(({ symbol }) => symbol).join(' + ');
  return {
    what,
    value,
    formula: `quantile(${what === 'decoys-taken' ? '1 - prudence' : 'prudence'}, ${sum(a)}, ${sum(b)})`,
    parts: [parameter('prudence', prudence, `belief.${stance}Quantile`), ...a, ...b],
    sources: ['tests', 'rules'],
  };
}

interface Evidence {
  readonly system: SystemState;
  readonly insights: readonly (readonly [string, Insight])[];
  readonly subject: string;
}

/** What is public, and what a rival's own side has learnt besides: of tracking nobody learns. */
function evidenceParts({ system, insights, subject }: Evidence, symbol: 'a' | 'b', of: keyof SystemState): readonly Part[] {
  const learnt = insights.flatMap(([id, insight], i) =>
    of in insight ? [cell(`${symbol}${i + 1}`, insight[of as keyof Insight], `insights/${id}`, of)] : [],
  );
  return [cell(symbol, system[of], subject, of), ...learnt];
}

/** One shot at one warhead without decoys, as believed. */
export function whySingleKill(known: Known, interceptor: string, stance: Stance): Why {
  const [kill, tracking] = (['kill', 'tracking'] as const).map((what) =>
    reckoned(what, whyReading(known, interceptor, stance, what)),
  ) as [Part, Part];
  return {
    what: 'one shot at one warhead',
    value: kill.value * tracking.value,
    formula: 'kill * tracking',
    parts: [kill, tracking],
    sources: ['wilkening', 'tests'],
  };
}
