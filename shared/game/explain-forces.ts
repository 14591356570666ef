/** Why a power's forces are what they are: its legs as programmes have them, what outlives a strike, what flies along. */
import { must } from '../assert.ts';
import { forcesOf, levelOf } from '../belief/arsenal.ts';
import { counterforceOf, firedInTime, type Struck, surviving } from '../belief/deterrence.ts';
import { helpAgainst } from '../belief/partner.ts';
import { guardsOf } from '../belief/silo-guard.ts';
import { ALERT, type Company, type LegField, type LegParts, legsAt, whySurvivors } from '../capability/explain.ts';
import { attackersPart, whyGuarded, whyPointDefence } from '../capability/point-defence.ts';
import { cell, datum, none, type Part, parameter, reckoned, sumOf, type Why } from '../capability/why.ts';
import { dyadOf, othersOf, type Power, type Programme } from '../scenario/names.ts';
import type { Leg } from '../scenario/schema.ts';
import { rungOf, sorted } from '../state/read.ts';
import type { Deed, State } from '../state/state.ts';
import { type Known, whyReading } from './explain-evidence.ts';

export type { Known };

/** Interceptors under construction for a battery, work by work. */
export const worksAt = (state: State, battery: string): readonly Part[] =>
  sorted(state.works)
    .filter(([, work]) => work.battery === battery)
    .map(([id, { add }], i) => cell(`work${i + 1}`, add, `works/${id}`, 'add'));

/** Levels of a programme: those that stand, and with works those under way. */
export function levelPart(
  { state }: Known,
  symbol: string,
  power: Power,
  [what, withWorks]: readonly [Programme, boolean],
): Part {
  const standing = cell(symbol, state.powers[power][what], `powers/${power}`, what);
  const works = sorted(state.works).filter(([, work]) => work.owner === power && work.what === what);
  if (!withWorks || works.length === 0) return standing;
  const building = works.map(([id], i) => cell(`building${i + 1}`, 1, `works/${id}`, 'what'));
  return reckoned(symbol, {
    what: `levels of ${what}, with those under way`,
    value: levelOf(state, power, what, true),
    formula: ['standing', ...building.map((part) => part.symbol)].join(' + '),
    parts: [{ ...standing, symbol: 'standing' }, ...building],
    sources: ['rules'],
  });
}

/** Deeds of the last turns before this one, with their ids. */
export function earlierDeedsOf({ deeds, world: { turn } }: State, memory: number): readonly (readonly [string, Deed])[] {
  return sorted(deeds).filter(([, deed]) => deed.turn < turn && deed.turn >= turn - memory);
}

/** What each programme changes of a leg. */
const CHANGED: Readonly<Partial<Record<Leg['leg'], readonly [Programme, LegField]>>> = {
  silo: ['mirv', 'warheads'],
  mobile: ['dispersal', 'alert'],
  submarine: ['patrol', 'alert'],
};

type Mustered = Pick<Struck, 'posture' | 'withWorks'>;

export function legParts(known: Known, power: Power, { posture, withWorks }: Mustered): LegParts {
  const { forces, parameters } = known.board.scenario;
  const { programmes } = parameters;
  const asFiled = legsAt(`forces.${power}`, posture);
  const perLevel = {
    mirv: parameter('perLevel', programmes.mirv.warheads[power], `programmes.mirv.warheads.${power}`),
    dispersal: parameter('perLevel', programmes.dispersal.alertPerLevel, 'programmes.dispersal.alertPerLevel'),
    patrol: parameter('perLevel', programmes.patrol.alertPerLevel, 'programmes.patrol.alertPerLevel'),
  };
  return (leg, field) => {
    const [programme, changed] = CHANGED[leg.leg] ?? [];
    const base = forces[power].find((one) => one.leg === leg.leg) ?? leg;
    const level = programme && levelPart(known, 'level', power, [programme, withWorks]);
    if (!level || changed !== field || level.value === 0) return asFiled(leg, field);
    return reckoned(field, {
      what: `${field} after ${programme}`,
      value: leg[field === 'alert' ? ALERT[posture] : field],
      formula: field === 'alert' ? 'max(0, min(1, base + level * perLevel))' : 'base + level * perLevel',
      parts: [{ ...asFiled(base, field), symbol: 'base' }, level, perLevel[programme as keyof typeof perLevel]],
      sources: ['rules'],
    });
  };
}

/** All warheads of a power, leg by leg. */
export function totalPart(known: Known, symbol: string, power: Power, withWorks = false): Part {
  const partOf = legParts(known, power, { posture: 'day', withWorks });
  const parts = forcesOf(known.board, known.state, power, withWorks).map((leg) => ({
    ...partOf(leg, 'warheads'),
    symbol: leg.leg,
  }));
  return reckoned(symbol, sumOf('warheads of all legs', parts, ['new-start']));
}

/** Warheads that outlive a first strike; all of them where the striker cannot reach forces. */
export function leftPart(known: Known, power: Power, struck: Struck): Part {
  const { board, state } = known;
  if (counterforceOf(board, struck.striker, power) === 0) {
    const total = totalPart(known, 'left', power, struck.withWorks);
    return total;
  }
  const legs = forcesOf(board, state, power, struck.withWorks);
  const partOf = guardedParts(known, power, struck, legParts(known, power, struck));
  const why = whySurvivors(legs, partOf, underAttackPart(known, power, struck));
  return reckoned('left', { ...why, value: surviving(board, state, power, struck) });
}

/** Survival of silos with what their own defence saves, where batteries stand over them. */
function guardedParts(known: Known, power: Power, struck: Struck, asFiled: LegParts): LegParts {
  const { board, state } = known;
  if (guardsOf(board, state, power, struck.withWorks).length === 0) return asFiled;
  const spent = counterforceOf(board, struck.striker, power);
  const defenders = defendersPart(known, power, struck);
  const spentPart = datum('struck', spent, `counterforce.${struck.striker}.${power}`);
  return (leg, field) => {
    const filed = asFiled(leg, field);
    if (leg.leg !== 'silo' || (field !== 'survivalIdle' && field !== 'survivalAlert')) return filed;
    return whyGuarded(field, filed, whyPointDefence(attackersPart(leg, spentPart, `forces.${power}`), defenders));
  };
}

/** Interceptors over a power's silos. */
export function defendersPart(known: Known, power: Power, struck: Guarded): Part {
  const parts = guardsOf(known.board, known.state, power, struck.withWorks).map(([id, count], i) =>
    reckoned(`battery${i + 1}`, whyGuard(known, id, count, struck)),
  );
  return reckoned('defenders', sumOf('interceptors over silos that count', parts, ['rules']));
}

type Guarded = Pick<Struck, 'stance' | 'withWorks'>;

/** One battery over silos: each of its interceptors counts as its chance to track and kill. */
function whyGuard(known: Known, id: string, count: number, { stance = 'public', withWorks }: Guarded): Why {
  const { interceptor, inventory, status } = must(known.state.batteries[id], id);
  const isThere = withWorks ? status !== 'withdrawn' : status === 'active';
  const counted = [
    ...(isThere ? [cell('inventory', inventory, `batteries/${id}`, 'inventory')] : []),
    ...(withWorks ? worksAt(known.state, id) : []),
  ];
  const [kill, tracking] = (['kill', 'tracking'] as const).map((what) =>
    reckoned(what, whyReading(known, interceptor, stance, what)),
  ) as [Part, Part];
  return {
    what: `interceptors of ${id} that count`,
    value: count * kill.value * tracking.value,
    formula: 'count * kill * tracking',
    parts: [reckoned('count', sumOf('interceptors that stand or are being built', counted, ['rules'])), kill, tracking],
    sources: ['hart-matheson', 'rules'],
  };
}

/** Share of silos fired before they are hit: by a partner's warning, by one's own readiness, or by both. */
export function underAttackPart(known: Known, power: Power, struck: Pick<Struck, 'striker' | 'onWarning'>): Part {
  const { board, state } = known;
  const { silosFired } = board.scenario.parameters.orders.launchUnderAttack;
  const isReady = struck.onWarning && state.powers[power].launchUnderAttack;
  const warning = helpPart(known, 'warning', power, struck.striker);
  return reckoned('underAttack', {
    what: 'share of silos fired under attack',
    value: firedInTime(board, state, power, struck),
    formula: isReady ? '1 - (1 - warning) * (1 - silosFired)' : 'warning',
    parts: isReady ? [warning, parameter('silosFired', silosFired, 'orders.launchUnderAttack.silosFired')] : [warning],
    ...(isReady ? { holdsBy: [cell('ready', 1, `powers/${power}`, 'launchUnderAttack')] } : {}),
    sources: ['rules'],
  });
}

/** What the partner who is furthest up the ladder gives against a rival. */
export function helpPart({ board, state }: Known, what: 'warning' | 'interceptors', power: Power, rival: Power): Part {
  const partners = othersOf(power).filter((partner) => partner !== rival);
  const rungs = partners.map((partner) => rungOf(state, power, partner));
  const rung = Math.max(0, ...rungs);
  const partner = partners[rungs.indexOf(rung)];
  if (!partner || rung === 0) return none(what, `${what} of a partner`);
  const value = helpAgainst(board, state, power, rival)[what];
  return reckoned(what, {
    what: `${what} of a partner`,
    value,
    formula: 'byRung',
    parts: [parameter('byRung', value, `ladder.${what}.${rung - 1}`)],
    holdsBy: [cell('rung', rung, `ladders/${dyadOf(power, partner)}`, 'rung')],
    sources: ['rules'],
  });
}

/** What a first strike spares from forces. */
export function restPart(known: Known, power: Power, rival: Power): Part {
  const total = totalPart(known, 'total', power);
  const spent = counterforceOf(known.board, power, rival);
  return reckoned('rest', {
    what: 'warheads not spent on forces',
    value: total.value - spent,
    formula: 'total - spent',
    parts: [total, datum('spent', spent, `counterforce.${power}.${rival}`)],
    sources: ['new-start'],
  });
}

/** Decoys that fly along with the warheads of a power. */
export function companyOf(known: Known, power: Power, warheads: Part, withWorks: boolean): Company {
  const { belief, programmes } = known.board.scenario.parameters;
  const coming = { ...warheads, symbol: 'warheads' };
  const decoys: Why = {
    what: 'decoys',
    value: warheads.value * belief.decoysPerWarhead,
    formula: 'warheads * each',
    parts: [coming, parameter('each', belief.decoysPerWarhead, 'belief.decoysPerWarhead')],
    sources: ['rules'],
  };
  const penaids = levelPart(known, 'penaids', power, ['penaids', withWorks]);
  const glide = levelPart(known, 'glide', power, ['glide', withWorks]);
  const credible: Why = {
    what: 'decoys that look like warheads',
    value: warheads.value * (belief.credibleDecoysPerLevel * penaids.value + programmes.glide.credibleDecoys * glide.value),
    formula: 'warheads * (perLevel * penaids + perGlide * glide)',
    parts: [
      coming,
      parameter('perLevel', belief.credibleDecoysPerLevel, 'belief.credibleDecoysPerLevel'),
      penaids,
      parameter('perGlide', programmes.glide.credibleDecoys, 'programmes.glide.credibleDecoys'),
      glide,
    ],
    sources: ['rules'],
  };
  return { decoys: reckoned('decoys', decoys), credibleDecoys: reckoned('credibleDecoys', credible) };
}
