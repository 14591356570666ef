/** `threshold model exchange`: how a first strike is allotted over a scenario's forces, and what of them answers (RULES 3). */
import { beside, sumOf, type Why, whyIn } from '../../../shared/capability/why.ts';
import { whyOf } from '../../../shared/game/explain.ts';
import type { StruckCount } from '../../../shared/game/explain-struck.ts';
import { stateOf } from '../../../shared/game/game.ts';
import { newGame } from '../../../shared/game/start.ts';
import { outliving, type Strike, struckForces, toldOf } from '../../../shared/game/struck-forces.ts';
import { POWERS } from '../../../shared/scenario/names.ts';
import type { State, StruckForce } from '../../../shared/state/state.ts';
import { boardAsked } from './board.ts';
import { BadInput, type Model, type Options } from './options.ts';

const COUNTS = ['atStake', 'given', 'destroyed', 'last'] as const satisfies readonly StruckCount[];

const LEVELS = { least: 0, most: 8, otherwise: 0 };

export const exchange: Model = {
  needs: ['scenario', 'striker', 'struck'],
  options: ['posture', 'dispersal', 'patrol', 'mirv'],
  flags: ['launch-under-attack', 'why'],
  answer(options: Options) {
    const board = boardAsked(options);
    const [striker, struck] = [options.oneOf('striker', POWERS), options.oneOf('struck', POWERS)];
    if (striker === struck) throw new BadInput('--striker and --struck must be two powers.');
    const game = newGame(board, { seed: 'model', luck: 0, theory: board.scenario.theory });
    const state = readied(stateOf(game), { striker, struck }, options);
    const legs = struckForces(board, state, { striker, struck });
    const asked = { of: striker, towards: struck } as const;
    const forces = legs.map(toldOf);
    const spent = legs.reduce((sum, { given }) => sum + given, 0);
    const answer = { scenario: board.scenario.id, spent, surviving: outliving(board, state, struck, legs) };
    if (!options.has('why')) return { ...answer, forces };
    const told = (leg: StruckForce['leg'], count: StruckCount): Why =>
      whyOf(board, state, { what: 'struck', ...asked, leg, count });
    const given = forces.map((force, row) => beside(force.leg, force.given, `forces.${row}.given`));
    return {
      ...answer,
      forces: forces.map((force) => ({
        ...force,
        why: Object.fromEntries(COUNTS.map((count) => [count, told(force.leg, count)])),
      })),
      why: {
        spent: sumOf('warheads spent on forces', given, ['rules']),
        // A game counts whole warheads, which is the last step alone.
        surviving: whyIn(whyOf(board, state, { what: 'exchange', ...asked, count: 'survivingSecond' }).parts[0]),
      },
    };
  },
};

/** The start of the scenario, with the struck power's forces in the state that is asked about. */
function readied(start: State, { struck }: Strike, options: Options): State {
  const power = {
    ...start.powers[struck],
    posture: options.oneOf('posture', ['day', 'generated'] as const, 'day'),
    launchUnderAttack: options.has('launch-under-attack'),
    dispersal: options.whole('dispersal', LEVELS),
    patrol: options.whole('patrol', LEVELS),
    mirv: options.whole('mirv', LEVELS),
  };
  return { ...start, powers: { ...start.powers, [struck]: power } };
}
