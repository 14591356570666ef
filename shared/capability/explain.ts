/** Why a raid gets through, a force outlives a strike, going first costs what it costs: the formulas of SCIENCE 1 and 2. */
import type { Leg } from '../scenario/schema.ts';
import { type Layer, type Passage, passagesOf, type Raid } from './engagement.ts';
import { type Arrivals, type CostTerms, costsOf, damage } from './exchange.ts';
import type { Readiness } from './force.ts';
import { datum, given, none, type Part, type parameter, reckoned, sumOf, type Why } from './why.ts';

/** Where the numbers of a layer come from, where somebody knows more of them than their values. */
export type LayerParts = (layer: number) => Readonly<Partial<Record<keyof Layer, Part>>>;
const UNKNOWN: LayerParts = () => ({});

export type LegField = 'warheads' | 'alert' | 'survivalAlert' | 'survivalIdle';
/** Where the numbers of a leg come from. */
export type LegParts = (leg: Leg, field: LegField) => Part;

/** Legs as the scenario has them. */
export function legsAt(path: string, posture: Readiness['posture']): LegParts {
  return (leg, field) => {
    const name = field === 'alert' ? ALERT[posture] : field;
    return datum(field, leg[name], `${path}.${leg.leg}.${name}`);
  };
}
export const ALERT = { day: 'alertDay', generated: 'alertGenerated' } as const;

/** S1. Survivors of a first strike, leg by leg; `underAttack` is the share of silos fired before they are hit. */
export function whySurvivors(legs: readonly Leg[], partOf: LegParts, underAttack: Part): Why {
  const parts = legs.map((leg) => reckoned(leg.leg, whyLeg(leg, partOf, underAttack)));
  return sumOf('survivors', parts, ['kent-thaler', 'new-start']);
}

function whyLeg(leg: Leg, partOf: LegParts, underAttack: Part): Why {
  const parts = (['warheads', 'alert', 'survivalAlert', 'survivalIdle'] as const).map((field) => partOf(leg, field));
  const [warheads, alert, onAlert, idle] = parts.map(({ value }) => value) as [number, number, number, number];
  const held = alert * onAlert + (1 - alert) * idle;
  const formula = 'alert * survivalAlert + (1 - alert) * survivalIdle';
  const isSilo = leg.leg === 'silo';
  return {
    what: 'survivors of a leg',
    value: warheads * (isSilo ? underAttack.value + (1 - underAttack.value) * held : held),
    formula: isSilo ? `warheads * (underAttack + (1 - underAttack) * (${formula}))` : `warheads * (${formula})`,
    parts: isSilo ? [...parts, underAttack] : parts,
    sources: ['new-start'],
  };
}

/** What flies along with the warheads. */
export interface Company {
  readonly decoys: Part;
  readonly credibleDecoys: Part;
}
const ALONE: Company = {
  decoys: none('decoys', 'decoys'),
  credibleDecoys: none('credibleDecoys', 'decoys that look like warheads'),
};

/** Warheads that get through: those that come, and what each layer misses. */
export function whyArriving(coming: Part, layers: readonly Layer[], more: LayerParts = UNKNOWN, along = ALONE): Why {
  const raid: Raid = { warheads: coming.value, decoys: along.decoys.value, credibleDecoys: along.credibleDecoys.value };
  const kills: Part[] = [];
  let flight: Flight = { credible: credibleAtFirst(coming, along.credibleDecoys), decoys: { ...along.decoys, symbol: 'decoys' } };
  for (const [i, passage] of passagesOf(raid, layers).entries()) {
    const layer = layers[i] as Layer;
    const known = more(i);
    const taken = known.decoysTaken ?? given('decoysTaken', layer.decoysTaken);
    const kill = whyKill(passage, layer, { ...known, decoysTaken: taken }, flight);
    kills.push(reckoned(`kill${i + 1}`, kill));
    flight = flightAfter(flight, reckoned('kill', kill), taken);
  }
  return {
    what: 'arriving',
    value: kills.reduce((left, { value }) => left * (1 - value), coming.value),
    formula: [coming.symbol, ...kills.map(({ symbol }) => `(1 - ${symbol})`)].join(' * '),
    parts: [coming, ...kills],
    sources: ['wilkening'],
  };
}

/** What comes to a layer. */
interface Flight {
  readonly credible: Part;
  readonly decoys: Part;
}

function credibleAtFirst(coming: Part, credibleDecoys: Part): Part {
  return reckoned('credible', {
    what: 'objects always taken for warheads',
    value: coming.value + credibleDecoys.value,
    formula: `${coming.symbol} + credibleDecoys`,
    parts: [coming, credibleDecoys],
    sources: ['wilkening'],
  });
}

function flightAfter({ credible, decoys }: Flight, kill: Part, taken: Part): Flight {
  const left = (what: string, before: Part, share: Part | null): Part =>
    reckoned(before.symbol, {
      what,
      value: before.value * (1 - (share?.value ?? 1) * kill.value),
      formula: share ? 'before * (1 - decoysTaken * kill)' : 'before * (1 - kill)',
      parts: [{ ...before, symbol: 'before' }, ...(share ? [share] : []), kill],
      sources: ['wilkening'],
    });
  return {
    credible: left('objects always taken for warheads, past a layer', credible, null),
    decoys: left('decoys, past a layer', decoys, taken),
  };
}

/** F13 and F2: the inventory spread over all that is taken for warheads. */
function whyKill({ objects, kill }: Passage, layer: Layer, known: ReturnType<LayerParts>, { credible, decoys }: Flight): Why {
  const apparent: Why = {
    what: 'objects shot at',
    value: objects,
    formula: 'credible + decoys * decoysTaken',
    parts: [credible, decoys, known.decoysTaken ?? given('decoysTaken', layer.decoysTaken)],
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
