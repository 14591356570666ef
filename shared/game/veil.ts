/**
 * The veil: a state as one viewer knows it, in the shape of a state. What he may not know is replaced by what he would
 * assume without knowing it (the start value, the public mean, the middle of a band), so that the same functions that
 * resolve a turn work out his beliefs, his previews and his bot's orders. Nothing hidden leaves but through here.
 */
import type { Board } from '../capability/board.ts';
import { betaMean } from '../math/beta.ts';
import { ruleOf } from '../orders/registry.ts';
import { hostOfBattery } from '../politics/host.ts';
import { POWERS, type Power, type Viewer } from '../scenario/names.ts';
import { memory } from '../state/memory.ts';
import { workIsSeen } from '../state/read.ts';
import type {
  Commitment,
  Deed,
  HostState,
  PairState,
  PowerState,
  Spoken,
  State,
  SystemState,
  ThirdState,
  Work,
  WorldState,
} from '../state/state.ts';

/** Consent is known as low, middle or high; the limits are where building is refused and where a host is firm. */
const CONSENT_BANDS: readonly Band[] = [
  { below: 35, shown: 17.5 },
  { below: 65, shown: 50 },
  { below: Number.POSITIVE_INFINITY, shown: 82.5 },
];
const STAGE_BANDS: readonly Band[] = [
  { below: 0.4, shown: 0.2 },
  { below: 0.7, shown: 0.55 },
  { below: Number.POSITIVE_INFINITY, shown: 0.85 },
];
/** How others stand to one another is known to within twenty points. */
const TRUST_STEP = 20;

interface Band {
  readonly below: number;
  readonly shown: number;
}

const banded = (bands: readonly Band[], value: number): number => bands.find((band) => value < band.below)?.shown ?? value;

/** Each state is veiled for the same few viewers again and again while a turn is worked out. */
const veiledOnce = memory<State>();
/** Most records of a state stay as they are from phase to phase, and then so does what is seen of them. */
const seenOnce = memory<object>();
const sightOnce = memory<Sight>();

/** Who looks when at which works: what is seen of batteries and deeds hangs on that besides. */
interface Sight {
  readonly works: Records<Work>;
  /** Batteries at which the viewer sees work. */
  readonly sites: ReadonlySet<string>;
}

export function veil(board: Board, state: State, viewer: Viewer): State {
  if (viewer === 'all') return state;
  return veiledOnce(board, state, viewer, () => {
    const known = veiled(board, state, viewer);
    // Whoever looks at what he knows already knows as much: a second veil hides nothing more.
    veiledOnce(board, known, viewer, () => known);
    return known;
  });
}

function veiled(board: Board, state: State, viewer: Viewer): State {
  const seen = <T>(name: string, record: Records<T>, see: (record: Records<T>) => Records<T>): Records<T> =>
    seenOnce(board, record, name, () => see(record)) as Records<T>;
  const sight = sightOnce(board, state.works, `${viewer} ${state.world.turn}`, () => {
    const works = mapped(
      kept(state.works, (work) => workKnown(board, state, work, viewer)),
      (work) => workSeen(work, viewer),
    );
    return { works, sites: new Set(Object.values(works).map((work) => work.battery)) };
  });
  // Kept with the sight, and forgotten with it: the same record is looked at from thousands of sights.
  const inSight = <T>(name: keyof State, record: Records<T>, keep: (thing: T, id: string) => boolean): Records<T> =>
    seenOnce(record, sight, name, () => kept(record, keep)) as Records<T>;
  return {
    world: worldSeen(board, state.world),
    crisis: state.crisis,
    powers: {
      us: powerSeen(board, state, 'us', viewer),
      ru: powerSeen(board, state, 'ru', viewer),
      cn: powerSeen(board, state, 'cn', viewer),
    },
    pairs: seen(`pairs ${viewer}`, state.pairs, (pairs) => mapped(pairs, (pair, id) => pairSeen(pair, isOf(id, viewer)))),
    batteries: inSight(
      'batteries',
      state.batteries,
      (battery, id) => battery.owner === viewer || battery.status !== 'building' || sight.sites.has(id),
    ),
    works: sight.works,
    systems: seen('systems', state.systems, (systems) => mapped(systems, systemSeen)),
    hosts: seen('hosts', state.hosts, (hosts) => mapped(hosts, hostSeen)),
    thirds: seen('thirds', state.thirds, (thirds) => mapped(thirds, (third, id) => thirdSeen(board, third, id))),
    leverage: seen(`leverage ${viewer}`, state.leverage, (leverage) =>
      mapped(leverage, (own, id) => (isOf(id, viewer) ? own : { value: startLeverage(board, id) })),
    ),
    ladders: state.ladders,
    hotlines: state.hotlines,
    forward: state.forward,
    treaties: state.treaties,
    proxies: state.proxies,
    alliances: state.alliances,
    insights: seen(`insights ${viewer}`, state.insights, (insights) => kept(insights, (_insight, id) => isOf(id, viewer))),
    deeds: inSight('deeds', state.deeds, (deed, id) => deedKnown(board, state, { deed, id, viewer })),
    spoken: seen(`spoken ${viewer}`, state.spoken, (spoken) => kept(spoken, (said) => heard(said, viewer))),
    commitments: seen(`commitments ${viewer}`, state.commitments, (commitments) =>
      mapped(
        kept(commitments, (c) => commitmentKnown(c, viewer)),
        (c) => (c.power === viewer ? c : { ...c, temptations: 0 }),
      ),
    ),
  };
}

type Records<T> = Readonly<Record<string, T>>;

/** Whether what goes by a pair's id, such as `us>ru` or `us>nk`, is the viewer's own. */
const isOf = (id: string, viewer: Viewer): boolean => id.slice(0, 2) === viewer;

/** Of a drawn end only the window is known, until it has come. */
function worldSeen({ scenario }: Board, world: WorldState): WorldState {
  return world.endDrawn && world.phase !== 'ended' ? { ...world, lastTurn: scenario.turns + 1 } : world;
}

function powerSeen(board: Board, state: State, power: Power, viewer: Viewer): PowerState {
  const whole = state.powers[power];
  if (power === viewer) return whole;
  return { ...whole, money: 0, approval: board.scenario.powers[power].approval, secretAim: '' };
}

function pairSeen(pair: PairState, own: boolean): PairState {
  if (own) return pair;
  const step = Math.min(4, Math.floor(pair.trust / TRUST_STEP));
  return { trust: step * TRUST_STEP + TRUST_STEP / 2, provocation: 0 };
}

const hostSeen = (host: HostState): HostState => ({ consent: banded(CONSENT_BANDS, host.consent) });

const thirdSeen = (board: Board, third: ThirdState, id: string): ThirdState => ({
  ...third,
  stage: banded(STAGE_BANDS, third.stage),
  restraint: board.thirds[id]?.restraint ?? 50,
});

/** The truth about a system is nobody's to know; the public mean stands in for it. */
function systemSeen(system: SystemState): SystemState {
  return {
    ...system,
    trueKill: betaMean({ a: system.killA, b: system.killB }),
    trueDecoy: betaMean({ a: system.decoyA, b: system.decoyB }),
    trueTrack: betaMean({ a: system.trackA, b: system.trackB }),
  };
}

export function workKnown(board: Board, state: State, work: Work, viewer: Viewer): boolean {
  return mayKnowFinders(work, viewer) || workIsSeen(work, hostOfBattery(board, work.battery) !== undefined, state.world.turn);
}

const mayKnowFinders = ({ owner, seenBy }: Work, viewer: Viewer): boolean =>
  owner === viewer || seenBy?.some((power) => power === viewer) === true;

/** A work that all see, but whose inspectors found it before is between them and its owner. */
export function workSeen(work: Work, viewer: Viewer): Work {
  if (work.seenBy === undefined || mayKnowFinders(work, viewer)) return work;
  const { seenBy: _, ...rest } = work;
  return rest;
}

function deedKnown(board: Board, state: State, { deed, id, viewer }: { deed: Deed; id: string; viewer: Viewer }): boolean {
  const { seen } = ruleOf(deed.kind);
  if (deed.power === viewer || seen === 'open') return true;
  if (seen === 'quiet') return false;
  // A deed and the work that it began share their place on the sheet, so their ids differ in the first letter only.
  const work = state.works[`w${id.slice(1)}`];
  if (!work) return deed.turn < state.world.turn || hostOfBattery(board, deed.target) !== undefined;
  return workKnown(board, state, work, viewer);
}

function heard(said: Spoken, viewer: Viewer): boolean {
  return said.venue !== 'private' || said.power === viewer || said.target === viewer;
}

export function commitmentKnown(c: Commitment, viewer: Viewer): boolean {
  return c.heardBy === null || c.power === viewer || c.heardBy.some((power) => power === viewer);
}

function startLeverage(board: Board, id: string): number {
  const [power, third] = id.split('>');
  const start = board.thirds[third ?? '']?.influence;
  const known = POWERS.find((name) => name === power);
  return known && start ? start[known] : 0;
}

/** What is kept of a record; the record itself if that is all of it. */
function kept<T>(record: Records<T>, keep: (thing: T, id: string) => boolean): Records<T> {
  const ids = Object.keys(record);
  const left = ids.filter((id) => keep(record[id] as T, id));
  if (left.length === ids.length) return record;
  const out: Record<string, T> = {};
  for (const id of left) out[id] = record[id] as T;
  return out;
}

function mapped<T>(record: Records<T>, change: (thing: T, id: string) => T): Records<T> {
  const out: Record<string, T> = {};
  for (const id of Object.keys(record)) out[id] = change(record[id] as T, id);
  return out;
}
