/**
 * The terms of an exact mixture over decoys taken for warheads, as rows: each stands once, and the chances of so many leakers
 * name it by its place. Told term by term under each of them, an ordinary question would fill tens of megabytes.
 */
import { killProbability, leakDistribution } from './engagement.ts';
import { sharedOut } from './explain-raid.ts';
import type { LeakageQuestion } from './leakage.ts';
import { drawnWithout } from './mixed-raid.ts';
import { beside, given, type Part, reckoned, type Why, worked } from './why.ts';

type Told<Names extends string> = Readonly<Record<Names, number>> & { readonly why: Readonly<Record<Names, Why>> };

/** So many decoys are taken for warheads: how the inventory is then shared out. */
type Taken = { readonly taken: number } & Told<'chance' | 'objects' | 'each' | 'more'>;
/** A warhead at which so many shots go. */
type Shots = { readonly shots: number } & Told<'leak'>;
/** Each warhead gets at least so many shots, and so many warheads one more. */
type Spread = { readonly least: number; readonly withMore: number } & Told<'chance'>;

export interface Mixture {
  readonly taken: readonly Taken[];
  readonly shots: readonly Shots[];
  readonly spread: readonly Spread[];
}

type Asked = Readonly<Record<'warheads' | 'decoys' | 'decoysTaken' | 'interceptors' | 'singleShot' | 'tracking', Part>>;

/** Row by row, of a question with at least one warhead and decoys that may be taken. */
export function mixtureOf(question: LeakageQuestion): Mixture {
  const asked = Object.fromEntries(
    (['warheads', 'decoys', 'decoysTaken', 'interceptors', 'singleShot', 'tracking'] as const).map((name) => [
      name,
      given(name, question[name]),
    ]),
  ) as Asked;
  const taken = [...leakDistribution(question.decoys, 1 - question.decoysTaken).entries()].flatMap(([count, chance]) =>
    chance === 0 ? [] : [takenRow(asked, count, chance)],
  );
  const leasts = [...new Set(taken.map(({ each }) => each))].sort((a, b) => a - b);
  const shots = [...new Set(leasts.flatMap((least) => [least, least + 1]))].map((count) => shotsRow(asked, count));
  return { taken, shots, spread: leasts.flatMap((least) => spreadRows(asked.warheads, taken, least)) };
}

/** So many warheads leak, wherever the shots go: P8 in each row of the spread. */
export function amongDecoys({ warheads }: LeakageQuestion, { shots, spread }: Mixture): readonly [string, readonly Part[]] {
  const terms = spread.map(({ least, withMore }) => {
    const few = withMore === 0 ? 'warheads' : `warheads - ${withMore}`;
    return `spread${least}_${withMore} * P8(n, ${few}, leak${least}, ${withMore}, leak${least + 1})`;
  });
  const chances = spread.map(({ least, withMore, chance }, row) =>
    beside(`spread${least}_${withMore}`, chance, `spread.${row}.chance`),
  );
  const leaks = shots.map(({ shots: count, leak }, row) => beside(`leak${count}`, leak, `shots.${row}.leak`));
  return [terms.join(' + '), [given('warheads', warheads), ...chances, ...leaks]];
}

function takenRow({ warheads, decoys, decoysTaken, interceptors }: Asked, count: number, chance: number): Taken {
  const taken = given('taken', count);
  const formula = 'choose(decoys, taken) * pow(decoysTaken, taken) * pow(1 - decoysTaken, decoys - taken)';
  const objects = worked('objects shot at', warheads.value + count, 'warheads + taken', [warheads, taken]);
  const { each, more } = sharedOut(interceptors, reckoned('objects', objects), 'object');
  const whys = {
    chance: worked('chance that so many decoys are taken for warheads', chance, formula, [decoys, taken, decoysTaken]),
    objects,
    each: each.from.why,
    more: more.from.why,
  };
  return { taken: count, chance, objects: objects.value, each: each.value, more: more.value, why: whys };
}

function shotsRow({ singleShot, tracking }: Asked, count: number): Shots {
  const leak = 1 - tracking.value * killProbability(singleShot.value, count);
  const parts = [tracking, singleShot, given('shots', count)];
  return { shots: count, leak, why: { leak: worked('chance to leak', leak, '1 - tracking * Pk(singleShot, shots)', parts) } };
}

/** The rest goes to objects by chance: over the counts of decoys that leave each object the same least number of shots. */
function spreadRows(warheads: Part, taken: readonly Taken[], least: number): readonly Spread[] {
  const alike = [...taken.entries()]
    .filter(([, { each }]) => each === least)
    .map(([row, of]) => ({ row, of, drawn: drawnWithout(warheads.value, of.objects, of.more) }));
  return Array.from({ length: warheads.value + 1 }, (_, withMore) => {
    const terms = alike.flatMap(({ row, of, drawn }) => {
      const chance = drawn[withMore] ?? 0;
      return chance === 0 ? [] : [{ row, of, chance }];
    });
    const value = terms.reduce((sum, { of, chance }) => sum + of.chance * chance, 0);
    const formula = terms.map(({ of }) => `taken${of.taken} * drawn${of.taken}`).join(' + ');
    const parts = terms.flatMap(({ row, of, chance }) => [
      beside(`taken${of.taken}`, of.chance, `taken.${row}.chance`),
      reckoned(`drawn${of.taken}`, whyDrawn({ warheads, withMore: given('withMore', withMore) }, chance, { row, of })),
    ]);
    return { least, withMore, chance: value, why: { chance: worked('chance of so many shots', value, formula, parts) } };
  }).filter(({ chance }) => chance > 0);
}

/** Hypergeometric: so many of the warheads are among the objects that get one shot more. */
function whyDrawn(
  { warheads, withMore }: Readonly<Record<'warheads' | 'withMore', Part>>,
  chance: number,
  { row, of }: { readonly row: number; readonly of: Taken },
): Why {
  const formula = 'choose(warheads, withMore) * choose(taken, more - withMore) / choose(objects, more)';
  const at = (name: 'objects' | 'more'): Part => beside(name, of[name], `taken.${row}.${name}`);
  const parts = [warheads, withMore, given('taken', of.taken), at('more'), at('objects')];
  return worked('chance that so many warheads get one shot more', chance, formula, parts);
}
