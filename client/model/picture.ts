/** The map's picture of a view: sites, sectors, reaches and corridors, with what is selected or considered in front. */
import type { Board } from '../../shared/capability/board.ts';
import type { Option } from '../../shared/game/options.ts';
import type { Site } from '../../shared/scenario/schema.ts';
import type { State } from '../../shared/state/state.ts';
import { nameOf, siteName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import type { Glyph, MapPicture, MapReach, MapSea, MapSector, MapSite } from '../map/picture.ts';
import type { StepNews } from './headlines.ts';
import { lastingMarks } from './lasting-marks.ts';
import { mapEventsOf } from './map-events.ts';
import { tracksOf } from './picture-tracks.ts';
import { sideOf } from './side.ts';
import { batteryFact, proxyFacts, siteFacts } from './site-facts.ts';
import { standingAt } from './standing.ts';

export interface PictureOf {
  readonly board: Board;
  readonly state: State;
  readonly selected: string | null;
  readonly considered: Option | null;
  /** The step whose events are shown, while it is being told. */
  readonly step: StepNews | null;
  readonly dark: boolean;
}

export function pictureOf(of: PictureOf): MapPicture {
  const { board, state, selected, considered } = of;
  const battery = previewBattery(of);
  return {
    sites: sitesOf(board, state),
    sectors: sectorsOf(board, state, selected),
    reaches: reachesOf(board, battery, considered !== null),
    tracks: tracksOf({ board, state, selected, battery, isWeighed: considered !== null }),
    events: [...lastingMarks(board, state), ...(of.step === null ? [] : mapEventsOf(board, of.step))],
    seas: seas(),
    selected,
    // The note belongs to the map at leisure; on the small map beside a front page it would cover the sites.
    note: of.step === null && !of.dark ? t('map.note') : '',
    dark: of.dark,
  };
}

/** Every site of the scenario and every war of others, as the state has it. */
export const sitesOf = (board: Board, state: State): readonly MapSite[] => [
  ...board.scenario.sites.map((site) => mapSite(board, state, site)),
  ...board.scenario.proxies.map((proxy) => proxySite(board, state, proxy)),
];

/** The battery whose reach is shown: that of the order being weighed, or the first at the selected site. */
function previewBattery({ board, considered, selected }: PictureOf): string | null {
  const order = considered?.order;
  if (order && 'battery' in order) return order.battery;
  return board.scenario.batteries.find((plan) => plan.site === selected)?.id ?? null;
}

const GLYPHS: Readonly<Record<Site['kind'], Glyph>> = {
  defence: 'interceptor',
  launch: 'launch',
  submarine: 'submarine',
  bomber: 'bomber',
  radar: 'radar',
  'third-launch': 'third',
  city: 'city',
  sea: 'ship',
};
/** What has room for its label first: defences that stand, then what they are about. */
const PRIORITY: Readonly<Record<Site['kind'], number>> = {
  defence: 80,
  sea: 45,
  'third-launch': 60,
  radar: 40,
  launch: 30,
  submarine: 25,
  bomber: 20,
  city: 50,
};

function mapSite(board: Board, state: State, site: Site): MapSite {
  const standing = standingAt(board, state, site.id);
  const name = siteName(board, site.id);
  const known = standing[0];
  const inventory = standing.reduce((sum, each) => sum + each.inventory, 0);
  return {
    id: site.id,
    name,
    lat: site.lat,
    lon: site.lon,
    side: sideOf(site),
    glyph: GLYPHS[site.kind],
    status: known?.status ?? 'normal',
    priority: PRIORITY[site.kind] + (known ? 20 : 0),
    label: shortName(name),
    detail: [known ? standing.map(batteryFact).join('; ') : t(`site.${site.kind}`), ...siteFacts(board, state, site)].join('\n'),
    ...(inventory > 0 ? { count: inventory } : {}),
  };
}

type War = Board['scenario']['proxies'][number];

function proxySite(board: Board, state: State, { id, lat, lon }: War): MapSite {
  const name = nameOf(board, id);
  const detail = proxyFacts(board, state, id).join('\n');
  return { id, name, lat, lon, side: 'neutral', glyph: 'proxy', status: 'normal', priority: 55, label: name, detail };
}

/** What follows the comma (the state or province) is left to the site's panel. */
const shortName = (name: string): string => name.split(/[,，（(]/)[0]?.trim() ?? name;

/** Every sensor that stands, the selected site's bright; a contested range is drawn once for each figure. */
function sectorsOf(board: Board, state: State, selected: string | null): readonly MapSector[] {
  return board.scenario.sensors
    .filter(
      (sensor) =>
        sensor.withBattery === undefined || state.batteries[sensor.withBattery]?.status === 'active' || sensor.site === selected,
    )
    .flatMap((sensor) => {
      const site = board.sites[sensor.site];
      if (!site) return [];
      const emphasis = sensor.site === selected;
      const ranges = emphasis ? sensor.rangeKm : sensor.rangeKm.slice(0, 1);
      return ranges.map((rangeKm, i) => ({
        id: `${sensor.id}-${i}`,
        lat: site.lat,
        lon: site.lon,
        boresightDeg: sensor.boresightDeg,
        halfWidthDeg: sensor.halfWidthDeg,
        rangeKm,
        side: sideOf(site),
        emphasis,
      }));
    });
}

function reachesOf(board: Board, battery: string | null, preview: boolean): readonly MapReach[] {
  const plan = battery === null ? undefined : board.plans[battery];
  const site = plan && board.sites[plan.site];
  const interceptor = plan && board.interceptors[plan.interceptor];
  if (!site || !interceptor || battery === null) return [];
  const rangeKm = interceptor.maxRangeKm;
  return [{ id: battery, lat: site.lat, lon: site.lon, rangeKm, side: sideOf(site), style: preview ? 'preview' : 'solid' }];
}

const SEAS: readonly { readonly id: string; readonly lat: number; readonly lon: number }[] = [
  { id: 'arctic', lat: 84, lon: -160 },
  { id: 'atlantic', lat: 42, lon: -40 },
  { id: 'pacific', lat: 38, lon: -170 },
  { id: 'bering', lat: 58, lon: -178 },
  { id: 'barents', lat: 74, lon: 38 },
  { id: 'black', lat: 43.3, lon: 34 },
  { id: 'mediterranean', lat: 35, lon: 18 },
  { id: 'baltic', lat: 57.5, lon: 19.5 },
];

const seas = (): readonly MapSea[] => SEAS.map((sea) => ({ name: t(`sea.${sea.id}`), lat: sea.lat, lon: sea.lon }));
