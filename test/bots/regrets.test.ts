import { describe, expect, it } from 'vitest';
import { placeOf, regretsOf } from '../../shared/bots/strategist/regrets.ts';

/** Two players who learn at the same time, each from what each of his choices would have brought against the other's mixture. */
function selfPlay(payoffs: readonly (readonly number[])[], rounds: number) {
  const row = regretsOf(payoffs.length);
  const column = regretsOf(payoffs[0]?.length ?? 0);
  for (let i = 0; i < rounds; i++) {
    const [x, y] = [row.strategy(), column.strategy()];
    const rowValues = payoffs.map((line) => line.reduce((sum, value, j) => sum + value * (y[j] ?? 0), 0));
    const columnValues = y.map((_, j) => -payoffs.reduce((sum, line, k) => sum + (line[j] ?? 0) * (x[k] ?? 0), 0));
    row.learn(rowValues);
    column.learn(columnValues);
  }
  return [row.average(), column.average()] as const;
}

const near = (found: readonly number[], wanted: readonly number[]): void => {
  expect(found.length).toBe(wanted.length);
  for (const [i, share] of wanted.entries()) expect(Math.abs((found[i] ?? 0) - share)).toBeLessThan(0.02);
};

describe('seats that learn by their regrets, at the same time, come to the known solution of', () => {
  it('matching pennies with a dearer penny: 2/5 and 3/5 for both', () => {
    const [row, column] = selfPlay(
      [
        [2, -1],
        [-1, 1],
      ],
      20_000,
    );
    near(row, [2 / 5, 3 / 5]);
    near(column, [2 / 5, 3 / 5]);
  });

  it('rock, paper, scissors where rock counts double: 1/4, 1/2, 1/4', () => {
    // Rock beats scissors for 2, paper beats rock for 1, scissors beat paper for 1.
    const [row, column] = selfPlay(
      [
        [0, -1, 2],
        [1, 0, -1],
        [-2, 1, 0],
      ],
      40_000,
    );
    near(row, [1 / 4, 1 / 2, 1 / 4]);
    near(column, [1 / 4, 1 / 2, 1 / 4]);
  });

  it('a game with one dominant choice each: that choice', () => {
    const [row, column] = selfPlay(
      [
        [3, 1],
        [2, 0],
      ],
      2000,
    );
    near(row, [1, 0]);
    near(column, [0, 1]);
  });
});

describe('a pick from a mixture', () => {
  it('falls on each choice as often as it is to be played', () => {
    const counts = [0, 0, 0];
    for (let i = 0; i < 1000; i++) {
      const place = placeOf([0.2, 0.5, 0.3], (i + 0.5) / 1000);
      counts[place] = (counts[place] ?? 0) + 1;
    }
    expect(counts).toEqual([200, 500, 300]);
  });
});
