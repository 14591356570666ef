/** Works: what is ordered now and stands later. Finished works are turned into what they were for, once a turn. */
import { must } from '../assert.ts';
import type { Board } from '../capability/board.ts';
import type { Act } from '../politics/treaty.ts';
import { POWERS } from '../scenario/names.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { sorted } from '../state/read.ts';
import type { Battery, Json, State, Work } from '../state/state.ts';
import type { Placed, Scene } from './order.ts';

export interface Begun {
  readonly what: Work['what'];
  /** Empty for programmes. */
  readonly battery: string;
  readonly add: number;
  readonly turns: number;
}

export function startWork({ power }: Scene, at: Placed, begun: Begun): Contribution {
  const work: Work = {
    owner: power,
    what: begun.what,
    battery: begun.battery,
    add: begun.add,
    start: at.turn,
    ready: at.turn + begun.turns,
  };
  return {
    rule: 'work-begins',
    subject: `works/w${at.turn}-${power}-${at.index}`,
    variable: 'self',
    set: { ...work },
    because: because('why.work.begins', { power, ready: work.ready }),
  };
}

/** Work on a battery as a treaty sees it. */
export const growth = (scene: Scene, battery: string, add: number): Act => ({
  type: 'grow',
  battery,
  begun: () => withWorkOn(scene, battery, add),
});

/** The state once work on a battery is under way: what pledges and treaties about it are held against. */
export function withWorkOn({ board, state, power }: Scene, battery: string, add: number): State {
  const { turn } = state.world;
  const plan = must(board.plans[battery], battery);
  const there = state.batteries[battery];
  const rising: Battery =
    there === undefined || there.status === 'withdrawn'
      ? {
          owner: power,
          site: plan.site,
          interceptor: plan.interceptor,
          inventory: 0,
          status: 'building',
          suspendedBy: '',
          since: turn,
        }
      : there;
  const work: Work = { owner: power, what: 'battery', battery, add, start: turn, ready: turn };
  return { ...state, batteries: { ...state.batteries, [battery]: rising }, works: { ...state.works, ordered: work } };
}

/** Works that are ready when this turn ends: interceptors join their battery, levels their programme. */
export function finishWorks(board: Board, state: State): readonly Contribution[] {
  return sorted(state.works)
    .filter(([, work]) => work.ready <= state.world.turn)
    .flatMap(([id, work]) => [
      {
        rule: 'work-ends',
        subject: `works/${id}`,
        variable: 'self',
        set: null,
        because: because('why.work.ends', { power: work.owner }),
      },
      ...(work.what === 'battery' ? batteryGrows(board, state, work) : levelReached(board, state, work)),
    ]);
}

function batteryGrows(board: Board, state: State, work: Work): readonly Contribution[] {
  const at = {
    rule: 'work-ends',
    subject: `batteries/${work.battery}`,
    because: because('why.work.battery', { battery: work.battery, count: work.add }),
  };
  const battery = state.batteries[work.battery];
  // Withdrawn while it was being built: nothing is left to join.
  if (!battery || battery.status === 'withdrawn') return [];
  return [
    { ...at, variable: 'inventory', add: work.add },
    ...(battery.status === 'building' ? [{ ...at, variable: 'status', set: 'active' }] : []),
    ...replaced(board, state, work),
  ];
}

/** What an upgrade takes the place of is gone when the new stands. */
function replaced(board: Board, state: State, work: Work): readonly Contribution[] {
  const old = board.scenario.batteries.find((plan) => plan.upgrade?.to === work.battery)?.id;
  if (old === undefined || (state.batteries[old]?.status ?? 'withdrawn') === 'withdrawn') return [];
  const at = {
    rule: 'work-ends',
    subject: `batteries/${old}`,
    because: because('why.work.replaced', { battery: old, by: work.battery }),
  };
  return [
    { ...at, variable: 'status', set: 'withdrawn' },
    { ...at, variable: 'inventory', set: 0 },
    // Missiles that hold the site hold what now stands there.
    ...POWERS.flatMap((power) => {
      const held = state.forward[`${power}>${old}`];
      const aim = (battery: string, set: Json): Contribution => ({
        ...at,
        subject: `forward/${power}>${battery}`,
        variable: 'self',
        set,
      });
      return held === undefined ? [] : [aim(old, null), aim(work.battery, { ...held })];
    }),
  ];
}

/** Only what is finished is seen, so only then does it cost standing abroad. */
function levelReached(board: Board, state: State, { owner, what, add }: Work): readonly Contribution[] {
  if (what === 'battery') return [];
  const { influence, levels } = board.scenario.parameters.programmes[what];
  const at = {
    rule: 'work-ends',
    subject: `powers/${owner}`,
    because: because('why.work.level', { power: owner, programme: what }),
  };
  const most = Math.max(0, levels - state.powers[owner][what]);
  return [
    { ...at, variable: what, add: Math.min(add, most) },
    ...(influence === 0 ? [] : [{ ...at, variable: 'influence', add: influence }]),
  ];
}
