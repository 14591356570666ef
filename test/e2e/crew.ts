/** The delegation of delegation.spec.ts: known to its server by their ids before they come. */
import type { CreateMatch } from '../../shared/protocol/lobby.ts';
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

/** The game that it plays, against doves. */
export const CREW_MATCH: CreateMatch = {
  scenario: 'quick',
  seat: 'us',
  bots: { us: 'dove', ru: 'dove', cn: 'dove' },
  friends: true,
  clock: 'untimed',
  speech: 'phrases',
  nickname: 'Anna',
  atOnce: true,
  watchMs: 0,
  seed: 'delegation',
};
