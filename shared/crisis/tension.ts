/**
 * Tension: what moves it, damped so that it neither sticks at 0 nor at 100 (RULES 8): a rise counts for less the higher
 * it is, a fall for less the lower it is. Rules hand in raw changes all through a turn; they are summed once.
 */
import type { Parameters } from '../scenario/parameters.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { tensionBy } from '../state/tension.ts';

/** The change that a raw change comes to at this tension. */
export function damped(parameters: Parameters, tension: number, raw: number): number {
  const { damping } = parameters.tension;
  return raw > 0 ? raw * damping * (1 - tension / 100) : raw * damping * (tension / 100);
}

/** Rules by which words move tension: what one power says, and what two sign. */
const WORDS: readonly string[] = ['statement', 'joint-statement'];

/** All raw changes of a turn, damped; words together move it by at most `mostTension`. */
export function dampAll(parameters: Parameters, tension: number, raw: readonly Contribution[]): readonly Contribution[] {
  const all = raw.map((c) => ({ ...c, add: damped(parameters, tension, amount(c)) }));
  const spoken = all.filter(({ rule }) => WORDS.includes(rule)).reduce((sum, c) => sum + c.add, 0);
  const most = parameters.statements.mostTension;
  const share = Math.abs(spoken) > most ? most / Math.abs(spoken) : 1;
  return all.map((c) => (WORDS.includes(c.rule) ? { ...c, add: c.add * share } : c));
}

const amount = (c: Contribution): number => ('add' in c ? c.add : 0);

/** Tension goes part of the way back to its baseline by itself; this pull is not damped. */
export function relaxation(parameters: Parameters, tension: number): Contribution {
  const { baseline, relax } = parameters.tension;
  return tensionBy('tension-relax', (baseline - tension) * relax, because('why.tension.relax', { baseline }));
}
