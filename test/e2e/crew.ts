/** The delegation of delegation.spec.ts: known to its server by their ids before they come. */
import type { Portfolio } from '../../shared/protocol/portfolio.ts';

interface Crew {
  readonly person: { readonly id: string; readonly secret: string };
  readonly nickname: string;
  readonly portfolios: readonly Portfolio[];
}

const crew = (letter: string, nickname: string, ...portfolios: Portfolio[]): Crew => ({
  person: { id: letter.repeat(22), secret: letter.repeat(43) },
  nickname,
  portfolios,
});

export const CREW = [
  crew('a', 'Anna', 'head-of-state'),
  crew('b', 'Boris', 'defence', 'press'),
  crew('c', 'Chen', 'foreign-affairs'),
] as const;
