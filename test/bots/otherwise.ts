/** For tests that a bot moves by its view alone: the game as its seat knows it, and another in everything that it cannot know. */
import type { Game } from '../../shared/game/game.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';

/** The same game as `power` knows it, and another in everything that it cannot know. */
export function otherwise(game: Game, power: Power): Game['played'] {
  const last = game.played.at(-1);
  if (!last) throw new Error('the game has begun');
  const hidden = (state: State): State => ({
    ...state,
    powers: Object.fromEntries(
      POWERS.map((one) => [
        one,
        one === power ? state.powers[one] : { ...state.powers[one], money: 7, approval: 33, secretAim: 'credibility' },
      ]),
    ) as State['powers'],
    pairs: Object.fromEntries(
      Object.entries(state.pairs).map(([id, pair]) => [
        id,
        id.startsWith(power) ? pair : { provocation: 9, trust: 20 * Math.min(4, Math.floor(pair.trust / 20)) + 3 },
      ]),
    ),
    systems: Object.fromEntries(
      Object.entries(state.systems).map(([id, system]) => [
        id,
        { ...system, trueKill: 0.123, trueDecoy: 0.456, trueTrack: 0.789 },
      ]),
    ),
    thirds: Object.fromEntries(Object.entries(state.thirds).map(([id, third]) => [id, { ...third, restraint: 1 }])),
    leverage: Object.fromEntries(
      Object.entries(state.leverage).map(([id, own]) => [id, id.startsWith(power) ? own : { value: 99 }]),
    ),
  });
  return [...game.played.slice(0, -1), { ...last, state: hidden(last.state) }];
}
