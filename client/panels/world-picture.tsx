/** The picture behind the front door: the ground painted once, every site a small mark, a ring where something happened. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { MapSite, Side } from '../map/picture.ts';
import { createStillGround, type StillGround } from '../map/still-ground.ts';
import type { Match } from '../model/match.ts';
import { pictureOf } from '../model/picture.ts';

/** Each side's shape round (0, 0), ten wide, as everywhere in the room. */
const SHAPES: Readonly<Record<Side, string>> = {
  us: 'M-5 -5H5V5H-5Z',
  ru: 'M0 -6 6 0 0 6 -6 0Z',
  cn: 'M-3.2 -5.5H3.2L6.2 0 3.2 5.5H-3.2L-6.2 0Z',
  nk: 'M0 -6 6 5H-6Z',
  ir: 'M0 -6 6 -1.5 3.7 5.5H-3.7L-6 -1.5Z',
  neutral: 'M-4 0A4 4 0 1 0 4 0 4 4 0 1 0 -4 0Z',
};

export function WorldPicture({ match }: { readonly match: Match }): JSX.Element {
  const parent = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useSignal<{ readonly place: StillGround['place'] } | null>(null);
  useLayoutEffect(() => {
    if (parent.current === null || canvas.current === null) return;
    const [holder, ground] = [parent.current, createStillGround(canvas.current)];
    const paint = (): void => {
      ground.paint(holder.clientWidth, holder.clientHeight);
      drawn.value = { place: ground.place };
    };
    const observer = new ResizeObserver(paint);
    observer.observe(holder);
    return () => observer.disconnect();
  }, []);
  return (
    <div class="world-picture" ref={parent} aria-hidden="true">
      <canvas ref={canvas} />
      {drawn.value === null ? null : <Marks match={match} place={drawn.value.place} />}
    </div>
  );
}

interface MarksProps {
  readonly match: Match;
  readonly place: StillGround['place'];
}

function Marks({ match, place }: MarksProps): JSX.Element | null {
  const state = match.view.value?.state;
  if (state === undefined) return null;
  const step = match.steps.value.at(-1) ?? null;
  const { sites, events } = pictureOf({ board: match.board, state, selected: null, considered: null, step, dark: false });
  const at = (thing: { readonly lat: number; readonly lon: number }): string => {
    const { x, y } = place(thing);
    return `translate(${x.toFixed(1)} ${y.toFixed(1)})`;
  };
  return (
    <svg aria-hidden="true" focusable="false">
      {sites.map((site) => (
        <g key={site.id} class={site.side} transform={at(site)}>
          <path class={`mark ${toneOf(site)}`} d={SHAPES[site.side]} />
        </g>
      ))}
      {events.map((event) => (
        <g key={`${step?.turn}.${step?.round}.${event.id}`} class={event.side} transform={at(event)}>
          <circle class={`ring ${event.kind}`} r={14} />
        </g>
      ))}
    </svg>
  );
}

/** What stands is lit; what might be built, and cities, are only there. */
function toneOf(site: MapSite): string {
  if (site.status === 'possible' || site.glyph === 'city') return 'faint';
  return site.glyph === 'interceptor' && site.status === 'active' ? 'lit' : '';
}
