/** A step's effects as marks on the map: where something was ordered, tested or said. */
import type { Board } from '../../shared/capability/board.ts';
import type { Effect } from '../../shared/state/ledger.ts';
import type { Deed, Spoken, Work } from '../../shared/state/state.ts';
import type { MapEvent } from '../map/picture.ts';
import type { StepNews } from './headlines.ts';
import { sideOf } from './side.ts';

type Kind = MapEvent['kind'];

export function mapEventsOf(board: Board, step: StepNews): readonly MapEvent[] {
  return step.effects.flatMap((effect) => placesOf(board, effect).flatMap(([site, kind]) => mark(board, effect, site, kind)));
}

function mark(board: Board, effect: Effect, siteId: string, kind: Kind): readonly MapEvent[] {
  const site = board.sites[siteId];
  const place = site ?? board.scenario.proxies.find(({ id }) => id === siteId);
  return place ? [{ id: `${effect.n}-${siteId}`, lat: place.lat, lon: place.lon, kind, side: sideOf(site ?? {}) }] : [];
}

function placesOf(board: Board, effect: Effect): readonly (readonly [string, Kind])[] {
  const [collection = '', id = ''] = effect.subject.split('/');
  const batterySite = (battery: string): string => board.plans[battery]?.site ?? '';
  if (collection === 'thirds' && effect.variable === 'lastTest') return [[board.thirds[id]?.launchSites[0] ?? '', 'test']];
  if (collection === 'proxies' && effect.variable === 'incident') return [[id, 'incident']];
  if (collection === 'batteries' && effect.variable === 'status') return [[batterySite(id), 'order']];
  if (effect.variable !== 'self' || effect.after === null) return [];
  if (collection === 'works') return [[batterySite((effect.after as unknown as Work).battery), 'order']];
  if (collection === 'spoken') return [[board.scenario.aims[(effect.after as unknown as Spoken).power][0] ?? '', 'statement']];
  return collection === 'deeds' ? deedPlaces(board, effect.after as unknown as Deed) : [];
}

const KINDS: Readonly<Partial<Record<Deed['kind'], Kind>>> = {
  exercise: 'exercise',
  'joint-exercise': 'exercise',
  climb: 'exercise',
  'joint-statement': 'statement',
  'flight-test': 'test',
};

function deedPlaces(board: Board, deed: Deed): readonly (readonly [string, Kind])[] {
  const kind = KINDS[deed.kind] ?? 'order';
  const target =
    board.plans[deed.target]?.site ??
    board.scenario.sites.find((site) => site.host === deed.target)?.id ??
    board.scenario.proxies.find((proxy) => proxy.id === deed.target)?.id;
  return [[target ?? board.scenario.aims[deed.power][0] ?? '', kind]];
}
