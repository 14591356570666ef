import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateOf } from '../../shared/game/game.ts';
import { newGame } from '../../shared/game/start.ts';
import { type View, viewOf } from '../../shared/game/view.ts';
import { apply, difference } from '../../shared/protocol/difference.ts';
import { packView, unpackView } from '../../shared/protocol/packed-view.ts';
import { shaped, unshaped } from '../../shared/protocol/shapes.ts';
import type { Json } from '../../shared/state/state.ts';
import { boardOf, botStep } from '../game/play.ts';

const { value: json } = fc.letrec<{ value: Json; leaf: Json }>((tie) => ({
  leaf: fc.oneof(fc.string({ maxLength: 4 }), fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null)),
  value: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.constantFrom('a', 'b', '__proto__', 'constructor', 'toString'), tie('value'), { maxKeys: 4 }),
  ),
}));

describe('JSON with its repetitions taken out', () => {
  it('comes back as it was, whatever it was', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(unshaped(shaped(value))).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  it('cannot reach any prototype', () => {
    const evil = JSON.parse('{"__proto__": {"isHost": true}}') as Json;
    const back = unshaped(shaped(evil));
    expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
    expect(({} as { isHost?: boolean }).isHost).toBeUndefined();
    expect(JSON.stringify(back)).toBe(JSON.stringify(evil));
  });
});

describe('the difference of two values', () => {
  it('makes the one out of the other, whatever they are', () => {
    fc.assert(
      fc.property(json, json, (next, base) => {
        expect(apply(difference(next, base), base)).toEqual(next);
      }),
      { numRuns: 500 },
    );
  });

  it('of a list that grew and slid is what fell off and what came on', () => {
    expect(difference([2, 3, 4, 5], [1, 2, 3])).toEqual(['runs', 1, 2, [4, 5]]);
  });
});

describe('a packed view', () => {
  const games = ['a', 'b'].map((seed) => {
    const first = newGame(boardOf('best-offense-2016'), { seed, luck: 0, theory: 'contested' });
    const all = [first];
    while (stateOf(all.at(-1)!).world.phase !== 'ended') all.push(botStep(all.at(-1)!, { us: 'hawk', ru: 'dove', cn: 'hawk' }));
    return all;
  });

  it.each(['us', 'ru', 'cn', 'public'] as const)('of %s comes back as it was at every step of whole games', (viewer) => {
    for (const game of games) {
      let [sent, heard]: [View | null, View | null] = [null, null];
      for (const moment of game) {
        const view = viewOf(moment, viewer);
        const wire = JSON.parse(JSON.stringify(packView(view, sent)));
        heard = unpackView(wire, heard);
        expect(heard).toEqual(view);
        sent = view;
      }
    }
  });

  it('comes back whole without any view before it, and over a step that was missed', () => {
    const [first, , third, , fifth] = games[0]!.map((moment) => viewOf(moment, 'ru'));
    expect(unpackView(packView(fifth!, null), null)).toEqual(fifth);
    expect(unpackView(packView(third!, first!), first!)).toEqual(third);
  });

  it('that is damaged, or made from another base, is refused with an error and never with a false view', () => {
    const [first, , third, , fifth] = games[0]!.map((moment) => viewOf(moment, 'ru'));
    const packed = packView(fifth!, third!);
    expect(() => unpackView(packed, null)).toThrow();
    expect(() => unpackView({ ...packed, words: packed.words.slice(2) }, third!)).toThrow();
    expect(() => unpackView({ ...packed, shapes: [] }, third!)).toThrow();
    expect(first).not.toEqual(third);
  });
});
