// What is drawn over the ground and under the icons: reaches, sectors, tracks, traces of events, leaders of moved icons.
import type { Backdrop } from './backdrop.ts';
import type { View } from './camera.ts';
import { paintEvents } from './events.ts';
import { worldTransform } from './land.ts';
import type { Layout } from './layout.ts';
import { accent, ROOM } from './palette.ts';
import type { MapPicture } from './picture.ts';
import { paintReaches, paintSectors } from './sectors.ts';
import { paintTracks } from './tracks.ts';

const LEADER_FROM_PX = 6;

export interface OverlayOf {
  readonly picture: MapPicture;
  readonly layout: Layout;
  readonly backdrop: Backdrop;
}

export function paintOverlay(ctx: CanvasRenderingContext2D, { picture, layout, backdrop }: OverlayOf, view: View): void {
  ctx.save();
  const stage = new Path2D();
  stage.addPath(backdrop.stage, worldTransform(view, 1));
  ctx.clip(stage);
  paintReaches(ctx, picture.reaches, view);
  paintSectors(ctx, picture.sectors, view);
  paintTracks(ctx, picture.tracks, view);
  ctx.restore();
  paintLeaders(ctx, layout, view);
  paintLabelLeaders(ctx, layout, view);
  paintEvents(ctx, picture.events, view);
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

/** From a mark to a name that found no room beside it. */
function paintLabelLeaders(ctx: CanvasRenderingContext2D, layout: Layout, view: View): void {
  const [dx, dy] = [(view.width - layout.view.width) / 2, (view.height - layout.view.height) / 2];
  ctx.strokeStyle = ROOM.labelDim;
  ctx.lineWidth = 0.9;
  for (const { leader } of layout.letterings) {
    if (leader === null) continue;
    ctx.beginPath();
    ctx.moveTo(leader.from.x + dx, leader.from.y + dy);
    ctx.lineTo(leader.to.x + dx, leader.to.y + dy);
    ctx.stroke();
  }
}
