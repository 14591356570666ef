/** Why a raid gets through, a force outlives a strike, going first costs what it costs: the formulas of SCIENCE 1 and 2. */
import type { Leg } from '../scenario/schema.ts';
import type { Coverage } from './coverage.ts';
import { type Layer, type Passage, passagesOf, type Raid } from './engagement.ts';
import { type Arrivals, type CostTerms, costsOf, damage } from './exchange.ts';
import { type Readiness, survivingShare } from './force.ts';
import { datum, given, type Part, type parameter, reckoned, sumOf, type Why } from './why.ts';

/** Where the numbers of a layer come from, where somebody knows more of them than their values. */
export type LayerParts = (layer: number) => Readonly<Partial<Record<keyof Layer, Part>>>;
const UNKNOWN: LayerParts = () => ({});

/** S1. Survivors of a first strike, leg by leg. */
export function whySurvivors(legs: readonly Leg[], readiness: Readiness, path: string): Why {
  const parts = legs.map((leg) => reckoned(leg.leg, whyLeg(leg, readiness, path)));
  return sumOf('survivors', parts, ['kent-thaler', 'new-start']);
}

function whyLeg(leg: Leg, readiness: Readiness, path: string): Why {
  const alert = readiness.posture === 'day' ? leg.alertDay : leg.alertGenerated;
  const held = 'alert * survivalAlert + (1 - alert) * survivalIdle';
  const at = (field: string): string => `${path}.${leg.leg}.${field}`;
  return {
    what: 'survivors of a leg',
    value: leg.warheads * survivingShare(leg, readiness),
    formula: leg.leg === 'silo' ? `warheads * (underAttack + (1 - underAttack) * (${held}))` : `warheads * (${held})`,
    parts: [
      datum('warheads', leg.warheads, at('warheads')),
      datum('alert', alert, at(readiness.posture === 'day' ? 'alertDay' : 'alertGenerated')),
      datum('survivalAlert', leg.survivalAlert, at('survivalAlert')),
      datum('survivalIdle', leg.survivalIdle, at('survivalIdle')),
      ...(leg.leg === 'silo' ? [given('underAttack', readiness.launchUnderAttack)] : []),
    ],
    sources: ['new-start'],
  };
}

/** Warheads that get through: those that come, and what each layer misses. */
export function whyArriving(coming: Part, raid: Raid, layers: readonly Layer[], more: LayerParts = UNKNOWN): Why {
  const passages = passagesOf(raid, layers);
  const kills = passages.map((passage, i) => reckoned(`kill${i + 1}`, whyKill(passage, layers[i] as Layer, more(i))));
  return {
    what: 'arriving',
    value: passages.reduce((left, { kill }) => left * (1 - kill), coming.value),
    formula: [coming.symbol, ...kills.map(({ symbol }) => `(1 - ${symbol})`)].join(' * '),
    parts: [coming, ...kills],
    sources: ['wilkening'],
  };
}

/** F13 and F2: the inventory spread over all that is taken for warheads. */
function whyKill({ credible, decoys, objects, kill }: Passage, layer: Layer, known: ReturnType<LayerParts>): Why {
  const apparent: Why = {
    what: 'objects shot at',
    value: objects,
    formula: 'credible + decoys * decoysTaken',
    parts: [given('credible', credible), given('decoys', decoys), known.decoysTaken ?? given('decoysTaken', layer.decoysTaken)],
    sources: ['wilkening'],
  };
  return {
    what: 'kill',
    value: kill,
    formula: 'tracking * Pk(singleShot, interceptors / objects)',
    parts: [
      known.tracking ?? given('tracking', layer.tracking),
      known.singleShot ?? given('singleShot', layer.singleShot),
      known.interceptors ?? given('interceptors', layer.interceptors),
      reckoned('objects', apparent),
    ],
    sources: ['wilkening'],
  };
}

/** S3. */
export function whyDamage(arriving: Why, n50: Part): Why {
  return {
    what: 'damage',
    value: damage(arriving.value, n50.value),
    formula: `D(arriving, ${n50.symbol})`,
    parts: [reckoned('arriving', arriving), n50],
    sources: ['kent-thaler'],
  };
}

/** The four counts that arrive, explained. */
export type ArrivalsWhy = { readonly [K in keyof Arrivals]: Why };

/** How a term is named: as the scenario's parameter, or as given by who asks. */
export type TermPart = typeof parameter;

/** S4 and S5: threshold, and under it both costs. */
export function whyThreshold(arrivals: ArrivalsWhy, terms: CostTerms, third: Part | null, term: TermPart): Why {
  const n50 = term('n50', terms.n50, 'n50.everyone');
  const lambda = term('lambda', terms.lambda, 'threshold.lambda');
  const harm = (symbol: string, arriving: Why): Part => reckoned(symbol, whyDamage(arriving, n50));
  const { costFirst, costSecond, breakEven } = costsOf(
    {
      onUsFirst: arrivals.onUsFirst.value,
      onRivalFirst: arrivals.onRivalFirst.value,
      onUsSecond: arrivals.onUsSecond.value,
      onRivalSecond: arrivals.onRivalSecond.value,
    },
    terms,
  );
  const first: Why = {
    what: 'cost of going first',
    value: costFirst - terms.taboo,
    formula: `own + lambda * (1 - theirs)${third ? ` + ${third.symbol}` : ''}`,
    parts: [harm('own', arrivals.onUsFirst), lambda, harm('theirs', arrivals.onRivalFirst), ...(third ? [third] : [])],
    sources: ['kent-thaler'],
  };
  const second: Why = {
    what: 'cost of going second',
    value: costSecond,
    formula: 'own + lambda * (1 - theirs)',
    parts: [harm('own', arrivals.onUsSecond), lambda, harm('theirs', arrivals.onRivalSecond)],
    sources: ['kent-thaler', 'wilkening-watman'],
  };
  return {
    what: 'threshold',
    value: breakEven,
    formula: 'min(1, (costFirst + taboo) / costSecond)',
    parts: [reckoned('costFirst', first), term('taboo', terms.taboo, 'threshold.taboo'), reckoned('costSecond', second)],
    sources: ['kent-thaler', 'rules'],
  };
}

/** The share of a group's corridors that a battery can engage: the weights of those that it meets of all. */
export function whyCoverage({ corridors, windows, shares }: Coverage, battery: string, group: string): Why {
  const met = new Set((windows[battery] ?? []).map(({ corridor }) => corridor));
  const all = corridors.filter((corridor) => corridor.group === group);
  const weigh = (what: string, some: typeof all): Why => ({
    what,
    value: some.reduce((sum, { weight }) => sum + weight, 0),
    formula: some.map((_, i) => `w${i + 1}`).join(' + ') || '0',
    parts: some.map(({ id, weight }, i) => datum(`w${i + 1}`, weight, `launchAreas: ${id}`)),
    sources: ['two-body'],
  });
  return {
    what: 'coverage',
    value: shares[battery]?.[group] ?? 0,
    formula: 'engaged / all',
    parts: [
      reckoned(
        'engaged',
        weigh(
          'weight of the corridors that it can engage',
          all.filter(({ id }) => met.has(id)),
        ),
      ),
      reckoned('all', weigh('weight of all corridors of the group', all)),
    ],
    sources: ['two-body', 'rules'],
  };
}
