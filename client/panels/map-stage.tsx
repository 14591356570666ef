/** The middle of the room: the map, fetched when it is first wanted, or the same in tables; one selection for both. */

import { effect, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { language } from '../i18n/language.ts';
import { t } from '../i18n/text.ts';
import type { MapListener, MapOptions, SituationMap } from '../map/situation-map.ts';
import type { Match } from '../model/match.ts';
import { pictureOf } from '../model/picture.ts';
import { useRoom } from './room-context.tsx';
import { SiteCard } from './site-card.tsx';
import { Tables } from './tables.tsx';

export function MapStage(): JSX.Element {
  const { desk } = useRoom();
  const centre = desk.centre.value;
  return (
    <main class={`stage showing-${centre}`} id="stage">
      <div class="stage-switch" role="group" aria-label={t('stage.label')}>
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
  const failed = useSignal(false);
  // Taken down before the page takes its place away: a map of no size cannot be drawn.
  useLayoutEffect(() => {
    const holder = parent.current;
    if (holder === null) return;
    return keepMap(holder, match, { ready: (made) => (map.current = made), failed: () => (failed.value = true) });
  }, [match]);
  return (
    <>
      <div class="map" ref={parent} aria-hidden="true" tabIndex={-1} />
      {failed.value ? <p class="notice">{t('map.failed')}</p> : null}
      <div class="map-tools">
        <button type="button" aria-label={t('map.closer')} onClick={() => map.current?.zoom(1)}>
          <StepIcon path="M8 2v12M2 8h12" />
        </button>
        <button type="button" aria-label={t('map.farther')} onClick={() => map.current?.zoom(-1)}>
          <StepIcon path="M2 8h12" />
        </button>
        <button type="button" onClick={() => map.current?.fit()}>
          {t('map.fit')}
        </button>
      </div>
      <p class="sr-only">{t('map.for-listeners')}</p>
      <SiteCard />
    </>
  );
}

interface Told {
  ready(map: SituationMap): void;
  failed(): void;
}

/** Makes the map and shows it every new picture, until the page no longer wants it. */
function keepMap(holder: HTMLElement, match: Match, told: Told): () => void {
  let undo: (() => void) | null = null;
  let gone = false;
  void import('../map/situation-map.ts')
    .then(({ createSituationMap }) => createSituationMap(holder, listenerOf(match), mapSettings()))
    .then((map) => {
      if (gone) return map.destroy();
      const stop = effect(() => map.show(currentPicture(match)));
      undo = () => {
        stop();
        map.destroy();
      };
      told.ready(map);
    })
    .catch((error: unknown) => {
      console.error(error);
      told.failed();
    });
  return () => {
    gone = true;
    undo?.();
  };
}

const listenerOf = (match: Match): MapListener => ({ select: (id) => (match.selectedSite.value = id), hover: () => undefined });

function mapSettings(): MapOptions {
  const wished = new URLSearchParams(location.search).get('r');
  return {
    renderer: wished === 'canvas' || wished === 'webgl' ? wished : 'auto',
    reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
  };
}

function currentPicture(match: Match): ReturnType<typeof pictureOf> {
  const state = match.view.value?.state;
  // Read so that the labels are drawn again when the language changes.
  void language.value;
  const scene = match.scene.value;
  // A spectator sees no reveal: for him the map keeps the marks of the last step.
  const isNews = scene === 'reveal' || (match.seat.value === null && scene === 'room');
  const step = isNews ? (match.steps.value.at(-1) ?? null) : null;
  const [selected, considered] = [match.selectedSite.value, match.considered.value];
  if (!state) throw new Error('The map is shown once there is a view.');
  return pictureOf({ board: match.board, state, selected, considered, step, dark: scene === 'crisis' });
}

/** Plus and minus, drawn: single characters are too short for a checker to call them text. */
function StepIcon({ path }: { readonly path: string }): JSX.Element {
  return (
    <svg class="step-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={path} stroke="currentColor" stroke-width="1.8" />
    </svg>
  );
}
