/** A power's mark: its own shape in its own colour, so that neither is needed alone. */
import type { JSX } from 'preact';
import type { Power } from '../../shared/scenario/names.ts';

const PATHS: Readonly<Record<Power, string>> = {
  us: 'M3 3h14v14H3z',
  ru: 'M10 1.2 18.8 10 10 18.8 1.2 10z',
  cn: 'M5.4 2h9.2l4.6 8-4.6 8H5.4L.8 10z',
};

export function SeatMark({ power, filled = false }: { readonly power: Power; readonly filled?: boolean }): JSX.Element {
  return (
    <svg class={`seat-mark ${power}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path
        d={PATHS[power]}
        fill={filled ? 'currentColor' : 'none'}
        stroke="currentColor"
        stroke-width="1.8"
        stroke-linejoin="round"
      />
    </svg>
  );
}
