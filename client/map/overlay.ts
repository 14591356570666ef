// What is drawn over the ground and under the icons: reaches, sectors, tracks, traces of events, leaders of moved icons.
import { toScreen, type View } from './camera.ts';
import type { Layout } from './layout.ts';
import { accent } from './palette.ts';
import type { MapEvent, MapPicture } from './picture.ts';
import { CLIP_RADIUS, project } from './projection.ts';
import { paintReaches, paintSectors } from './sectors.ts';
import { paintTracks } from './tracks.ts';

const LEADER_FROM_PX = 6;
const EVENT_RADIUS = 18;

export function paintOverlay(ctx: CanvasRenderingContext2D, picture: MapPicture, layout: Layout, view: View): void {
  ctx.save();
  const pole = toScreen(view, { x: 0, y: 0 });
  ctx.beginPath();
  ctx.arc(pole.x, pole.y, CLIP_RADIUS * 0.94 * view.scale, 0, 2 * Math.PI);
  ctx.clip();
  paintReaches(ctx, picture.reaches, view);
  paintSectors(ctx, picture.sectors, view);
  paintTracks(ctx, picture.tracks, view);
  ctx.restore();
  paintLeaders(ctx, layout, view);
  for (const event of picture.events) paintEvent(ctx, event, view);
}

/** From a mark that had to give way back to the place it stands for. */
function paintLeaders(ctx: CanvasRenderingContext2D, layout: Layout, view: View): void {
  const [dx, dy] = [(view.width - layout.view.width) / 2, (view.height - layout.view.height) / 2];
  for (const mark of layout.marks) {
    if (Math.hypot(mark.at.x - mark.anchor.x, mark.at.y - mark.anchor.y) < LEADER_FROM_PX) continue;
    const side = mark.sites[0]?.side ?? 'neutral';
    ctx.strokeStyle = accent(side, 0.65);
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.moveTo(mark.at.x + dx, mark.at.y + dy);
    ctx.lineTo(mark.anchor.x + dx, mark.anchor.y + dy);
    ctx.stroke();
    ctx.fillStyle = accent(side);
    ctx.beginPath();
    ctx.arc(mark.anchor.x + dx, mark.anchor.y + dy, 1.8, 0, 2 * Math.PI);
    ctx.fill();
  }
}

/** Something happened here this turn: four arcs round the place; a crisis has a second, inner set. */
function paintEvent(ctx: CanvasRenderingContext2D, event: MapEvent, view: View): void {
  const at = toScreen(view, project(event));
  const radii = event.kind === 'crisis' || event.kind === 'interception' ? [EVENT_RADIUS, EVENT_RADIUS + 4] : [EVENT_RADIUS];
  ctx.strokeStyle = accent(event.side, 0.85);
  ctx.lineWidth = 1.3;
  for (const radius of radii) {
    for (let quarter = 0; quarter < 4; quarter += 1) {
      const middle = (quarter * Math.PI) / 2 + Math.PI / 4;
      ctx.beginPath();
      ctx.arc(at.x, at.y, radius, middle - 0.4, middle + 0.4);
      ctx.stroke();
    }
  }
}
