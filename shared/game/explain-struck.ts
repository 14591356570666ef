/** Why a first strike was allotted over forces as it was, and what of each leg outlives it: round by round, the best first. */
import { forcesOf } from '../belief/arsenal.ts';
import { counterforceOf } from '../belief/deterrence.ts';
import { allotted, killChance, type Round } from '../capability/allotment.ts';
import { whyPointDefence } from '../capability/point-defence.ts';
import { datum, none, type Part, reckoned, sumOf, type Why } from '../capability/why.ts';
import type { Leg } from '../scenario/schema.ts';
import type { StruckForce } from '../state/state.ts';
import { defendersPart, type Known, legParts, totalPart, underAttackPart } from './explain-forces.ts';
import { type Strike, type StruckLeg, struckForces } from './struck-forces.ts';

export type StruckCount = Exclude<keyof StruckForce, 'leg' | 'aimPoints'>;

type LegWhy = Readonly<Record<StruckCount | 'surviving', Part>>;

export function whyStruck(known: Known, strike: Strike, leg: Leg['leg'], count: StruckCount): Why {
  const found = whyLegs(known, strike).find(([one]) => one === leg)?.[1][count] ?? none(count, 'nothing is struck');
  return found.from.type === 'why' ? found.from.why : sumOf(count, [found], ['rules']);
}

/** What answers: all of it where no force was struck. */
export function outlivingPart(known: Known, strike: Strike): Part {
  const legs = whyLegs(known, strike);
  if (legs.length === 0) return totalPart(known, 'left', strike.struck);
  const parts = legs.map(([leg, { surviving }]) => ({ ...surviving, symbol: leg }));
  return reckoned('left', sumOf('survivors', parts, ['kent-thaler', 'new-start', 'rules']));
}

/** A leg with its parts: where it stands, what a warhead does to it, what is out of reach. */
interface TargetParts {
  readonly atStake: Part;
  readonly kill: Part;
  readonly aimPoints: Part;
  readonly elsewhere: Part;
}

function whyLegs(known: Known, strike: Strike): readonly (readonly [Leg['leg'], LegWhy])[] {
  const { board, state } = known;
  const legs = struckForces(board, state, strike);
  const filed = forcesOf(board, state, strike.struck);
  const targets = legs.map((_, i) => targetParts(known, strike, filed[i] as Leg));
  const spent = counterforceOf(board, strike.striker, strike.struck);
  let left = datum('left', spent, `counterforce.${strike.striker}.${strike.struck}`);
  const rounds = allotted(spent, legs).map((round) => {
    const given = roundPart(round, targets[round.of] as TargetParts, left);
    left = lessPart(left, given.given);
    return { of: round.of, ...given };
  });
  return legs.map((leg, i) => [
    leg.leg,
    legWhy(known, strike, leg, { target: targets[i] as TargetParts, rounds: rounds.filter(({ of }) => of === i) }),
  ]);
}

interface RoundParts {
  readonly given: Part;
  readonly value: Part;
}

function roundPart({ earlier, given, value }: Round, { atStake, aimPoints, kill }: TargetParts, left: Part): RoundParts {
  const worth = reckoned('value', {
    what: 'marginal value of a warhead',
    value,
    formula: `atStake / aimPoints * kill * pow(1 - kill, ${earlier})`,
    parts: [atStake, aimPoints, kill],
    sources: ['rules'],
  });
  const round: Why = {
    what: 'warheads of a round',
    value: given,
    formula: 'min(left, aimPoints)',
    parts: [left, aimPoints],
    holdsBy: [worth],
    sources: ['rules'],
  };
  return { given: reckoned('given', round), value: worth };
}

const lessPart = (left: Part, given: Part): Part =>
  reckoned('left', {
    what: 'warheads not given to better rounds',
    value: left.value - given.value,
    formula: 'before - given',
    parts: [{ ...left, symbol: 'before' }, given],
    sources: ['rules'],
  });

interface Allotment {
  readonly target: TargetParts;
  readonly rounds: readonly RoundParts[];
}

function legWhy(known: Known, strike: Strike, leg: StruckLeg, { target, rounds }: Allotment): LegWhy {
  const numbered = rounds.map(({ given, value }, i) => [
    { ...given, symbol: `round${i + 1}` },
    { ...value, symbol: `value${i + 1}` },
  ]);
  const given = sumOf(
    'warheads given',
    numbered.flatMap(([round]) => round ?? []),
    ['rules'],
  );
  const each = numbered.map(([round, value]) => `${round?.symbol} * ${value?.symbol}`).join(' + ') || '0';
  const saved = leg.leg === 'silo' ? savedParts(known, strike, given) : [];
  const destroyed = reckoned('destroyed', {
    what: 'warheads destroyed',
    value: leg.destroyed,
    formula: saved.length > 0 ? `(1 - saved) * (${each})` : each,
    parts: [...saved, ...numbered.flat()],
    sources: ['rules'],
  });
  const surviving: Why = {
    what: 'survivors of a leg',
    value: leg.surviving,
    formula: 'elsewhere + atStake - destroyed',
    parts: [target.elsewhere, target.atStake, destroyed],
    sources: ['new-start', 'rules'],
  };
  return {
    atStake: target.atStake,
    given: reckoned('given', given),
    destroyed,
    last: rounds.at(-1)?.value ?? none('last', 'nothing was given'),
    surviving: reckoned('surviving', surviving),
  };
}

function savedParts(known: Known, { struck }: Strike, given: Why): readonly Part[] {
  const defenders = defendersPart(known, struck, { stance: 'truth', withWorks: false });
  return defenders.value === 0 ? [] : [reckoned('saved', whyPointDefence(reckoned('attackers', given), defenders))];
}

function targetParts(known: Known, { striker, struck }: Strike, leg: Leg): TargetParts {
  const partOf = legParts(known, struck, { posture: known.state.powers[struck].posture, withWorks: false });
  const [warheads, alert, onAlert, idle] = (['warheads', 'alert', 'survivalAlert', 'survivalIdle'] as const).map((field) =>
    partOf(leg, field),
  ) as [Part, Part, Part, Part];
  const path = `forces.${struck}.${leg.leg}`;
  const worked = (symbol: string, formula: string, value: number, parts: readonly Part[]): Part =>
    reckoned(symbol, { what: symbol, value, formula, parts, sources: ['new-start', 'rules'] });
  const shots = datum('shots', leg.shots, `${path}.shots`);
  const killOf = (formula: string, left: number, parts: readonly Part[]): Part =>
    worked('kill', `1 - pow(${formula}, 1 / shots)`, killChance(left, leg.shots), [...parts, shots]);
  const aimPoints = datum('aimPoints', leg.aimPoints, `${path}.aimPoints`);
  if (leg.leg === 'silo') {
    const fired = underAttackPart(known, struck, { striker, onWarning: true });
    const left = alert.value * onAlert.value + (1 - alert.value) * idle.value;
    const gone = warheads.value * fired.value;
    return {
      aimPoints,
      atStake: worked('atStake', 'warheads - warheads * underAttack', warheads.value - gone, [warheads, fired]),
      elsewhere: worked('elsewhere', 'warheads * underAttack', gone, [warheads, fired]),
      kill: killOf('alert * survivalAlert + (1 - alert) * survivalIdle', left, [alert, onAlert, idle]),
    };
  }
  const out = warheads.value * alert.value * onAlert.value;
  return {
    aimPoints,
    atStake: worked('atStake', 'warheads * (1 - alert)', warheads.value * (1 - alert.value), [warheads, alert]),
    elsewhere: worked('elsewhere', 'warheads * alert * survivalAlert', out, [warheads, alert, onAlert]),
    kill: killOf('survivalIdle', idle.value, [idle]),
  };
}
