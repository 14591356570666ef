/** Follows the match on the page and lets its events be heard, for whoever has turned the sound on. */
import { effect } from '@preact/signals';
import type { Match } from '../model/match.ts';
import { nowMs } from '../model/now.ts';
import { page } from '../model/page.ts';
import { cueBetween, type Moment, momentOf } from './cues.ts';
import { player } from './player.ts';

export function soundTheMatch(): void {
  let last: { readonly match: Match; readonly moment: Moment } | null = null;
  effect(() => {
    const now = page.value;
    if (!player.isOn.value || now.at !== 'match') {
      last = null;
      return;
    }
    const { match } = now;
    const moment = momentOf(match, nowMs.value);
    const cue = last?.match === match ? cueBetween(last.moment, moment) : null;
    last = { match, moment };
    if (cue !== null) player.play(cue);
  });
}
