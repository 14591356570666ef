/** The map's buttons: closer, farther, the whole, the other projection, the legend. Narrow pages show their marks only. */
import type { JSX } from 'preact';
import { t } from '../i18n/text.ts';
import { isLegendOpen, projection } from '../model/map-choice.ts';
import { isWide } from './wide.ts';

interface ToolsProps {
  readonly zoom: (step: 1 | -1) => void;
  readonly fit: () => void;
}

const MARKS = {
  closer: 'M8 2v12M2 8h12',
  farther: 'M2 8h12',
  whole: 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4',
  polar: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13M8 5a3 3 0 1 1 0 6a3 3 0 1 1 0-6M8 1.5v13M1.5 8h13',
  flat: 'M1.5 3.5h13v9h-13zM1.5 8h13M5.8 3.5v9M10.2 3.5v9',
  legend: 'M2 3h2.5v2.500H2zM2 10.500h2.500v2.500H2zM7 4.2h7M7 11.800h7M7 8h7',
} as const;

export function MapTools({ zoom, fit }: ToolsProps): JSX.Element {
  const other = projection.value === 'polar' ? 'flat' : 'polar';
  return (
    <div class="map-tools over-map">
      <div class="zoom">
        <button type="button" aria-label={t('map.closer')} title={t('map.closer')} onClick={() => zoom(1)}>
          <Mark path={MARKS.closer} />
        </button>
        <button type="button" aria-label={t('map.farther')} title={t('map.farther')} onClick={() => zoom(-1)}>
          <Mark path={MARKS.farther} />
        </button>
      </div>
      <Tool mark="whole" name={t('map.fit')} press={fit} />
      <Tool mark={other} name={t(`map.${other}`)} press={() => (projection.value = other)} />
      <Tool
        mark="legend"
        name={t('map.legend')}
        isOpen={isLegendOpen.value}
        press={() => (isLegendOpen.value = !isLegendOpen.value)}
      />
    </div>
  );
}

interface ToolProps {
  readonly mark: keyof typeof MARKS;
  readonly name: string;
  readonly press: () => void;
  readonly isOpen?: boolean;
}

function Tool({ mark, name, press, isOpen }: ToolProps): JSX.Element {
  return (
    <button type="button" title={name} aria-expanded={isOpen} onClick={press}>
      <Mark path={MARKS[mark]} />
      {/* On a narrow page the name stays for those who hear it. */}
      <span class={isWide.value ? 'tool-name' : 'sr-only'}>{name}</span>
    </button>
  );
}

/** Drawn, not written: single characters are too short for a checker to call them text. */
function Mark({ path }: { readonly path: string }): JSX.Element {
  return (
    <svg class="step-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={path} fill="none" stroke="currentColor" stroke-width="1.5" />
    </svg>
  );
}
