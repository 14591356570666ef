/** Why a defence is pictured as it is: what stands and is expected, battery by battery, and what evidence says of its shots. */
import { must } from '../assert.ts';
import { trackingLeft } from '../belief/arsenal.ts';
import {
  batteryCount,
  type DefencePicture,
  heldAtRisk,
  isBeingReplaced,
  type KnownLayer,
  layersOf,
  radarShare,
  rememberedBuild,
  savedByAllies,
  TREND_TURNS,
} from '../belief/defences.ts';
import type { Layer } from '../capability/engagement.ts';
import { whyArriving } from '../capability/explain.ts';
import { whySeen } from '../capability/explain-coverage.ts';
import { cell, datum, none, type Part, parameter, reckoned, sumOf, type Why } from '../capability/why.ts';
import { othersOf, type Power } from '../scenario/names.ts';
import { sorted } from '../state/read.ts';
import type { Deed, State } from '../state/state.ts';
import { whyReading } from './explain-evidence.ts';
import { whyCoverNow } from './explain-eyes.ts';
import { companyOf, helpPart, type Known, levelPart, worksAt } from './explain-forces.ts';
import { capPart, deniedPart } from './explain-restraint.ts';

const NOBODY_BLINDED = none('suppressed', 'defence blinded beforehand');

export interface LayersWhy {
  readonly layers: readonly KnownLayer[];
  /** By layer, where its numbers come from. */
  readonly parts: readonly Readonly<Partial<Record<keyof Layer, Part>>>[];
}

export function whyInterceptors(known: Known, picture: DefencePicture, suppressed = NOBODY_BLINDED): LayersWhy {
  const layers = layersOf(known.board, known.state, picture);
  const parts = layers.map(({ interceptor, interceptors }, i) => ({
    interceptors: reckoned(
      'interceptors',
      countWhy(known, picture, { interceptor, interceptors }, { isInnermost: i === layers.length - 1, suppressed }),
    ),
    singleShot: reckoned('singleShot', whyReading(known, interceptor, picture.stance, 'kill')),
    tracking: reckoned('tracking', whyTracking(known, picture, interceptor)),
    decoysTaken: reckoned('decoysTaken', whyDecoysTaken(known, picture, interceptor)),
  }));
  return { layers, parts };
}

/** Interceptors of all kinds that are expected to be met. */
export function whyExpected(known: Known, picture: DefencePicture): Why {
  const parts = whyInterceptors(known, picture).parts.flatMap(({ interceptors }, i) =>
    interceptors ? [{ ...interceptors, symbol: `layer${i + 1}` }] : [],
  );
  return sumOf('interceptors', parts, ['rules']);
}

export interface Coming {
  readonly left: Part;
  readonly by: Power;
  readonly withWorks: boolean;
  /** What the one who goes first blinds of the defence. */
  readonly blinded?: Part;
}

/** Warheads of a power that get through the defence of this picture. */
export function arrivingWhy(known: Known, { left, by, withWorks, blinded }: Coming, picture: DefencePicture): Why {
  const { layers, parts } = whyInterceptors(known, picture, blinded);
  return whyArriving(left, layers, (layer) => parts[layer] ?? {}, companyOf(known, by, left, withWorks));
}

/** Interceptors of one kind: each battery's share, less what a first strike blinds; a partner's stand with the innermost. */
function countWhy(
  known: Known,
  picture: DefencePicture,
  { interceptor, interceptors }: Pick<KnownLayer, 'interceptor' | 'interceptors'>,
  extra: { readonly isInnermost: boolean; readonly suppressed: Part },
): Why {
  const batteries = sorted(known.state.batteries).filter(
    ([, battery]) => battery.owner === picture.defender && battery.interceptor === interceptor,
  );
  const parts = batteries.map(([id], i) => reckoned(`battery${i + 1}`, batteryWhy(known, picture, id)));
  const attacker = attackerOf(picture);
  const lent = extra.isInnermost && attacker ? [helpPart(known, 'interceptors', picture.defender, attacker)] : [];
  const all = [...parts, ...lent.map((part) => ({ ...part, symbol: 'lent' }))];
  return {
    what: 'outlook',
    value: interceptors,
    formula: `(${all.map(({ symbol }) => symbol).join(' + ') || '0'}) * (1 - suppressed)`,
    parts: [...all, extra.suppressed],
    sources: ['rules'],
  };
}

/** That a battery stands over silos. */
const guards = (id: string): Part => datum('guards', 1, `batteries.${id}.guardsSilos`);

const attackerOf = ({ defender, group }: DefencePicture): Power | undefined =>
  othersOf(defender).find((power) => group.startsWith(`${power}>`));

function batteryWhy(known: Known, picture: DefencePicture, id: string): Why {
  const { board, state } = known;
  const { share, present, trend, cap, build } = batteryCount(board, state, picture, id);
  const what = `interceptors of ${id}`;
  if (board.plans[id]?.guardsSilos) return { what, value: 0, formula: '0', parts: [], holdsBy: [guards(id)], sources: ['rules'] };
  if (picture.outlook && isBeingReplaced(board, state, id)) {
    const next = board.plans[id]?.upgrade?.to ?? '';
    return { what, value: 0, formula: '0', parts: [], holdsBy: worksAt(state, next), sources: ['rules'] };
  }
  const counted = reckoned('share', shareWhy(known, picture, id));
  if (counted.value === 0) return { what, value: 0, formula: 'share', parts: [counted], sources: ['rules'] };
  const there = reckoned('present', presentWhy(known, picture, id));
  if (!picture.outlook)
    return { what, value: present * share, formula: 'share * present', parts: [counted, there], sources: ['rules'] };
  return {
    what,
    value: (present + trend * (1 - cap)) * share,
    formula: 'share * (present + trend * (1 - cap))',
    parts: [counted, there, reckoned('trend', trendWhy(known, id, there, [trend, build])), capPart(known, id, cap)],
    sources: ['rules'],
  };
}

function presentWhy({ board, state }: Known, picture: DefencePicture, id: string): Why {
  const { inventory, status } = must(state.batteries[id], id);
  const stands = picture.outlook ? status !== 'withdrawn' : status === 'active';
  const parts = [
    ...(stands ? [cell('inventory', inventory, `batteries/${id}`, 'inventory')] : []),
    ...(picture.outlook ? worksAt(state, id) : []),
  ];
  const why = sumOf('interceptors that stand or are being built', parts, ['rules']);
  return {
    ...why,
    value: batteryCount(board, state, picture, id).present,
    holdsBy: [cell('status', 1, `batteries/${id}`, 'status')],
  };
}

/** Geometry, and for fast midcourse interceptors what a prudent rival adds whatever it says; less what is held at risk. */
function shareWhy(known: Known, picture: DefencePicture, id: string): Why {
  const { board, state } = known;
  const geometry = reckoned('geometry', whyCoverNow(known, id, picture.group));
  const { worstCaseShare } = board.scenario.parameters.belief;
  const isFeared = picture.worstCase > 0 && board.interceptors[state.batteries[id]?.interceptor ?? '']?.fastMidcourse === true;
  const risk = heldAtRisk(board, state, picture, id);
  const full = isFeared ? 'min(1, geometry + worst * (1 - denied))' : 'geometry';
  const counted = isFeared
    ? Math.min(1, geometry.value + worstCaseShare * picture.worstCase * (1 - (picture.denied[id] ?? 0)))
    : geometry.value;
  return {
    what: 'share counted',
    value: counted * (1 - risk),
    formula: risk > 0 ? `${full} * (1 - risk)` : full,
    parts: [
      geometry,
      ...(isFeared
        ? [
            parameter('worst', worstCaseShare, 'belief.worstCaseShare'),
            deniedPart(known, id, attackerOf(picture), picture.denied[id] ?? 0),
          ]
        : []),
      ...(risk > 0 ? [parameter('risk', risk, 'orders.forward.share')] : []),
    ],
    ...(risk > 0 ? { holdsBy: [forwardCell(state, `${attackerOf(picture)}>${id}`)] } : {}),
    sources: ['rules'],
  };
}

const forwardCell = (state: State, id: string): Part => cell('since', state.forward[id]?.since ?? 0, `forward/${id}`, 'since');

function trendWhy({ board, state }: Known, id: string, present: Part, [trend, build]: readonly [number, number]): Why {
  const parameters = board.scenario.parameters.outlook;
  return {
    what: 'trend',
    value: trend,
    formula: '(margin - 1) * present + turnsAhead * build',
    parts: [
      parameter('margin', parameters.margin, 'outlook.margin'),
      present,
      parameter('turnsAhead', parameters.turnsAhead, 'outlook.turnsAhead'),
      reckoned('build', buildWhy({ board, state }, id, build)),
    ],
    sources: ['rules'],
  };
}

/** What was ordered for a battery in the turns that the trend remembers. */
const buildDeeds = ({ deeds, world: { turn } }: State, battery: string): readonly (readonly [string, Deed])[] =>
  sorted(deeds).filter(
    ([, deed]) =>
      deed.target === battery &&
      deed.turn < turn &&
      deed.turn >= turn - TREND_TURNS &&
      (deed.kind === 'build' || deed.kind === 'reinforce'),
  );

/** Mean interceptors ordered a turn, with the remembered history before turn 1. */
function buildWhy({ board, state }: Known, id: string, value: number): Why {
  const { turn } = state.world;
  const ordered = buildDeeds(state, id).map(([deed, { amount }], i) =>
    cell(`ordered${i + 1}`, amount, `deeds/${deed}`, 'amount'),
  );
  const battery = must(state.batteries[id], id);
  const remembered = rememberedBuild(board, id, battery);
  const before = `max(0, ${TREND_TURNS} - (turn - 1)) * remembered`;
  const history = datum('remembered', remembered, `powers.${battery.owner}.buildHistory.${battery.interceptor}`);
  const sum = [...ordered.map(({ symbol }) => symbol), ...(remembered > 0 ? [before] : [])].join(' + ') || '0';
  return {
    what: 'mean interceptors ordered a turn',
    value,
    formula: `(${sum}) / ${TREND_TURNS}`,
    parts: [...ordered, ...(remembered > 0 ? [cell('turn', turn, 'world', 'turn'), history] : [])],
    sources: ['rules'],
  };
}

function whyTracking(known: Known, picture: DefencePicture, interceptor: string): Why {
  const believed = whyReading(known, interceptor, picture.stance, 'tracking');
  const saved = savedPart(known, picture);
  const left = trackingPart(known, picture);
  return {
    what: 'tracking',
    value: (1 - (1 - believed.value) * (1 - saved.value)) * left.value,
    formula: '(1 - (1 - believed) * (1 - saved)) * left',
    parts: [reckoned('believed', believed), saved, left],
    sources: ['rules'],
  };
}

/** Share of missed tracks that shared warning saves, by the furthest rung of an alliance. */
function savedPart({ board, state }: Known, picture: DefencePicture): Part {
  const { defender, group } = picture;
  const plans = board.scenario.alliances.filter(({ leader, covers }) => leader === defender && covers.includes(group));
  const rung = (id: string): number => state.alliances[id]?.rung ?? 0;
  const shares = plans.map(({ id }, i) =>
    parameter(`share${i + 1}`, board.scenario.parameters.alliances.saved[rung(id)] ?? 0, `alliances.saved.${rung(id)}`),
  );
  return reckoned('saved', {
    what: 'missed tracks saved by shared warning',
    value: savedByAllies(board, state, picture),
    formula: `max(0${shares.map(({ symbol }) => `, ${symbol}`).join('')})`,
    parts: shares,
    holdsBy: plans.map(({ id }) => cell('rung', rung(id), `alliances/${id}`, 'rung')),
    sources: ['rules'],
  });
}

/** Tracking that the attacker's work against sensors leaves. */
function trackingPart(known: Known, picture: DefencePicture): Part {
  const { board, state } = known;
  const what = 'tracking left by work against sensors';
  const attacker = attackerOf(picture);
  if (!attacker) return reckoned('left', { what, value: 1, formula: '1', parts: [], sources: ['rules'] });
  const { trackingLoss } = board.scenario.parameters.programmes['counter-sensor'];
  return reckoned('left', {
    what,
    value: trackingLeft(board, state, picture.group, picture.outlook),
    formula: 'max(0, 1 - loss * level)',
    parts: [
      parameter('loss', trackingLoss, 'programmes.counter-sensor.trackingLoss'),
      levelPart(known, 'level', attacker, ['counter-sensor', picture.outlook]),
    ],
    sources: ['rules'],
  });
}

function whyDecoysTaken(known: Known, picture: DefencePicture, interceptor: string): Why {
  const believed = whyReading(known, interceptor, picture.stance, 'decoys-taken');
  const seen = reckoned('seen', seenWhy(known, picture));
  const { radarDecoyFactor } = known.board.scenario.parameters.belief;
  return {
    what: 'decoys taken for warheads',
    value: believed.value * (1 - seen.value * (1 - radarDecoyFactor)),
    formula: 'believed * (1 - seen * (1 - factor))',
    parts: [reckoned('believed', believed), seen, parameter('factor', radarDecoyFactor, 'belief.radarDecoyFactor')],
    sources: ['rules'],
  };
}

/** The discriminating radars of the defender that stand, each with the index of the range that the viewer assumes. */
const radarsOf = ({ board, state }: Known, { defender, stance }: DefencePicture): readonly (readonly [string, number])[] =>
  board.scenario.sensors
    .filter(({ owner, discriminates }) => owner === defender && discriminates)
    .filter(({ withBattery }) => !withBattery || state.batteries[withBattery]?.status === 'active')
    .map(({ id, rangeKm }) => [
      id,
      stance === 'rival' ? rangeKm.length - 1 : stance === 'owner' ? 0 : Math.floor(rangeKm.length / 2),
    ]);

/** The largest share that any standing radar of the defender sees, at the range that the viewer assumes. */
function seenWhy({ board, state }: Known, picture: DefencePicture): Why {
  const radars = radarsOf({ board, state }, picture).map(([id, range], i) =>
    reckoned(`radar${i + 1}`, whySeen(board, id, picture.group, range)),
  );
  return {
    what: 'tracks that a discriminating radar sees',
    value: radarShare(board, state, picture),
    formula: `max(0${radars.map(({ symbol }) => `, ${symbol}`).join('')})`,
    parts: radars,
    sources: ['two-body', 'rules'],
  };
}
