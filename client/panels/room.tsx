/** The situation room: head, map, panels and sheet; the reveal and the crisis happen in the same room. */
import type { ComponentChildren, JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { t } from '../i18n/text.ts';
import { createDesk } from '../model/desk.ts';
import type { Match } from '../model/match.ts';
import { ConnectionNotice } from './connection-notice.tsx';
import { Country } from './country.tsx';
import { Crisis } from './crisis.tsx';
import { ScreenHeading } from './heading.tsx';
import { Live } from './live.tsx';
import { MapStage } from './map-stage.tsx';
import { Reveal } from './reveal.tsx';
import { RightPanel } from './right-panel.tsx';
import { Room as RoomProvider } from './room-context.tsx';
import { RulebookPlace } from './rulebook-place.tsx';
import { SheetFoot } from './sheet-foot.tsx';
import { Timeline } from './timeline.tsx';
import { TopBar } from './top-bar.tsx';
import { isWide } from './wide.ts';

export function InRoom({ match, children }: { readonly match: Match; readonly children: ComponentChildren }): JSX.Element {
  const desk = useMemo(() => createDesk(), [match]);
  return (
    <RoomProvider.Provider value={{ match, desk }}>
      {children}
      <Live />
      <ConnectionNotice />
      <RulebookPlace />
    </RoomProvider.Provider>
  );
}

export function SituationRoom({ match }: { readonly match: Match }): JSX.Element {
  const scene = match.scene.value;
  const seat = match.seat.value ?? 'nobody';
  return (
    <div class={`room ${scene} seat-${seat} ${isWide.value ? 'wide' : 'narrow'}`}>
      <TopBar />
      {scene === 'room' ? <RoomHeading match={match} /> : null}
      {scene === 'room' && isWide.value ? (
        <section class="left panel" aria-label={t('country.label')} tabIndex={0}>
          <Country />
        </section>
      ) : null}
      <MapStage />
      <RightSide scene={scene} />
      {scene === 'room' && isWide.value ? <Timeline /> : null}
      {scene === 'room' ? <SheetFoot withLines={isWide.value} /> : null}
    </div>
  );
}

function RightSide({ scene }: { readonly scene: string }): JSX.Element {
  if (scene === 'reveal') return <Reveal />;
  return scene === 'crisis' ? <Crisis /> : <RightPanel />;
}

function RoomHeading({ match }: { readonly match: Match }): JSX.Element {
  const turn = match.view.value?.state.world.turn ?? 1;
  return (
    <ScreenHeading class="sr-only" at={String(turn)}>
      {t('room.heading', { turn })}
    </ScreenHeading>
  );
}
