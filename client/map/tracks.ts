// Missile tracks: great circles with a tick for every five minutes of a nominal flight.
import { minimumEnergy, positionAt } from '../../shared/capability/trajectory.ts';
import { placeOnScreen, type View } from './camera.ts';
import { distanceKm, greatCircle, placeOn } from './geodesy.ts';
import { traceLine } from './lines.ts';
import { accent } from './palette.ts';
import type { LatLon, MapTrack } from './picture.ts';
import type { Point } from './projection.ts';

const STEPS = 72;
const TICK_MINUTES = 5;
/** A tick this near to the end would touch the mark that stands there. */
const LAST_PART = 0.98;
const HALF_TICK_PX = 4;
const HOLLOW = '#0b2138';
/** The direction of a track at a tick is taken over this part of it to either side. */
const BESIDE = 0.004;

/** Parts of the way (0 to 1) at which a tick stands, one for every five minutes of the core's own minimum-energy flight. */
export function tickParts(track: Pick<MapTrack, 'from' | 'to'>): readonly number[] {
  const flight = minimumEnergy(distanceKm(track.from, track.to));
  const count = Math.floor(flight.flightTimeS / 60 / TICK_MINUTES);
  return Array.from(
    { length: count },
    (_, i) => positionAt(flight, (i + 1) * TICK_MINUTES * 60).downrangeKm / flight.rangeKm,
  ).filter((part) => part < LAST_PART);
}

/** What is drawn of a track: all of it, or as much as has been flown. */
export function trackLine(track: MapTrack): readonly LatLon[] {
  if (track.style !== 'flown' || track.part >= 1) return greatCircle(track.from, track.to, STEPS);
  return greatCircle(track.from, placeOn(track, track.part), STEPS);
}

/** Draws all tracks, the quiet ones first. */
export function paintTracks(ctx: CanvasRenderingContext2D, tracks: readonly MapTrack[], view: View): void {
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  const order = { corridor: 0, engageable: 1, gained: 2, flown: 3 } as const;
  for (const track of tracks.toSorted((a, b) => order[a.style] - order[b.style])) paintTrack(ctx, track, view);
  ctx.lineCap = 'butt';
}

type Stroke = readonly [width: number, colour: string];

/** From the widest to the narrowest; a gained path is hollow, so that it is told from the others without its colour. */
function strokesOf({ side, style }: MapTrack): readonly Stroke[] {
  switch (style) {
    case 'corridor':
      return [[1.1, accent(side, 0.5)]];
    case 'engageable':
      return [
        [7, accent(side, 0.13)],
        [2.2, accent(side, 0.98)],
      ];
    case 'gained':
      return [
        [9, accent(side, 0.16)],
        [5.4, accent(side, 0.98)],
        [2.6, HOLLOW],
      ];
    case 'flown':
      return [
        [9, accent(side, 0.1)],
        [5, accent(side, 0.2)],
        [2, accent(side)],
      ];
  }
}

function paintTrack(ctx: CanvasRenderingContext2D, track: MapTrack, view: View): void {
  traceLine(ctx, trackLine(track), view);
  ctx.setLineDash(track.style === 'corridor' ? [5, 5] : []);
  for (const [width, colour] of strokesOf(track)) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.stroke();
  }
  ctx.setLineDash([]);
  if (track.style === 'corridor') paintAim(ctx, track, view);
  paintTicks(ctx, track, view);
  // What has arrived has no head: nothing shines at an aim.
  if (track.style === 'flown' && track.part < 1) paintHead(ctx, placeOnScreen(view, placeOn(track, track.part)), track.side);
}

function paintTicks(ctx: CanvasRenderingContext2D, track: MapTrack, view: View): void {
  const screenAt = (part: number): Point => placeOnScreen(view, placeOn(track, part));
  ctx.strokeStyle = accent(track.side, track.style === 'corridor' ? 0.6 : 0.95);
  ctx.lineWidth = 1.1;
  for (const part of tickParts(track)) {
    if (track.style === 'flown' && part > track.part) break;
    const [before, at, after] = [screenAt(part - BESIDE), screenAt(part), screenAt(part + BESIDE)];
    const [dx, dy] = [after.x - before.x, after.y - before.y];
    const length = Math.hypot(dx, dy) || 1;
    // Where the map is cut, the two neighbours of a tick stand at its two edges.
    if (length * 2 > view.projection.turn * view.scale && view.projection.turn > 0) continue;
    const [across, down] = [(-dy / length) * HALF_TICK_PX, (dx / length) * HALF_TICK_PX];
    ctx.beginPath();
    ctx.moveTo(at.x - across, at.y - down);
    ctx.lineTo(at.x + across, at.y + down);
    ctx.stroke();
  }
}

/** A quiet crosshair where a predicted path ends: an aim is an inference, never a certainty. */
function paintAim(ctx: CanvasRenderingContext2D, track: MapTrack, view: View): void {
  const at = placeOnScreen(view, track.to);
  ctx.strokeStyle = accent(track.side, 0.75);
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.arc(at.x, at.y, 5, 0, 2 * Math.PI);
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    ctx.moveTo(at.x + dx * 3, at.y + dy * 3);
    ctx.lineTo(at.x + dx * 8, at.y + dy * 8);
  }
  ctx.stroke();
}

function paintHead(ctx: CanvasRenderingContext2D, at: Point, side: MapTrack['side']): void {
  const glow = ctx.createRadialGradient(at.x, at.y, 0, at.x, at.y, 15);
  glow.addColorStop(0, accent(side, 0.85));
  glow.addColorStop(0.35, accent(side, 0.25));
  glow.addColorStop(1, accent(side, 0));
  ctx.fillStyle = glow;
  ctx.fillRect(at.x - 15, at.y - 15, 30, 30);
  ctx.fillStyle = '#fff';
  ctx.beginPath();
  ctx.arc(at.x, at.y, 2.6, 0, 2 * Math.PI);
  ctx.fill();
}
