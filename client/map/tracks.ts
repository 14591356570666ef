// Missile tracks: great circles with a tick for every five minutes of a nominal flight.
import { toScreen, type View } from './camera.ts';
import { distanceKm, greatCircle } from './geodesy.ts';
import { accent } from './palette.ts';
import type { LatLon, MapTrack } from './picture.ts';
import { type Point, project } from './projection.ts';
import { trace } from './sectors.ts';

const STEPS = 72;
const TICK_MINUTES = 5;
const EARTH_RADIUS_KM = 6371;
const MU = 398_600.44;

/** Free-flight time of the minimum-energy ellipse over a spherical Earth that stands still, in minutes. */
export function flightMinutes(rangeKm: number): number {
  const half = rangeKm / EARTH_RADIUS_KM / 2;
  const sine = Math.sin(half);
  const axis = (EARTH_RADIUS_KM * (1 + sine)) / 2;
  const eccentricity = Math.cos(half) / (1 + sine);
  // At the surface of a minimum-energy ellipse the eccentric anomaly E counted from perigee has e cos E = 1 - r/a.
  const anomaly = Math.acos(Math.max(-1, Math.min(1, (1 - EARTH_RADIUS_KM / axis) / eccentricity)));
  return (2 * (Math.PI - anomaly + eccentricity * Math.sin(anomaly)) * Math.sqrt(axis ** 3 / MU)) / 60;
}

/** Parts of the way (0 to 1) at which a tick stands. */
export function tickParts(track: MapTrack): readonly number[] {
  const minutes = flightMinutes(distanceKm(track.from, track.to));
  return Array.from({ length: Math.floor(minutes / TICK_MINUTES) }, (_, i) => ((i + 1) * TICK_MINUTES) / minutes).filter(
    (part) => part < 0.98,
  );
}

export function trackLine(track: MapTrack): readonly LatLon[] {
  return greatCircle(track.from, track.to, STEPS);
}

/** Draws all tracks, the quiet ones first. */
export function paintTracks(ctx: CanvasRenderingContext2D, tracks: readonly MapTrack[], view: View): void {
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  const order = { corridor: 0, engageable: 1, flown: 2 } as const;
  for (const track of tracks.toSorted((a, b) => order[a.style] - order[b.style])) paintTrack(ctx, track, view);
  ctx.lineCap = 'butt';
}

function paintTrack(ctx: CanvasRenderingContext2D, track: MapTrack, view: View): void {
  const strokes =
    track.style === 'corridor'
      ? ([[1.1, 0.5]] as const)
      : track.style === 'engageable'
        ? ([
            [7, 0.13],
            [2.2, 0.98],
          ] as const)
        : ([
            [9, 0.1],
            [5, 0.2],
            [2, 1],
          ] as const);
  trace(ctx, trackLine(track), view, false);
  ctx.setLineDash(track.style === 'corridor' ? [5, 5] : []);
  for (const [width, opacity] of strokes) {
    ctx.strokeStyle = accent(track.side, opacity);
    ctx.lineWidth = width;
    ctx.stroke();
  }
  ctx.setLineDash([]);
  if (track.style === 'corridor') paintAim(ctx, track, view);
  if (track.style !== 'engageable') paintTicks(ctx, track, view);
  if (track.style === 'flown') paintHead(ctx, track, view);
}

function paintTicks(ctx: CanvasRenderingContext2D, track: MapTrack, view: View): void {
  const line = trackLine(track).map((place) => toScreen(view, project(place)));
  ctx.strokeStyle = accent(track.side, track.style === 'flown' ? 0.95 : 0.6);
  ctx.lineWidth = 1.1;
  for (const part of tickParts(track)) {
    const index = Math.min(STEPS - 1, Math.floor(part * STEPS));
    const [a, b] = [line[index], line[index + 1]];
    if (a === undefined || b === undefined) continue;
    const at = mix(a, b, part * STEPS - index);
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const [across, down] = [(-(b.y - a.y) / length) * 3.5, ((b.x - a.x) / length) * 3.5];
    ctx.beginPath();
    ctx.moveTo(at.x - across, at.y - down);
    ctx.lineTo(at.x + across, at.y + down);
    ctx.stroke();
  }
}

/** A quiet crosshair where a predicted path ends: an aim is an inference, never a certainty. */
function paintAim(ctx: CanvasRenderingContext2D, track: MapTrack, view: View): void {
  const at = toScreen(view, project(track.to));
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

function paintHead(ctx: CanvasRenderingContext2D, track: MapTrack, view: View): void {
  const at = toScreen(view, project(track.to));
  const glow = ctx.createRadialGradient(at.x, at.y, 0, at.x, at.y, 15);
  glow.addColorStop(0, accent(track.side, 0.85));
  glow.addColorStop(0.35, accent(track.side, 0.25));
  glow.addColorStop(1, accent(track.side, 0));
  ctx.fillStyle = glow;
  ctx.fillRect(at.x - 15, at.y - 15, 30, 30);
  ctx.fillStyle = '#fff';
  ctx.beginPath();
  ctx.arc(at.x, at.y, 2.6, 0, 2 * Math.PI);
  ctx.fill();
}

function mix(a: Point, b: Point, part: number): Point {
  return { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
}
