/** The middle of the room: the map, fetched when it is first wanted, or the same in tables; one selection for both. */

import { effect, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/text.ts';
import type { ProjectionName } from '../map/projection.ts';
import type { SituationMap } from '../map/situation-map.ts';
import { isLegendOpen, projection } from '../model/map-choice.ts';
import { keepMap } from './keep-map.ts';
import { listenForKeys } from './map-keys.ts';
import { MapLegend } from './map-legend.tsx';
import { MapTools } from './map-tools.tsx';
import { useRoom } from './room-context.tsx';
import { currentPicture } from './room-picture.ts';
import { SiteCard } from './site-card.tsx';
import { Tables } from './tables.tsx';

export function MapStage(): JSX.Element {
  const { desk } = useRoom();
  const centre = desk.centre.value;
  return (
    <main class={`stage showing-${centre}`} id="stage">
      <div class="stage-switch over-map" role="group" aria-label={t('stage.label')}>
        {(['map', 'table'] as const).map((each) => (
          <button type="button" key={each} aria-pressed={centre === each} onClick={() => (desk.centre.value = each)}>
            {t(`stage.${each}`)}
          </button>
        ))}
      </div>
      {centre === 'map' ? <MapView /> : <Tables />}
    </main>
  );
}

function MapView(): JSX.Element {
  const { match } = useRoom();
  const parent = useRef<HTMLDivElement>(null);
  const map = useRef<SituationMap | null>(null);
  const fault = useSignal<'map.failed' | 'map.flat-failed' | null>(null);
  const turnTo = (wanted: ProjectionName): void => {
    map.current?.turn(wanted).then(
      () => {
        if (wanted === 'flat') fault.value = null;
      },
      () => {
        projection.value = 'polar';
        fault.value = 'map.flat-failed';
      },
    );
  };
  // Taken down before the page takes its place away: a map of no size cannot be drawn.
  useLayoutEffect(() => {
    const holder = parent.current;
    if (holder === null) return;
    const stop = listenForKeys(holder.parentElement ?? holder, match, () => map.current);
    const takeDown = keepMap(holder, {
      projection: projection.value,
      picture: () => currentPicture(match),
      select: (id) => (match.selectedSite.value = id),
      ready(made) {
        map.current = made;
        turnTo(projection.value);
      },
      failed: () => (fault.value = 'map.failed'),
    });
    return () => {
      stop();
      takeDown();
    };
  }, [match]);
  useLayoutEffect(() => effect(() => turnTo(projection.value)), []);
  return (
    <>
      <div class="map" ref={parent} aria-hidden="true" tabIndex={-1} />
      {fault.value === null ? null : (
        <p class="notice" role="alert">
          {t(fault.value)}
        </p>
      )}
      <MapTools zoom={(step) => map.current?.zoom(step)} fit={() => map.current?.fit()} />
      {isLegendOpen.value ? <MapLegend board={match.board} /> : null}
      <p class="sr-only">{t('map.for-listeners')}</p>
      <SiteCard />
    </>
  );
}
