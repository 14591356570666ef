/** Decoration of the front door: the Arctic's graticule with a few great-circle arcs over the pole. */
import type { JSX } from 'preact';

const CIRCLES = [90, 170, 250, 330, 410];
const MERIDIANS = Array.from({ length: 12 }, (_, i) => i * 30);
/** Arcs between invented points: nobody's missiles. */
const ARCS = ['M-330 -150 Q -60 -20 240 290', 'M-120 -350 Q 10 -40 -90 330', 'M300 -240 Q 70 -10 -250 250'];

export function PolarArt(): JSX.Element {
  return (
    <svg class="polar-art" viewBox="-440 -440 880 880" aria-hidden="true" focusable="false">
      <g class="graticule">
        {CIRCLES.map((radius) => (
          <circle key={radius} r={radius} />
        ))}
        {MERIDIANS.map((deg) => (
          <line key={deg} x1="0" y1="-18" x2="0" y2="-425" transform={`rotate(${deg})`} />
        ))}
      </g>
      <g class="arcs">
        {ARCS.map((arc) => (
          <path key={arc} d={arc} />
        ))}
      </g>
    </svg>
  );
}
