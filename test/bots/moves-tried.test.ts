/** Which moves a strategist's short search gets to: every kind first, and more of a kind that proved good. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindByKind } from '../../shared/bots/strategist/pool.ts';
import { alike, type Gain } from '../../shared/bots/strategist/search.ts';
import type { Order, Statement } from '../../shared/orders/sheet.ts';

const things = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 })
  .map((kinds) => kinds.map((kind, at) => ({ kind, at })));
const kindOf = ({ kind }: { readonly kind: string }): string => kind;

describe('kind by kind', () => {
  it('hears of every kind before it hears of one twice, and of each kind in the order given', () => {
    fc.assert(
      fc.property(things, (given) => {
        const heard = kindByKind(given, kindOf);
        expect([...heard].sort((a, b) => a.at - b.at)).toEqual(given);
        const kinds = new Set(given.map(kindOf));
        expect(new Set(heard.slice(0, kinds.size).map(kindOf))).toEqual(kinds);
        for (const kind of kinds)
          expect(heard.filter((one) => one.kind === kind)).toEqual(given.filter((one) => one.kind === kind));
      }),
    );
  });

  it('hears of no kind more often than it may, and leaves out the last of it', () => {
    fc.assert(
      fc.property(things, fc.integer({ min: 1, max: 5 }), (given, most) => {
        const heard = kindByKind(given, kindOf, most);
        for (const kind of new Set(given.map(kindOf)))
          expect(heard.filter((one) => one.kind === kind)).toEqual(given.filter((one) => one.kind === kind).slice(0, most));
      }),
    );
  });
});

describe('alike', () => {
  const court = (host: string): Order => ({ kind: 'court', host });
  const gain = (order: Order, isTried: boolean): Gain => ({ part: { order }, gain: isTried ? 0.01 : 0, isTried });

  it('is what nobody had the time to try, of kinds of which an order proved good', () => {
    const [poland, romania, japan] = ['poland', 'romania', 'japan'].map(court) as [Order, Order, Order];
    const press: Order = { kind: 'press', third: 'nk' };
    const spoken: Statement = {
      speaker: 'minister',
      kind: 'reassure',
      target: 'cn',
      subject: 'arms',
      venue: 'home',
      words: 'spoken',
      commitment: null,
      language: 'en',
    };
    const words: Gain = { part: { words: spoken }, gain: 0, isTried: false };
    const gains = [gain(poland, true), gain(romania, false), gain(press, false), words, gain(japan, true)];
    expect(alike(gains, [{ order: poland }])).toEqual([{ order: romania }]);
    expect(alike(gains, [{ order: press }])).toEqual([{ order: press }]);
    expect(alike(gains, [words.part])).toEqual([]);
  });
});
