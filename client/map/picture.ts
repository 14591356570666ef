// The picture the map draws: everything it will ever know about a game. The client's model builds one from a view.

/** Which power a thing belongs to; it decides colour and frame shape together, so neither is needed alone. */
export type Side = 'us' | 'ru' | 'cn' | 'nk' | 'ir' | 'neutral';

/** us square, ru diamond, cn hexagon, North Korea triangle, Iran pentagon, others circle. */
export type Frame = 'square' | 'diamond' | 'hexagon' | 'circle' | 'triangle' | 'pentagon';

export type Glyph = 'interceptor' | 'launch' | 'submarine' | 'bomber' | 'radar' | 'city' | 'ship' | 'third' | 'proxy';

export type SiteStatus = 'active' | 'building' | 'possible' | 'suspended' | 'normal';

export interface LatLon {
  readonly lat: number;
  readonly lon: number;
}

export interface MapSite {
  readonly id: string;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly side: Side;
  readonly glyph: Glyph;
  readonly status: SiteStatus;
  /** Larger is placed first when labels compete for room. */
  readonly priority: number;
  readonly label: string;
  readonly detail: string;
  readonly count?: number;
}

export interface MapSector {
  readonly id: string;
  readonly lat: number;
  readonly lon: number;
  readonly boresightDeg: number;
  /** 180 draws the whole circle. */
  readonly halfWidthDeg: number;
  readonly rangeKm: number;
  readonly side: Side;
  readonly emphasis: boolean;
}

export interface MapReach {
  readonly id: string;
  readonly lat: number;
  readonly lon: number;
  readonly rangeKm: number;
  readonly side: Side;
  readonly style: 'solid' | 'preview';
}

interface Path {
  readonly id: string;
  readonly from: LatLon;
  readonly to: LatLon;
  readonly side: Side;
}

/**
 * corridor: a predicted path, dim and dashed; engageable: one that a defence can meet; gained: one that it could meet only
 * with the order being weighed; flown: what has been flown, up to a part of the way from 0 to 1.
 */
export type MapTrack = Path &
  ({ readonly style: 'corridor' | 'engageable' | 'gained' } | { readonly style: 'flown'; readonly part: number });

export interface MapEvent {
  readonly id: string;
  readonly lat: number;
  readonly lon: number;
  readonly kind:
    | 'order'
    | 'test'
    | 'exercise'
    | 'statement'
    | 'incident'
    | 'crisis'
    | 'arrival'
    | 'interception'
    | 'forward'
    | 'inspection';
  readonly side: Side;
}

/** A sea's name in the player's language, drawn small where nothing else needs the room. */
export interface MapSea {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
}

export interface MapPicture {
  readonly sites: readonly MapSite[];
  readonly sectors: readonly MapSector[];
  readonly reaches: readonly MapReach[];
  readonly tracks: readonly MapTrack[];
  readonly events: readonly MapEvent[];
  readonly seas?: readonly MapSea[];
  readonly selected: string | null;
  /** The note on disputed land, in the player's language, written in the corner of the map. */
  readonly note: string;
  /** In a crisis the room darkens. */
  readonly dark: boolean;
}

export const EMPTY_PICTURE: MapPicture = {
  sites: [],
  sectors: [],
  reaches: [],
  tracks: [],
  events: [],
  selected: null,
  note: '',
  dark: false,
};
