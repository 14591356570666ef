import { afterEach, describe, expect, it } from 'vitest';
import { choices, choose, rulesWished } from '../../client/model/choices.ts';

const untouched = choices.value;
afterEach(() => {
  choices.value = untouched;
});

describe('the rules that a new match is asked for with', () => {
  it('leave emboldenment to the scenario as long as the reader has not touched the switch', () => {
    expect(rulesWished(choices.value)).toEqual({ endDrawn: false });
    choose({ scenario: 'best-offense-2016', seat: 'cn', endDrawn: true });
    expect(rulesWished(choices.value)).toEqual({ endDrawn: true });
  });

  it('say what he chose once he has, on or off', () => {
    for (const emboldenment of [true, false]) {
      choose({ emboldenment });
      expect(rulesWished(choices.value)).toEqual({ endDrawn: false, emboldenment });
    }
  });
});
