/** A second, slow and plain reading of RULES 3, 4 and 8, written without looking at how the game does it. */

import { readingOf, type Stance } from '../../shared/belief/evidence.ts';
import type { Board } from '../../shared/capability/board.ts';
import type { Power, Programme, Theory } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';

const FORCES: Readonly<Record<Power, readonly (readonly [string, number, number, number, number, number])[]>> = {
  us: [
    ['silo', 416, 0.05, 0.05, 1, 1],
    ['sub', 895, 0, 1, 0.6, 0.85],
    ['air', 56, 0, 0.9, 0, 0.75],
  ],
  ru: [
    ['silo', 688, 0.05, 0.05, 1, 1],
    ['mobile', 386, 0.05, 0.9, 0.1, 0.8],
    ['sub', 668, 0, 0.95, 0.2, 0.7],
    ['air', 54, 0, 0.9, 0, 0.6],
  ],
  cn: [
    ['silo', 40, 0.1, 0.1, 1, 1],
    ['mobile', 33, 0.1, 0.9, 0.1, 0.8],
    ['sub', 48, 0, 0.7, 0, 0.5],
  ],
};
const SPENT: Readonly<Record<string, number>> = {
  'us>ru': 380,
  'us>cn': 110,
  'ru>us': 920,
  'ru>cn': 110,
  'cn>us': 0,
  'cn>ru': 0,
};
const FAST = new Set(['sm3-ib', 'sm3-iia']);
const TERMINAL = new Set(['thaad', 'a135', 's500', 'hq19']);

/** Warheads that one level of upload puts into silos. */
const UPLOAD: Readonly<Record<Power, number>> = { us: 100, ru: 60, cn: 20 };

export const totalOf = (power: Power, mirv = 0): number =>
  FORCES[power].reduce((sum, leg) => sum + leg[1], 0) + UPLOAD[power] * mirv;

export interface Readied {
  readonly generated: boolean;
  readonly dispersal: number;
  readonly patrol?: number;
  readonly mirv?: number;
  /** Chance that silos are fired before they are hit. */
  readonly warned?: number;
}

export function leftOf(power: Power, striker: Power, how: Readied): number {
  const { dispersal, patrol = 0, mirv = 0, warned = 0 } = how;
  if (SPENT[`${striker}>${power}`] === 0) return totalOf(power, mirv);
  let left = 0;
  for (const [leg, warheads, idle, alert, day, generated] of FORCES[power]) {
    const more = leg === 'mobile' ? 0.08 * dispersal : leg === 'sub' ? 0.07 * patrol : 0;
    const a = Math.min(1, (how.generated ? generated : day) + more);
    const lives = a * alert + (1 - a) * idle;
    left += leg === 'silo' ? (warheads + UPLOAD[power] * mirv) * (warned + (1 - warned) * lives) : warheads * lives;
  }
  return left;
}

/** Aim points of each leg, in the order of FORCES. */
const AIM_POINTS: Readonly<Record<Power, readonly number[]>> = { us: [416, 69, 19], ru: [138, 46, 43, 15], cn: [20, 29, 41] };

/** What outlives a strike in an exchange: its warheads allotted one by one, each to the single aim point where most is lost. */
export function leftAfterAllotment(power: Power, striker: Power, how: Readied): number {
  const { dispersal, patrol = 0, mirv = 0, warned = 0 } = how;
  const spent = SPENT[`${striker}>${power}`]!;
  if (spent === 0) return totalOf(power, mirv);
  let left = 0;
  const points: { there: number; kill: number }[] = [];
  for (const [i, [leg, count, idle, alert, day, generated]] of FORCES[power].entries()) {
    const more = leg === 'mobile' ? 0.08 * dispersal : leg === 'sub' ? 0.07 * patrol : 0;
    const out = leg === 'silo' ? warned : Math.min(1, (how.generated ? generated : day) + more);
    const warheads = count + (leg === 'silo' ? UPLOAD[power] * mirv : 0);
    left += warheads * out * (leg === 'silo' ? 1 : alert);
    const kill = 1 - (leg === 'silo' ? Math.sqrt(idle) : idle);
    const aims = AIM_POINTS[power][i]!;
    for (let aim = 0; aim < aims; aim++) points.push({ there: (warheads * (1 - out)) / aims, kill });
  }
  for (let warhead = 0; warhead < spent; warhead++) {
    const best = points.reduce((a, b) => (b.there * b.kill > a.there * a.kill ? b : a));
    best.there *= 1 - best.kill;
  }
  return points.reduce((sum, { there }) => sum + there, left);
}

export interface Slow {
  readonly count: number;
  readonly kill: number;
  readonly track: number;
  readonly decoys: number;
}

/** F13 warhead by warhead class, layer by layer: what leaks goes on. */
export function arrivingOf(warheads: number, penaids: number, layers: readonly Slow[], glide = 0): number {
  let real = warheads;
  let good = warheads * (0.8 * penaids + 2.5 * glide);
  let poor = warheads * 4;
  for (const { count, kill, track, decoys } of layers) {
    const targets = real + good + poor * decoys;
    if (targets === 0) break;
    const shots = count / targets;
    const low = Math.floor(shots);
    const share = shots - low;
    const killed = track * ((1 - share) * (1 - (1 - kill) ** low) + share * (1 - (1 - kill) ** (low + 1)));
    real -= real * killed;
    good -= good * killed;
    poor -= poor * decoys * killed;
  }
  return real;
}

export interface Looking {
  readonly defender: Power;
  readonly attacker: Power;
  readonly stance: Stance;
  /** How many interceptors of a battery count before geometry. */
  readonly stock: (id: string) => number;
  readonly suppressed: number;
  /** Levels of the attacker's means against sensors. */
  readonly blinding?: number;
}

export function slowLayers(board: Board, state: State, look: Looking): readonly Slow[] {
  const group = `${look.attacker}>${look.defender}`;
  const counts = new Map<string, number>();
  for (const [id, battery] of Object.entries(state.batteries)) {
    if (battery.owner !== look.defender) continue;
    const extra = look.stance === 'rival' && FAST.has(battery.interceptor) ? 0.25 : 0;
    const share = Math.min(1, (board.coverage.shares[id]?.[group] ?? 0) + extra);
    counts.set(battery.interceptor, (counts.get(battery.interceptor) ?? 0) + look.stock(id) * share * (1 - look.suppressed));
  }
  let radar = 0;
  for (const sensor of board.scenario.sensors) {
    if (!sensor.discriminates || sensor.owner !== look.defender) continue;
    if (sensor.withBattery !== undefined && state.batteries[sensor.withBattery]?.status !== 'active') continue;
    const seen = board.coverage.seen[sensor.id]?.[group] ?? [0];
    const which = look.stance === 'rival' ? seen.length - 1 : look.stance === 'owner' ? 0 : Math.floor(seen.length / 2);
    radar = Math.max(radar, seen[which] ?? 0);
  }
  const order = [...counts].sort(([a], [b]) => Number(TERMINAL.has(a)) - Number(TERMINAL.has(b)) || (a < b ? -1 : 1));
  return order.map(([kind, count]) => {
    const { kill, tracking, decoysTaken } = readingOf(board, state, kind, look.stance);
    return { count, kill, track: tracking * (1 - 0.12 * (look.blinding ?? 0)), decoys: decoysTaken * (1 - 0.2 * radar) };
  });
}

const D = (n: number, n50: number): number => 1 - 2 ** (-n / n50);

/** fear(B, A) of RULES 4 on a state without caps. */
export function slowFear(board: Board, state: State, afraid: Power, feared: Power): number {
  const turn = state.world.turn;
  const stock = (id: string): number => {
    const battery = state.batteries[id]!;
    const building = Object.values(state.works).reduce((sum, w) => sum + (w.battery === id ? w.add : 0), 0);
    const past = Object.values(state.deeds).filter(
      (d) => d.target === id && (d.kind === 'build' || d.kind === 'reinforce') && d.turn < turn && turn - d.turn <= 4,
    );
    const old = id === 'fort-greely' ? 2 * Math.max(0, 5 - turn) : 0;
    const mean = (past.reduce((sum, d) => sum + d.amount, 0) + old) / 4;
    return 1.25 * (battery.inventory + building) + 4 * mean;
  };
  const own = state.powers[afraid];
  const level = (what: Programme): number =>
    own[what] + Object.values(state.works).filter((w) => w.owner === afraid && w.what === what).length;
  const blinding = level('counter-sensor');
  const look = { defender: feared, attacker: afraid, stance: 'rival', stock, suppressed: 0, blinding } as const;
  const readied = { generated: false, dispersal: level('dispersal'), patrol: level('patrol'), mirv: level('mirv') };
  const n50 = { us: 100, ru: 100, cn: 5 }[afraid];
  const arriving = arrivingOf(leftOf(afraid, feared, readied), level('penaids'), slowLayers(board, state, look), level('glide'));
  return 1 - D(arriving, n50);
}

export interface SlowThreshold {
  readonly costFirst: number;
  readonly costSecond: number;
  readonly threshold: number;
}

/** threshold(A, B) of RULES 8. */
export function slowThreshold(
  board: Board,
  state: State,
  [a, b]: readonly [Power, Power],
  how: { eyes: Power | 'public' | 'truth'; theory: Theory },
): SlowThreshold {
  const c = (['us', 'ru', 'cn'] as const).find((power) => power !== a && power !== b)!;
  const stanceOn = (defender: Power): Stance =>
    how.eyes === 'public' || how.eyes === 'truth' ? how.eyes : how.eyes === defender ? 'owner' : 'rival';
  const stock = (id: string): number => (state.batteries[id]!.status === 'active' ? state.batteries[id]!.inventory : 0);
  const hit = (defender: Power, attacker: Power, warheads: number, suppressed: number): number =>
    D(
      arrivingOf(
        warheads,
        state.powers[attacker].penaids,
        slowLayers(board, state, {
          defender,
          attacker,
          stance: stanceOn(defender),
          stock,
          suppressed,
          blinding: state.powers[attacker]['counter-sensor'],
        }),
        state.powers[attacker].glide,
      ),
      100,
    );
  const left = (power: Power, striker: Power): number =>
    leftOf(power, striker, { ...state.powers[power], generated: state.powers[power].posture === 'generated' });
  const all = (power: Power): number => totalOf(power, state.powers[power].mirv);
  const suppression = { destabilise: 1, stabilise: 0, contested: 0.5 }[how.theory];
  const rest = all(a) - SPENT[`${a}>${b}`]!;
  const hostility = 1 - state.pairs[`${a}>${c}`]!.trust / 100;
  const third = (0.05 * hostility * all(c)) / (all(c) + rest);
  const costFirst = hit(a, b, left(b, a), 0) + 0.3 * (1 - hit(b, a, rest, 0)) + third;
  const costSecond = hit(a, b, all(b) - SPENT[`${b}>${a}`]!, suppression) + 0.3 * (1 - hit(b, a, left(a, b), 0));
  return { costFirst, costSecond, threshold: Math.min(1, (costFirst + 0.15) / costSecond) };
}
