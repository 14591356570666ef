/** Why a defence is pictured as it is: what stands and is expected, battery by battery, and what evidence says of its shots. */
import { must } from '../assert.ts';
import { trackingLeft } from '../belief/arsenal.ts';
import {
  batteryCount,
  type DefencePicture,
  heldAtRisk,
  type KnownLayer,
  layersOf,
  lentTo,
  radarShare,
  savedByAllies,
} from '../belief/defences.ts';
import { learntIn, readingOf, type Stance } from '../belief/evidence.ts';
import type { Board } from '../capability/board.ts';
import type { Layer } from '../capability/engagement.ts';
import { whyCoverage } from '../capability/explain.ts';
import { cell, datum, given, type Part, parameter, reckoned, type Why } from '../capability/why.ts';
import { sorted } from '../state/read.ts';
import type { Insight, State, SystemState } from '../state/state.ts';

export interface Known {
  readonly board: Board;
  readonly state: State;
}

export interface LayersWhy {
  readonly layers: readonly KnownLayer[];
  /** By layer, where its numbers come from. */
  readonly parts: readonly Readonly<Partial<Record<keyof Layer, Part>>>[];
}

export function whyInterceptors(known: Known, picture: DefencePicture): LayersWhy {
  const layers = layersOf(known.board, known.state, picture);
  const parts = layers.map(({ interceptor, interceptors }, i) => ({
    interceptors: reckoned('interceptors', countWhy(known, picture, { interceptor, interceptors }, i === layers.length - 1)),
    singleShot: reckoned('singleShot', whyReading(known, interceptor, picture.stance, 'kill')),
    tracking: reckoned('tracking', whyTracking(known, picture, interceptor)),
    decoysTaken: reckoned('decoysTaken', whyDecoysTaken(known, picture, interceptor)),
  }));
  return { layers, parts };
}

/** Interceptors of one kind: each battery's share, less what a first strike blinds; a partner's stand with the innermost. */
function countWhy(
  known: Known,
  picture: DefencePicture,
  { interceptor, interceptors }: Pick<KnownLayer, 'interceptor' | 'interceptors'>,
  isInnermost: boolean,
): Why {
  const { board, state } = known;
  const batteries = sorted(state.batteries).filter(
    ([, battery]) => battery.owner === picture.defender && battery.interceptor === interceptor,
  );
  const parts = batteries.map(([id], i) => reckoned(`battery${i + 1}`, batteryWhy(known, picture, id)));
  const sum = parts.map(({ symbol }) => symbol).join(' + ') || '0';
  return {
    what: 'outlook',
    value: interceptors,
    formula: isInnermost ? `(${sum}) * (1 - suppressed) + lent` : `(${sum}) * (1 - suppressed)`,
    parts: [
      ...parts,
      given('suppressed', picture.suppressed),
      ...(isInnermost ? [given('lent', lentTo(board, state, picture))] : []),
    ],
    sources: ['rules'],
  };
}

function batteryWhy(known: Known, picture: DefencePicture, id: string): Why {
  const { share, present, trend, cap, build } = batteryCount(known.board, known.state, picture, id);
  return {
    what: `interceptors of ${id}`,
    value: (present + trend * (1 - cap)) * share,
    formula: 'share * (present + trend * (1 - cap))',
    parts: [
      reckoned('share', shareWhy(known, picture, id, share)),
      cell('present', present, `batteries/${id}`, 'inventory'),
      reckoned('trend', trendWhy(known, picture, { present, trend, build })),
      given('cap', cap),
    ],
    sources: ['rules'],
  };
}

/** Geometry, and for fast midcourse interceptors what a prudent rival adds whatever it says; nothing where none counts. */
function shareWhy({ board, state }: Known, picture: DefencePicture, id: string, share: number): Why {
  const geometry = whyCoverage(board.coverage, id, picture.group);
  const risk = heldAtRisk(board, state, picture, id);
  if (share === geometry.value && risk === 0) return geometry;
  return {
    what: 'share counted',
    value: share,
    formula: 'min(1, geometry + worst * weight * (1 - denied)) * (1 - risk)',
    parts: [
      reckoned('geometry', geometry),
      parameter('worst', board.scenario.parameters.belief.worstCaseShare, 'belief.worstCaseShare'),
      // Only fast midcourse interceptors are feared beyond their geometry.
      given('weight', board.interceptors[state.batteries[id]?.interceptor ?? '']?.fastMidcourse ? picture.worstCase : 0),
      given('denied', picture.denied[id] ?? 0),
      given('risk', risk),
    ],
    sources: ['rules'],
  };
}

function trendWhy(
  { board }: Known,
  { outlook }: DefencePicture,
  { present, trend, build }: { readonly present: number; readonly trend: number; readonly build: number },
): Why {
  const parameters = board.scenario.parameters.outlook;
  return {
    what: 'trend',
    value: trend,
    formula: 'counts * ((margin - 1) * present + turnsAhead * build)',
    parts: [
      given('counts', outlook ? 1 : 0),
      parameter('margin', parameters.margin, 'outlook.margin'),
      given('present', present),
      parameter('turnsAhead', parameters.turnsAhead, 'outlook.turnsAhead'),
      given('build', build),
    ],
    sources: ['rules'],
  };
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

function whyTracking(known: Known, picture: DefencePicture, interceptor: string): Why {
  const { stance, group, outlook } = picture;
  const saved = savedByAllies(known.board, known.state, picture);
  const believed = whyReading(known, interceptor, stance, 'tracking');
  const left = trackingLeft(known.board, known.state, group, outlook);
  return {
    what: 'tracking',
    value: (1 - (1 - believed.value) * (1 - saved)) * left,
    formula: '(1 - (1 - believed) * (1 - saved)) * left',
    parts: [
      reckoned('believed', believed),
      given('saved', saved),
      datum('left', left, 'parameters.programmes.counter-sensor.trackingLoss'),
    ],
    sources: ['rules'],
  };
}

function whyDecoysTaken({ board, state }: Known, picture: DefencePicture, interceptor: string): Why {
  const believed = whyReading({ board, state }, interceptor, picture.stance, 'decoys-taken');
  const seen = radarShare(board, state, picture);
  const { radarDecoyFactor } = board.scenario.parameters.belief;
  return {
    what: 'decoys taken for warheads',
    value: believed.value * (1 - seen * (1 - radarDecoyFactor)),
    formula: 'believed * (1 - seen * (1 - factor))',
    parts: [
      reckoned('believed', believed),
      datum('seen', seen, 'sensors'),
      parameter('factor', radarDecoyFactor, 'belief.radarDecoyFactor'),
    ],
    sources: ['rules'],
  };
}
