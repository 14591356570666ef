/** Why a battery meets a track when and as often as it does, and how long a radar has it in view: step by step of the track. */
import { cos } from '../math/real.ts';
import type { Board } from './board.ts';
import { corridorsOf, type TracedCorridor, type TrackSample } from './corridor.ts';
import { type Aided, ASSESSMENT_DELAY_S, coverOf, DECISION_DELAY_S, type InView, type Window } from './coverage.ts';
import { dot, EARTH_RADIUS_KM, unitVector } from './earth.ts';
import { radarFrame, viewFrom } from './radar.ts';
import { interceptorOrbit, timeToPointS } from './reach.ts';
import { constant, datum, type Part, reckoned, sumOf, type Why } from './why.ts';

const tracedOnce = new WeakMap<Board, readonly TracedCorridor[]>();

function trackOf(board: Board, corridor: string): TracedCorridor {
  const traced = tracedOnce.get(board) ?? corridorsOf(board.scenario, new Map(Object.entries(board.sites)));
  tracedOnce.set(board, traced);
  const track = traced.find((one) => one.corridor.id === corridor);
  if (!track) throw new RangeError(`There is no corridor ${corridor}.`);
  return track;
}

/** A step of the track that an interceptor launched in time can be at. */
interface Step {
  readonly sample: TrackSample;
  readonly flightS: number;
  /** Since the attacker's impulse. */
  readonly launchS: number;
}

function stepsOf(board: Board, battery: string, { samples }: TracedCorridor, soonestS: number): readonly Step[] {
  const interceptor = board.interceptors[board.plans[battery]?.interceptor ?? ''];
  const site = board.sites[board.plans[battery]?.site ?? ''];
  if (!interceptor || !site) throw new RangeError(`There is no battery ${battery}.`);
  const orbit = interceptorOrbit(interceptor.burnoutSpeedKmS);
  const cosReach = cos(Math.min(Math.PI, interceptor.maxRangeKm / EARTH_RADIUS_KM));
  return samples.flatMap((sample) => {
    const cosAngle = dot(unitVector(site), sample.direction);
    const isInside = sample.altitudeKm >= interceptor.minAltitudeKm && sample.altitudeKm <= interceptor.maxAltitudeKm;
    if (!isInside || cosAngle < cosReach) return [];
    const flightS = timeToPointS(orbit, cosAngle, sample.radiusKm);
    const launchS = sample.timeS - (interceptor.boostS / 2 + flightS);
    return launchS >= soonestS ? [{ sample, flightS, launchS }] : [];
  });
}

export type WindowWhy = Readonly<Record<'looks' | 'firstWindowS' | 'lastWindowS' | 'detectedS', Why>>;

/** Of the window of a battery on a corridor that it meets. */
export function whyWindow(board: Board, aided: Aided, corridor: string): WindowWhy {
  const { battery } = aided;
  const track = trackOf(board, corridor);
  const window = coverOf(board.coverage, aided).windows.find((one) => one.corridor === corridor);
  if (!window) throw new RangeError(`The battery ${battery} does not meet ${corridor}.`);
  const boost = boostPart(board, track);
  const soonest = soonestPart(board, boost, window);
  const steps = stepsOf(board, battery, track, soonest.value);
  const told = steps.map((step, i) => stepPart(board, battery, `step${i + 1}`, step));
  const end = (what: string, pick: 'min' | 'max'): Why => ({
    what,
    value: boost.value / 2 + (told.at(pick === 'min' ? 0 : -1)?.value ?? 0),
    formula: `boost / 2 + ${pick}(${told.map(({ symbol }) => symbol).join(', ')})`,
    parts: [boost, ...told],
    holdsBy: [soonest],
    sources: ['two-body', 'rules'],
  });
  return {
    looks: sumOf('looks', looksAt(steps, soonest), ['rules']),
    firstWindowS: end('first intercept, since the launch of the missile', 'min'),
    lastWindowS: end('last intercept, since the launch of the missile', 'max'),
    detectedS: whyNoticed(board, boost, window),
  };
}

function boostPart({ scenario }: Board, { corridor }: TracedCorridor): Part {
  const area = scenario.launchAreas.find(({ site, leg }) => corridor.id.startsWith(`${site}/${leg}>`));
  return area
    ? datum('boost', area.boostS, `launchAreas.${area.site}/${area.leg}.boostS`)
    : constant('boost', corridor.boostS, 'boost of a third state’s missile of this range in s');
}

/** Not before burnout, when a satellite sees it; a radar may have it in view later. */
function whyNoticed({ sensors }: Board, boost: Part, { detectedS, by }: Window): Why {
  const rangeKm = sensors[by ?? '']?.rangeKm;
  const what = `attack noticed by ${by}, since the launch of the missile`;
  if (rangeKm === undefined)
    return { what, value: boost.value, formula: 'boost', parts: [boost], sources: ['rules', 'early-warning'] };
  const longest = rangeKm.indexOf(Math.max(...rangeKm));
  return {
    what,
    value: Math.max(boost.value, detectedS),
    formula: 'max(boost, seen)',
    parts: [boost, constant('seen', detectedS, 'above its horizon, in its sector and within its range from then on, in s')],
    holdsBy: [datum('rangeKm', rangeKm[longest] ?? 0, `sensors.${by}.rangeKm.${longest}`)],
    sources: ['rules', 'two-body'],
  };
}

/** The earliest launch of an interceptor, counted from the middle of the missile's boost. */
function soonestPart(board: Board, boost: Part, window: Window): Part {
  const noticed = reckoned('noticed', whyNoticed(board, boost, window));
  return reckoned('soonest', {
    what: 'earliest launch, since the middle of the boost',
    value: noticed.value - boost.value / 2 + DECISION_DELAY_S,
    formula: 'noticed - boost / 2 + delay',
    parts: [noticed, boost, constant('delay', DECISION_DELAY_S, 'from when it is noticed to the first launch in s')],
    sources: ['rules'],
  });
}

/** A step counts when an interceptor that gets there was launched no sooner than it may be. */
function stepPart(board: Board, battery: string, symbol: string, { sample, flightS, launchS }: Step): Part {
  const id = board.plans[battery]?.interceptor ?? '';
  const boost = board.interceptors[id]?.boostS ?? 0;
  const step = constant('step', sample.timeS, 'time of a step of the track in s');
  const launch = reckoned('launch', {
    what: 'launch that gets there',
    value: launchS,
    formula: 'step - (boost / 2 + flight)',
    parts: [
      step,
      datum('boost', boost, `interceptors.${id}.boostS`),
      constant('flight', flightS, 'least flight to that point in s'),
    ],
    holdsBy: [datum('speed', board.interceptors[id]?.burnoutSpeedKmS ?? 0, `interceptors.${id}.burnoutSpeedKmS`)],
    sources: ['two-body'],
  });
  const what = 'a step of the track that can be reached in time';
  return reckoned(symbol, {
    what,
    value: sample.timeS,
    formula: 'step',
    parts: [step],
    holdsBy: [launch],
    sources: ['two-body'],
  });
}

/** One after another: each launch waits until the intercept before has been judged. */
function looksAt(steps: readonly Step[], soonest: Part): readonly Part[] {
  const looks: Part[] = [];
  let ready = soonest;
  for (const { sample, launchS } of steps) {
    if (launchS < ready.value) continue;
    const holdsBy = [ready, constant('launch', launchS, 'launch in s')];
    looks.push(
      reckoned(`look${looks.length + 1}`, { what: 'a look', value: 1, formula: '1', parts: [], holdsBy, sources: ['rules'] }),
    );
    ready = reckoned('ready', {
      what: 'next launch at the earliest',
      value: sample.timeS + ASSESSMENT_DELAY_S,
      formula: 'intercept + delay',
      parts: [
        constant('intercept', sample.timeS, 'intercept before in s'),
        constant('delay', ASSESSMENT_DELAY_S, 'from an intercept to the next launch in s'),
      ],
      sources: ['rules'],
    });
  }
  return looks;
}

/** Of the seconds that a radar has a track in view: the steps within its range, sector and elevation. */
export function whySeconds(board: Board, { sensor, corridor, rangeKm, seconds }: InView): Why {
  const radar = board.sensors[sensor];
  const site = board.sites[radar?.site ?? ''];
  if (!radar || !site) throw new RangeError(`There is no radar ${sensor}.`);
  const frame = radarFrame({ ...radar, lat: site.lat, lon: site.lon });
  const inView = trackOf(board, corridor).samples.flatMap(({ direction, radiusKm, spanS }) => {
    const slantKm = viewFrom(frame, direction, radiusKm);
    return slantKm <= rangeKm ? [{ spanS, slantKm }] : [];
  });
  const parts = inView.map(({ spanS, slantKm }, i) =>
    reckoned(`step${i + 1}`, {
      what: 'time that a step of the track stands for in s',
      value: spanS,
      formula: String(spanS),
      parts: [],
      holdsBy: [constant('slantKm', slantKm, 'distance in km')],
      sources: ['two-body'],
    }),
  );
  const range = datum('rangeKm', rangeKm, `sensors.${sensor}.rangeKm.${radar.rangeKm.indexOf(rangeKm)}`);
  return { ...sumOf('seconds in view', parts, ['two-body']), value: seconds, holdsBy: [range] };
}
