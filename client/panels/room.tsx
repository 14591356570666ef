/** The situation room: head, map, panels and sheet; the reveal and the crisis happen in the same room. */
import type { JSX } from 'preact';
import { t } from '../i18n/text.ts';
import type { Match } from '../model/match.ts';
import { Country } from './country.tsx';
import { Crisis } from './crisis.tsx';
import { DelegationStrip } from './delegation-strip.tsx';
import { ScreenHeading } from './heading.tsx';
import { Ledger } from './ledger.tsx';
import { MapStage } from './map-stage.tsx';
import { Reveal } from './reveal.tsx';
import { RightPanel } from './right-panel.tsx';
import { SheetFoot } from './sheet-foot.tsx';
import { Timeline } from './timeline.tsx';
import { TopBar } from './top-bar.tsx';
import { LEDGER_CARD } from './why.tsx';
import { isWide } from './wide.ts';

export function SituationRoom({ match }: { readonly match: Match }): JSX.Element {
  const scene = match.scene.value;
  const seat = match.seat.value ?? 'nobody';
  // What would be written here while the seat is open elsewhere would reach nobody.
  const line = match.connection.state.value;
  const isShut = line.at === 'closed' && line.why !== 'left';
  return (
    <div class={`room ${scene} seat-${seat} ${isWide.value ? 'wide' : 'narrow'}`} inert={isShut}>
      <TopBar />
      <DelegationStrip />
      {scene === 'room' ? <RoomHeading match={match} /> : null}
      {scene === 'room' && isWide.value ? (
        <section class="left panel" aria-label={t('country.label')} tabIndex={0}>
          <Country />
        </section>
      ) : null}
      <MapStage />
      <RightSide scene={scene} />
      {scene === 'room' && isWide.value ? <Timeline /> : null}
      {scene === 'room' ? <SheetFoot withLines={isWide.value} /> : <LedgerCard />}
    </div>
  );
}

/** In a reveal or a crisis the panels are away: what is asked is answered over the room. */
function LedgerCard(): JSX.Element {
  return (
    <div id={LEDGER_CARD} popover="auto" role="dialog" aria-label={t('ledger.title')} class="term-card wide">
      <Ledger />
      <button type="button" class="quiet" popovertarget={LEDGER_CARD} popovertargetaction="hide">
        {t('action.close')}
      </button>
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
