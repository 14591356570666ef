/** Raids as they happen, drawn instead of averaged: what is left where trials hang together (RULES 3). */
import type { DrawAddress } from '../math/draw.ts';
import { Stream } from '../math/stream.ts';
import type { Layer, Raid } from './engagement.ts';
import { killProbability } from './engagement.ts';

export interface RaidResult {
  readonly arriving: number;
  readonly intercepted: number;
  /** Whether the common mode failed, so that no layer did anything. */
  readonly hasFailedTogether: boolean;
}

export interface RaidDraw {
  /** Chance that what all layers share (sensors, command, a common fault) works. One draw for the whole raid. */
  readonly commonMode: number;
  /** Where in the game this raid is. */
  readonly address: DrawAddress;
}

/**
 * Draws a raid through the layers, outermost first. A count that is not whole is rounded up with the chance of its
 * fraction, so that its mean is kept. In each layer every object is tracked or lost, and hit or missed, on its own;
 * decoys that are not taken for warheads go on unharmed. The rest of an inventory that does not go round evenly is given
 * to objects by chance: nobody knows which of them are warheads.
 */
export function sampleRaid(raid: Raid, layers: readonly Layer[], { commonMode, address }: RaidDraw): RaidResult {
  const stream = new Stream(address);
  const flight: Flight = { warheads: 0, credible: 0, decoys: 0 };
  const warheads = begin(raid, flight, stream);
  if (stream.share() >= commonMode) return { arriving: warheads, intercepted: 0, hasFailedTogether: true };
  for (const layer of layers.map(prepared)) throughLayer(flight, layer, stream);
  return { arriving: flight.warheads, intercepted: warheads - flight.warheads, hasFailedTogether: false };
}

/** Warheads that arrive in each of `count` raids, all from one address. */
export function sampleRaids(
  raid: Raid,
  layers: readonly Layer[],
  { commonMode, address, count }: RaidDraw & { readonly count: number },
): Uint32Array {
  const stream = new Stream(address);
  const ready = layers.map(prepared);
  const arriving = new Uint32Array(count);
  const flight: Flight = { warheads: 0, credible: 0, decoys: 0 };
  for (let i = 0; i < count; i++) {
    begin(raid, flight, stream);
    if (stream.share() < commonMode) for (const layer of ready) throughLayer(flight, layer, stream);
    arriving[i] = flight.warheads;
  }
  return arriving;
}

/** What still flies. Changed in place: a sample goes through thousands. */
interface Flight {
  warheads: number;
  credible: number;
  decoys: number;
}

interface Prepared {
  readonly layer: Layer;
  /** Chance to kill with 0, 1, 2 ... shots, tracking counted in. */
  readonly kills: Float64Array;
}

/** Beyond so many shots at one object a table would only repeat itself. */
const KILLS_KNOWN = 32;

function prepared(layer: Layer): Prepared {
  const kills = Float64Array.from(
    { length: KILLS_KNOWN },
    (_, shots) => layer.tracking * killProbability(layer.singleShot, shots),
  );
  return { layer, kills };
}

function killOf({ layer, kills }: Prepared, shots: number): number {
  return kills[shots] ?? layer.tracking * killProbability(layer.singleShot, shots);
}

function begin(raid: Raid, flight: Flight, stream: Stream): number {
  flight.warheads = rounded(raid.warheads, stream);
  flight.credible = rounded(raid.credibleDecoys, stream);
  flight.decoys = rounded(raid.decoys, stream);
  return flight.warheads;
}

function throughLayer(flight: Flight, ready: Prepared, stream: Stream): void {
  const taken = flight.decoys === 0 ? 0 : stream.hits(flight.decoys, ready.layer.decoysTaken);
  const objects = flight.warheads + flight.credible + taken;
  if (objects === 0) return;
  const inventory = rounded(ready.layer.interceptors, stream);
  const each = Math.floor(inventory / objects);
  const fire: Fire = {
    few: killOf(ready, each),
    more: killOf(ready, each + 1),
    extra: inventory - each * objects,
    objects,
  };
  flight.warheads -= killed(flight.warheads, fire, stream);
  flight.credible -= killed(flight.credible, fire, stream);
  flight.decoys -= killed(taken, fire, stream);
}

/** Shots still to be shared out among the objects that have not had theirs. */
interface Fire {
  readonly few: number;
  readonly more: number;
  extra: number;
  objects: number;
}

function killed(count: number, fire: Fire, stream: Stream): number {
  const withMore = shareOfExtra(count, fire, stream);
  fire.extra -= withMore;
  fire.objects -= count;
  return stream.hits(withMore, fire.more) + stream.hits(count - withMore, fire.few);
}

/** How many of `count` objects are among those, drawn from all, that one shot more is fired at. */
function shareOfExtra(count: number, { extra, objects }: Fire, stream: Stream): number {
  if (extra === 0 || count === objects) return Math.min(extra, count);
  let drawn = 0;
  for (let i = 0; i < count; i++) if (stream.share() * (objects - i) < extra - drawn) drawn += 1;
  return drawn;
}

/** Up with the chance of the fraction, down otherwise: the mean stays. A whole count draws nothing. */
function rounded(count: number, stream: Stream): number {
  const whole = Math.floor(count);
  return whole !== count && stream.share() < count - whole ? whole + 1 : whole;
}
