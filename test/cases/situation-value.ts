/** Values that a situation may name: each worked out by the core's own functions on a game as it stands. */
import { thresholdOf } from '../../shared/belief/threshold.ts';
import { baseFear, marginsOf } from '../../shared/crisis/alarm.ts';
import { accidentChance, dispersedOf, outbreakOf } from '../../shared/crisis/outbreak.ts';
import { slotsOf } from '../../shared/game/check.ts';
import { type Game, stateOf } from '../../shared/game/game.ts';
import { shareStopped } from '../../shared/game/measures.ts';
import { scoreOf } from '../../shared/game/score.ts';
import { veil } from '../../shared/game/veil.ts';
import { fearOf } from '../../shared/politics/fear.ts';
import { raidOfThird, testHazard } from '../../shared/politics/third-state.ts';
import { dyadOf, type Power } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';

export function figureNamed(game: Game, name: string): number {
  const [what = '', ...args] = name.split(' ');
  const worker = VALUES[what];
  if (!worker) throw new Error(`no value is called ${what}`);
  return worker(game, stateOf(game), args as Power[]);
}

type Worker = (game: Game, state: State, args: readonly Power[]) => number;
const theirs = (game: Game, of: Power): State => veil(game.board, stateOf(game), of);

const VALUES: Readonly<Record<string, Worker>> = {
  /** What the first fears of the second, on what the first knows. */
  fear: (game, _state, [afraid, feared]) => fearOf(game.board, theirs(game, afraid!), afraid!, feared!).fear,
  /** Interceptors that the first's planners reckon with in the second's hands. */
  outlook: (game, _state, [afraid, feared]) => fearOf(game.board, theirs(game, afraid!), afraid!, feared!).interceptors,
  surviving: (game, _state, [afraid, feared]) => fearOf(game.board, theirs(game, afraid!), afraid!, feared!).surviving,
  /** The first's own margin towards the second. */
  margin: (game, _state, [a, b]) =>
    marginsOf(game.board, theirs(game, a!), [a!, b!], { eyes: a!, theory: game.setup.theory })[0].margin,
  alarm: (game, _state, [a, b]) =>
    marginsOf(game.board, theirs(game, a!), [a!, b!], { eyes: a!, theory: game.setup.theory })[0].alarm,
  /** On the truth. */
  threshold: (game, state, [from, against]) =>
    thresholdOf(
      game.board,
      state,
      { from: from!, against: against! },
      {
        eyes: 'truth',
        theory: game.setup.theory,
        denied: () => ({}),
      },
    ).threshold,
  'base-fear': (game, state, [of, towards]) => baseFear(game.board, state, of!, towards!),
  gauge: (game) => game.played.at(-1)?.moment.gauge.mid ?? game.opening.gauge.mid,
  outbreak: (game, state) =>
    outbreakOf(game.board, { state, known: veil(game.board, state, 'public') }, game.setup.theory, 0).chance,
  /** Of a launch that nobody chose by the first against the second, in the round that runs. */
  accident: (game, state, [power, other]) =>
    accidentChance(game.board, {
      generated: state.powers[power!].posture === 'generated',
      onWarning: state.powers[power!].launchUnderAttack,
      alarm: baseFear(game.board, state, power!, other!),
      dispersed: dispersedOf(state, power!),
      mediated: state.crisis.mediated,
      hotline: state.hotlines[dyadOf(power!, other!)].open,
    }),
  'test-chance': (game, state, [third]) => testHazard(game.board, state, third as string),
  raid: (game, state, [third]) => raidOfThird(game.board, state.thirds[third as string]!).warheads,
  'raid-decoys': (game, state, [third]) => raidOfThird(game.board, state.thirds[third as string]!).decoys,
  stopped: (game, state, [third, group]) =>
    shareStopped({ board: game.board, state, power: 'us' }, third as string, group as string),
  'order-slots': (game, state, [power]) => slotsOf(game.board, state, power!).orders,
  'statement-slots': (game, state, [power]) => slotsOf(game.board, state, power!).statements,
  score: (game, _state, [power]) => scoreOf(game, power!).normalised,
};
