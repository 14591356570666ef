import { describe, expect, it } from 'vitest';
import { press, type Wishes } from '../../client/map/input.ts';

/** What a key made the map do, as words. */
function heard(key: string): { readonly did: readonly string[]; readonly isOurs: boolean } {
  const did: string[] = [];
  const wishes: Wishes = {
    pan: (dx, dy) => did.push(`pan ${Math.sign(dx)} ${Math.sign(dy)}`),
    zoom: () => did.push('zoom'),
    zoomStep: (step) => did.push(`step ${step}`),
    fit: () => did.push('fit'),
    tap: () => did.push('tap'),
    isMark: () => false,
    point: () => did.push('point'),
  };
  const isOurs = press(key, wishes);
  return { did, isOurs };
}

describe('keys on the map', () => {
  it.each([
    // An arrow looks farther that way: the picture moves against it.
    ['ArrowLeft', 'pan 1 0'],
    ['ArrowRight', 'pan -1 0'],
    ['ArrowUp', 'pan 0 1'],
    ['ArrowDown', 'pan 0 -1'],
    ['+', 'step 1'],
    ['=', 'step 1'],
    ['-', 'step -1'],
    ['0', 'fit'],
  ])('%s does "%s" and nothing else', (key, did) => {
    expect(heard(key)).toEqual({ did: [did], isOurs: true });
  });
  it('leave every other key to the page, and never choose a site', () => {
    for (const key of ['Escape', 'Enter', ' ', 'Tab', 'a', '1', 'Delete']) expect(heard(key)).toEqual({ did: [], isOurs: false });
  });
});
