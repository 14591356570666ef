/**
 * Worlds as they may be, for all that a seat knows: what the veil hides is drawn from what it leaves open. The seat's own
 * knowledge is the same in all of them, so that what holds in most of them is worth acting on.
 */
import type { Board } from '../../capability/board.ts';
import type { Game } from '../../game/game.ts';
import { momentOf } from '../../game/moment.ts';
import { aimsInPlay } from '../../game/start.ts';
import { betaQuantile } from '../../math/beta.ts';
import { draw } from '../../math/draw.ts';
import { clamp } from '../../math/range.ts';
import type { Power } from '../../scenario/names.ts';
import type { PowerState, State, SystemState } from '../../state/state.ts';
import type { Seen } from '../thinking.ts';

/** A draw for a thing that is hidden. */
type Lot = (what: string, of: string) => number;

/** How far from the shown value the hidden one may lie: half a step of the veil's bands. */
const TRUST_SPREAD = 10;
const CONSENT_SPREAD = 15;
const STAGE_SPREAD = 0.12;
const RESTRAINT_SPREAD = 15;
const APPROVAL_SPREAD = 10;

/** The `n`th of the worlds that a seed gives. */
export function imagine(
  board: Board,
  view: Seen,
  power: Power,
  { seed, n }: { readonly seed: string; readonly n: number },
): Game {
  const lot: Lot = (what, of) => draw({ seed, luck: n, turn: view.state.world.turn, round: 0, rule: what, subject: of, n: 0 });
  const start = filledIn(board, view.state, power, lot);
  const setup = { seed: `${seed} ${n}`, luck: 0, theory: view.theory };
  return { board, setup, start, opening: momentOf(board, start, view.theory, { turn: 0, round: 0 }), played: [] };
}

function filledIn(board: Board, seen: State, power: Power, lot: Lot): State {
  const about = (value: number, spread: number, pick: number, most = 100): number =>
    clamp(value + (2 * pick - 1) * spread, 0, most);
  const { powers, pairs, hosts, thirds, systems } = seen;
  const powerOf = (one: Power): PowerState => (one === power ? powers[one] : rival(board, powers[one], one, lot));
  return {
    ...seen,
    world: { ...seen.world, lastTurn: lastTurn(board, seen, lot) },
    powers: { us: powerOf('us'), ru: powerOf('ru'), cn: powerOf('cn') },
    pairs: mapped(pairs, (pair, id) =>
      id.startsWith(power) ? pair : { ...pair, trust: about(pair.trust, TRUST_SPREAD, lot('trust', id)) },
    ),
    hosts: mapped(hosts, ({ consent }, id) => ({ consent: about(consent, CONSENT_SPREAD, lot('consent', id)) })),
    thirds: mapped(thirds, (third, id) => ({
      ...third,
      stage: about(third.stage, STAGE_SPREAD, lot('stage', id), 1),
      restraint: about(third.restraint, RESTRAINT_SPREAD, lot('restraint', id)),
    })),
    systems: mapped(systems, (system, id) => truth(system, id, lot)),
  };
}

function rival(board: Board, seen: PowerState, power: Power, lot: Lot): PowerState {
  const { income, secretAims } = board.scenario.powers[power];
  const aims = aimsInPlay(board, secretAims);
  return {
    ...seen,
    money: Math.floor(0.5 * income * lot('money', power)),
    approval: clamp(seen.approval + (2 * lot('approval', power) - 1) * APPROVAL_SPREAD, 0, 100),
    secretAim: aims[Math.floor(lot('aim', power) * aims.length)]?.id ?? '',
  };
}

/** Of a drawn end the window is known: from now on, each of its turns that is left is as likely. */
function lastTurn({ scenario }: Board, { world }: State, lot: Lot): number {
  if (!world.endDrawn || world.phase === 'ended') return world.lastTurn;
  const first = Math.max(world.turn, scenario.turns - 1);
  return first + Math.floor(lot('last-turn', 'world') * (scenario.turns + 2 - first));
}

const truth = (system: SystemState, id: string, lot: Lot): SystemState => ({
  ...system,
  trueKill: betaQuantile(lot('kill', id), { a: system.killA, b: system.killB }),
  trueDecoy: betaQuantile(lot('decoy', id), { a: system.decoyA, b: system.decoyB }),
  trueTrack: betaQuantile(lot('track', id), { a: system.trackA, b: system.trackB }),
});

function mapped<T>(record: Readonly<Record<string, T>>, change: (thing: T, id: string) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).map(([id, thing]) => [id, change(thing, id)]));
}
