/** The exchange on the map, in steps of five minutes of flight: what has been flown, where it could be met, where it arrived. */
import { windowsNow } from '../../shared/belief/warning.ts';
import type { Board } from '../../shared/capability/board.ts';
import type { Corridor } from '../../shared/capability/coverage.ts';
import { minimumEnergy, positionAt } from '../../shared/capability/trajectory.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { Exchange, State } from '../../shared/state/state.ts';
import { placeOn } from '../map/geodesy.ts';
import type { MapEvent, MapPicture, MapTrack } from '../map/picture.ts';
import { standingBatteries } from './coverage-gain.ts';
import { sitesOf } from './picture.ts';

/** First the strike flies, then the answer; after it nothing moves any more. */
export interface ExchangeStage {
  readonly wave: 'strike' | 'answer' | 'after';
  /** Of flight, counted from the wave's launch. */
  readonly minute: number;
}

const STEP_MINUTES = 5;
/** From each launch area so many tracks are drawn: all of them would be a net. */
const TRACKS_EACH = 2;

interface Wave {
  readonly attacker: Power;
  readonly defender: Power;
  readonly intercepted: number;
  readonly warheads: number;
}

function wavesOf(exchange: Exchange): readonly (Wave & { readonly wave: 'strike' | 'answer' })[] {
  const { first, second } = exchange;
  return [
    {
      wave: 'strike' as const,
      attacker: first,
      defender: second,
      intercepted: exchange.interceptedBySecond,
      warheads: exchange.launchedFirst,
    },
    {
      wave: 'answer' as const,
      attacker: second,
      defender: first,
      intercepted: exchange.interceptedByFirst,
      warheads: exchange.survivingSecond,
    },
  ].filter((wave) => wave.warheads > 0);
}

/** All stages in order; the last is the end state. */
export function stagesOf(board: Board, exchange: Exchange): readonly ExchangeStage[] {
  const flown = wavesOf(exchange).flatMap((wave) => {
    const longestS = Math.max(0, ...corridorsOf(board, wave).map((corridor) => corridor.flightTimeS));
    const steps = Math.ceil(longestS / 60 / STEP_MINUTES);
    return Array.from({ length: steps + 1 }, (_, i) => ({ wave: wave.wave, minute: i * STEP_MINUTES }));
  });
  return [...flown, { wave: 'after', minute: 0 }];
}

export interface ExchangePictureOf {
  readonly board: Board;
  readonly state: State;
  readonly exchange: Exchange;
  readonly stage: ExchangeStage;
}

export function exchangePicture({ board, state, exchange, stage }: ExchangePictureOf): MapPicture {
  const shown = wavesOf(exchange).filter((wave) => stage.wave !== 'strike' || wave.wave === 'strike');
  const flights = shown.flatMap((wave) => {
    const minute = wave.wave === stage.wave ? stage.minute : Number.POSITIVE_INFINITY;
    return corridorsOf(board, wave).map((corridor) => ({ wave, corridor, minute }));
  });
  return {
    sites: sitesOf(board, state),
    sectors: [],
    reaches: [],
    tracks: flights.flatMap(({ wave, corridor, minute }) => trackOf(board, wave, corridor, partAt(corridor, minute * 60))),
    events: flights.flatMap((flight) => [...meetingsOf(board, state, flight), ...arrivalsOf(board, flight)]),
    selected: null,
    note: '',
    dark: stage.wave === 'after',
  };
}

interface Flight {
  readonly wave: Wave;
  readonly corridor: Corridor;
  readonly minute: number;
}

/** A few corridors from each launch area, each to other aims, so that every aim has its share. */
function corridorsOf(board: Board, { attacker, defender }: Wave): readonly Corridor[] {
  const group = board.coverage.corridors.filter((corridor) => corridor.group === `${attacker}>${defender}`);
  const origins = [...new Set(group.map((corridor) => corridor.from))];
  return origins.flatMap((from, i) => {
    const all = group.filter((corridor) => corridor.from === from);
    const taken = Array.from({ length: TRACKS_EACH }, (_, k) => all[(i + k) % all.length]);
    return [...new Set(taken)].flatMap((corridor) => corridor ?? []);
  });
}

/** Part of the ground covered after so many seconds of free flight; 1 once it is over. */
function partAt(corridor: Corridor, seconds: number): number {
  if (seconds >= corridor.flightTimeS) return 1;
  return positionAt(minimumEnergy(corridor.rangeKm), seconds).downrangeKm / corridor.rangeKm;
}

function trackOf(board: Board, wave: Wave, { id, from, to }: Corridor, part: number): readonly MapTrack[] {
  const [start, end] = [board.sites[from], board.sites[to]];
  return start && end ? [{ id, from: start, to: end, side: wave.attacker, style: 'flown', part }] : [];
}

/** Where the defender's batteries could first meet what flies there, once it has come so far; none if nothing was stopped. */
function meetingsOf(board: Board, state: State, { wave, corridor, minute }: Flight): readonly MapEvent[] {
  if (wave.intercepted <= 0) return [];
  const [from, to] = [board.sites[corridor.from], board.sites[corridor.to]];
  if (!from || !to) return [];
  return standingBatteries(board, state, wave.defender).flatMap((battery) => {
    const window = windowsNow(board, state, battery).find((each) => each.corridor === corridor.id);
    // Windows count from the launch, the flight from the middle of the boost.
    const seconds = window === undefined ? Number.POSITIVE_INFINITY : window.firstS - corridor.boostS / 2;
    if (seconds > minute * 60 || seconds === Number.POSITIVE_INFINITY) return [];
    const place = placeOn({ from, to }, partAt(corridor, seconds));
    return [{ id: `${corridor.id}-${battery}`, ...place, kind: 'interception' as const, side: wave.defender }];
  });
}

function arrivalsOf(board: Board, { wave, corridor, minute }: Flight): readonly MapEvent[] {
  const aim = board.sites[corridor.to];
  if (!aim || minute * 60 < corridor.flightTimeS) return [];
  return [{ id: `${corridor.id}-end`, lat: aim.lat, lon: aim.lon, kind: 'arrival', side: wave.attacker }];
}
