/** What was said against what was done: which words their speaker's own deeds gave the lie, and whether anybody could see it. */
import { belyingDeeds } from '../politics/statement.ts';
import { POWERS, type Power } from '../scenario/names.ts';
import type { Deed, Spoken, State } from '../state/state.ts';
import type { Game } from './game.ts';
import { veil } from './veil.ts';

export interface SaidAndDone {
  readonly turn: number;
  readonly power: Power;
  readonly said: Spoken;
  readonly deeds: readonly BelyingDeed[];
}

export interface BelyingDeed {
  readonly deed: Deed;
  /** Whether everybody knew of it by the end of that turn. */
  readonly isOpen: boolean;
}

/** All words that deeds can give the lie, in the order in which they were said; promises have a table of their own. */
export function saidAndDone({ board, played }: Pick<Game, 'board' | 'played'>): readonly SaidAndDone[] {
  return played.flatMap(({ step, turn, returned, state: end }) => {
    if (step.type !== 'turn') return [];
    // As it stood in that turn: the next one may have opened already.
    const state: State = { ...end, world: { ...end.world, turn } };
    const known = veil(board, state, 'public');
    return POWERS.flatMap((power) =>
      (step.sheets[power]?.statements ?? []).flatMap(({ commitment: _commitment, ...words }, index): readonly SaidAndDone[] => {
        const isBack = returned.some((back) => back.power === power && back.what === 'statement' && back.index === index);
        if (isBack || !SOFT.includes(words.kind)) return [];
        const said: Spoken = { turn, power, ...words };
        const open = belyingDeeds(known, said);
        const isOpen = (deed: Deed): boolean =>
          open.some((one) => one.turn === deed.turn && one.kind === deed.kind && one.target === deed.target);
        return [{ turn, power, said, deeds: belyingDeeds(state, said).map((deed) => ({ deed, isOpen: isOpen(deed) })) }];
      }),
    );
  });
}

const SOFT: readonly Spoken['kind'][] = ['reassure', 'offer-talks', 'deny'];
