/** What a seat may choose in a crisis round: the dyad decides, the third power may mediate (RULES 8). */
import type { CrisisChoice } from '../../shared/game/game.ts';
import type { Power } from '../../shared/scenario/names.ts';

interface Dyad {
  readonly first: Power;
  readonly second: Power;
}

/** `margin` is the seat's own towards the other: only below zero does striking look cheaper than waiting. */
export function choicesFor(dyad: Dyad, seat: Power, margin: number): readonly CrisisChoice[] {
  if (seat !== dyad.first && seat !== dyad.second) return ['mediate', 'watch'];
  return margin < 0 ? ['stand-down', 'hold', 'escalate', 'strike'] : ['stand-down', 'hold', 'escalate'];
}
