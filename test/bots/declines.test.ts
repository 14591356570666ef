import { expect, test } from 'vitest';
import { declines } from '../../shared/bots/moves.ts';
import type { Deal } from '../../shared/game/joint.ts';
import { board, gameOn } from '../belief/table.ts';

const game = gameOn(board);
const offered = (what: 'climb' | 'hotline' | 'joint-exercise'): Deal => ({ from: 'ru', to: 'us', what });

test('a bot says why it does not sign: by its own trust, by what it has signed, else for want of use', () => {
  // RULES 5: the United States trusts Russia 15 at the start, and a first rung asks for 20, a naval exercise and a hotline for 10.
  expect(declines(game, 'us', offered('climb'), [])).toBe('too-little-trust');
  expect(declines(game, 'us', offered('joint-exercise'), [])).toBe('no-use');
  expect(declines(game, 'us', offered('hotline'), [offered('hotline')])).toBe('signed-enough');
  const twice: readonly Deal[] = [offered('hotline'), { from: 'us', to: 'cn', what: 'hotline' }];
  expect(declines(game, 'us', offered('climb'), twice)).toBe('signed-enough');
});
