/** A small world of 2016 for the coverage table: the places of SCIENCE 3.5, not the scenario that is played. */
import type { Geography } from '../../shared/capability/coverage.ts';
import type { Place } from './places.ts';
import { PLACES as P, RUSSIAN_BASES } from './places.ts';

type Site = Geography['sites'][number];
type Interceptor = Geography['interceptors'][number];

const text = (en: string) => ({ en, ru: en, zh: en });

const SEOUL: Place = { id: 'seoul', lat: 37.57, lon: 126.98 };
const TOKYO: Place = { id: 'tokyo', lat: 35.68, lon: 139.69 };
const BUSAN: Place = { id: 'busan', lat: 35.18, lon: 129.08 };
const SHANGHAI: Place = { id: 'shanghai', lat: 31.23, lon: 121.47 };
const PETERSBURG: Place = { id: 'petersburg', lat: 59.9, lon: 30.4 };
const WONSAN: Place = { id: 'wonsan', lat: 39.2, lon: 127.4 };

const CHINESE = [P.luoyang, P.tonghua, P.shaoyang, P.tianshui, P.delingha];
const AMERICAN = [P.malmstrom, { id: 'kitsap', lat: 47.7, lon: -122.7 }, { id: 'kings-bay', lat: 30.8, lon: -81.5 }];

/** Speed, boost, floor, ceiling, reach. */
function interceptor(
  id: string,
  layer: Interceptor['layer'],
  numbers: readonly [number, number, number, number, number],
): Interceptor {
  const [burnoutSpeedKmS, boostS, minAltitudeKm, maxAltitudeKm, maxRangeKm] = numbers;
  const record = { hits: 0, trials: 0, mark: 'game' as const };
  return {
    id,
    name: text(id),
    layer,
    burnoutSpeedKmS,
    boostS,
    minAltitudeKm,
    maxAltitudeKm,
    maxRangeKm,
    fastMidcourse: false,
    record,
  };
}

const battery = (place: string, owner: 'us' | 'ru' | 'cn', kind: string): Geography['batteries'][number] => ({
  id: place,
  owner,
  site: place,
  interceptor: kind,
  inventory: 10,
  status: 'active',
  inReachOf: [],
  mark: 'game',
});

const area = (site: Place, power: 'us' | 'ru' | 'cn'): Geography['launchAreas'][number] => ({
  site: site.id,
  power,
  leg: 'silo',
  weight: 1,
  boostS: 200,
});

export function worldOf2016(): Geography {
  const places = [...Object.values(P), ...RUSSIAN_BASES, ...AMERICAN, SEOUL, BUSAN, TOKYO, SHANGHAI, PETERSBURG, WONSAN];
  const homeland = [P.seattle.id, P.losAngeles.id, P.newYork.id];
  const sites = new Map(
    places.map((place): [string, Site] => {
      const owner = homeland.includes(place.id) ? ({ owner: 'us' } as const) : {};
      return [place.id, { ...place, ...owner, name: text(place.id), kind: 'launch', mark: 'game' }];
    }),
  );
  return {
    sites: [...sites.values()],
    interceptors: [
      interceptor('gbi', 'midcourse', [7.5, 140, 100, 2000, 12_000]),
      interceptor('sm3', 'midcourse', [3.5, 70, 80, 1000, 2000]),
      interceptor('thaad', 'terminal', [2.8, 20, 40, 150, 400]),
      interceptor('gazelle', 'terminal', [5.5, 12, 3, 30, 80]),
    ],
    sensors: [
      {
        id: 'tpy2-seongju',
        site: 'seongju',
        owner: 'us',
        rangeKm: [870, 1500, 3000],
        boresightDeg: 340,
        halfWidthDeg: 60,
        minElevationDeg: 2,
        discriminates: true,
        mark: 'read',
      },
    ],
    // SCIENCE 3.3 takes for granted that launches are seen.
    satellites: (['us', 'ru', 'cn'] as const).map((owner) => ({
      id: `eyes-of-${owner}`,
      name: text(owner),
      owner,
      mark: 'game',
    })),
    batteries: [
      battery('greely', 'us', 'gbi'),
      battery('vandenberg', 'us', 'gbi'),
      battery('deveselu', 'us', 'sm3'),
      battery('seongju', 'us', 'thaad'),
      battery('moscow', 'ru', 'gazelle'),
    ],
    launchAreas: [
      ...RUSSIAN_BASES.map((site) => area(site, 'ru')),
      ...CHINESE.map((site) => area(site, 'cn')),
      ...AMERICAN.map((site) => area(site, 'us')),
    ],
    aims: {
      us: [P.washington.id, P.newYork.id, P.chicago.id, P.losAngeles.id, P.seattle.id],
      ru: [P.moscow.id, PETERSBURG.id],
      cn: [P.beijing.id, SHANGHAI.id],
    },
    thirds: [
      {
        id: 'nk',
        name: text('nk'),
        launchSites: [P.pyongyang.id, WONSAN.id],
        stage: 0.5,
        restraint: 50,
        influence: { us: 10, ru: 20, cn: 50 },
        testHazard: 0.3,
        testStage: 0.1,
        testTension: 5,
        homelandAims: homeland,
        alliedAims: [SEOUL.id, BUSAN.id, TOKYO.id],
      },
    ],
  };
}
