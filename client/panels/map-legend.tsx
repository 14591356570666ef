/** The legend: every shape and line of the map, drawn by the map's own code, so that it cannot lie. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Board } from '../../shared/capability/board.ts';
import { POWERS } from '../../shared/scenario/names.ts';
import { powerName, say } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import type { Glyph, MapEvent, Side, SiteStatus } from '../map/picture.ts';
import type { Sample } from '../map/samples.ts';
import { isLegendOpen } from '../model/map-choice.ts';
import { sideOf } from '../model/side.ts';
import { CrossIcon } from './cross-icon.tsx';
import { isWide } from './wide.ts';

type Painter = (canvas: HTMLCanvasElement, sample: Sample) => void;
interface Entry {
  readonly sample: Sample;
  readonly name: string;
}

export function MapLegend({ board }: { readonly board: Board }): JSX.Element {
  const painter = useSignal<Painter | null>(null);
  useEffect(() => {
    let isWanted = true;
    void import('../map/samples.ts').then(({ paintSample }) => {
      if (isWanted) painter.value = paintSample;
    });
    return () => {
      isWanted = false;
    };
  }, []);
  const groups = [
    ['whose', whoseOf(board)],
    ['what', WHAT.map(([glyph, kind]) => ({ sample: icon('neutral', glyph), name: t(`site.${kind}`) }))],
    ['state', statesOf()],
    ['lines', linesOf()],
    ['lasts', LASTING.map((kind) => ({ sample: { type: 'event', kind } as const, name: t(`legend.${kind}`) }))],
    ['happened', EVENTS.map((kind) => ({ sample: { type: 'event', kind } as const, name: t(`legend.${kind}`) }))],
  ] as const;
  return (
    <section class={`map-legend ${isWide.value ? 'over-map' : 'passes-over-map'}`} aria-label={t('map.legend')}>
      <header>
        <h2>{t('map.legend')}</h2>
        <button type="button" class="remove" aria-label={t('action.close')} onClick={() => (isLegendOpen.value = false)}>
          <CrossIcon />
        </button>
      </header>
      <div class="legend-scroll" tabIndex={0} role="group" aria-label={t('map.legend')}>
        {groups.map(([id, entries]) => (
          <Group key={id} id={id} entries={entries} paint={painter.value} />
        ))}
      </div>
    </section>
  );
}

interface GroupProps {
  readonly id: string;
  readonly entries: readonly Entry[];
  readonly paint: Painter | null;
}

function Group({ id, entries, paint }: GroupProps): JSX.Element {
  return (
    <>
      <h3>{t(`legend.${id}`)}</h3>
      <ul class={`legend-${id}`}>
        {entries.map((entry) => (
          <li key={entry.name}>
            <span aria-hidden="true">
              <canvas
                class={`sample ${shapeOf(entry.sample)}`}
                ref={(canvas) => (canvas && paint ? paint(canvas, entry.sample) : undefined)}
              />
            </span>
            <span>{entry.name}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

const shapeOf = ({ type }: Sample): string => {
  if (type === 'event') return 'of-event';
  return type === 'icon' || type === 'count' || type === 'cluster' ? '' : 'long';
};

const icon = (side: Side, glyph: Glyph, status: SiteStatus = 'normal'): Sample => ({ type: 'icon', side, glyph, status });

function whoseOf(board: Board): readonly Entry[] {
  return [
    ...POWERS.map((power) => ({ sample: icon(power, 'interceptor'), name: powerName(power) })),
    ...board.scenario.thirds.map((third) => ({ sample: icon(sideOf({ third: third.id }), 'third'), name: say(third.name) })),
    { sample: icon('neutral', 'city'), name: t('legend.others') },
  ];
}

const WHAT: readonly (readonly [Glyph, string])[] = [
  ['interceptor', 'defence'],
  ['radar', 'radar'],
  ['ship', 'sea'],
  ['launch', 'launch'],
  ['submarine', 'submarine'],
  ['bomber', 'bomber'],
  ['third', 'third-launch'],
  ['city', 'city'],
  ['proxy', 'proxy'],
];

const EVENTS: readonly MapEvent['kind'][] = ['order', 'test', 'exercise', 'statement', 'incident'];
const LASTING: readonly MapEvent['kind'][] = ['forward', 'inspection'];

function statesOf(): readonly Entry[] {
  return [
    ...(['active', 'building', 'possible', 'suspended'] as const).map((status) => ({
      sample: icon('us', 'interceptor', status),
      name: t(`status.${status}`),
    })),
    { sample: { type: 'count' }, name: t('legend.count') },
    { sample: { type: 'cluster' }, name: t('legend.cluster') },
  ];
}

function linesOf(): readonly Entry[] {
  return (['sector', 'reach', 'reach-preview', 'corridor', 'engageable', 'gained', 'flown', 'disputed'] as const).map((type) => ({
    sample: { type },
    name: t(`legend.${type}`),
  }));
}
