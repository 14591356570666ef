/** Why each number of warheads leaks with the chance that it does: one even salvo, with or without decoys among the objects. */
import { killProbability } from './engagement.ts';
import { amongDecoys, type Mixture } from './explain-mixture.ts';
import { sharedOut } from './explain-raid.ts';
import type { LeakageQuestion } from './leakage.ts';
import { beside, given, type Part, reckoned, type Why, worked } from './why.ts';

type Name = Exclude<keyof LeakageQuestion, 'assignment'>;

/** By number of leakers: the chances where the common mode does not strike, and those with it weighed in. */
export interface LeakerChances {
  readonly works: readonly number[];
  readonly chances: readonly number[];
}

export function whyLeakers(question: LeakageQuestion, { works, chances }: LeakerChances, mixture?: Mixture): readonly Why[] {
  const asked = (name: Name): Part => given(name, question[name]);
  const [formula, parts] = mixture ? amongDecoys(question, mixture) : evenly(asked);
  return works.map((chance, n) => {
    const leaked = given('n', n);
    const part = reckoned('works', worked('chance where the common mode does not strike', chance, formula, [leaked, ...parts]));
    const all = n === question.warheads ? ' + (1 - commonMode)' : '';
    return worked('chance of so many leakers', chances[n] ?? 0, `commonMode * works${all}`, [asked('commonMode'), part]);
  });
}

/** The mean of a row of chances, and its first. */
export function whyOfRow(
  chances: readonly number[],
  mean: number,
): Readonly<Record<'expectedLeakers' | 'noLeakProbability', Why>> {
  const parts = chances.map((chance, n) => beside(`chance${n}`, chance, `leakers.${n}.chance`));
  const sum = parts.slice(1).map(({ symbol }, i) => `${i + 1} * ${symbol}`);
  return {
    expectedLeakers: worked('warheads that leak', mean, sum.join(' + '), parts.slice(1)),
    noLeakProbability: worked('chance of no leak', parts[0]?.value ?? 0, 'chance0', parts.slice(0, 1)),
  };
}

type Told = readonly [formula: string, parts: readonly Part[]];

/** F8's shares of the inventory, and F7 for those with fewer shots and those with one more. */
function evenly(asked: (name: Name) => Part): Told {
  const [warheads, interceptors, singleShot, tracking] = (['warheads', 'interceptors', 'singleShot', 'tracking'] as const).map(
    asked,
  ) as [Part, Part, Part, Part];
  const { each, more } = sharedOut(interceptors, warheads, 'warhead');
  const few = reckoned(
    'few',
    worked('warheads that get no more', warheads.value - more.value, 'warheads - more', [warheads, more]),
  );
  const leak = (symbol: string, extra: number): Part => {
    const n = extra === 0 ? 'each' : `each + ${extra}`;
    const what = `chance to leak past ${extra === 0 ? 'its shots' : 'one shot more'}`;
    const value = 1 - tracking.value * killProbability(singleShot.value, each.value + extra);
    return reckoned(symbol, worked(what, value, `1 - tracking * Pk(singleShot, ${n})`, [tracking, singleShot, each]));
  };
  return ['P8(n, few, leakFew, more, leakMore)', [few, leak('leakFew', 0), more, leak('leakMore', 1)]];
}
