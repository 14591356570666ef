/** A finished game step by step: the room of any seat, of the public or of everything, with a slider at its foot. */
import { effect } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { say } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { createDesk, type Desk, type Tab } from '../model/desk.ts';
import type { Replay } from '../model/replay.ts';
import { leaveReplay } from '../model/replaying.ts';
import { Country } from './country.tsx';
import { Gauge } from './gauge.tsx';
import { ScreenHeading } from './heading.tsx';
import { Intelligence } from './intelligence.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { Ledger } from './ledger.tsx';
import { MapStage } from './map-stage.tsx';
import { Powers } from './powers.tsx';
import { Press } from './press.tsx';
import { placeText, ReplayBar } from './replay-bar.tsx';
import { ReplayLines, ReplaySheets } from './replay-panels.tsx';
import { HeightButton } from './right-panel.tsx';
import { AtTable, Room } from './room-context.tsx';
import { TabIcon } from './tab-icon.tsx';
import { Tabs } from './tabs.tsx';
import { Timeline } from './timeline.tsx';
import { Tension, TurnChip } from './top-bar.tsx';
import { isWide } from './wide.ts';

interface Props {
  readonly replay: Replay;
  readonly children: ComponentChildren;
}

export function ReplayRoom({ replay, children }: Props): JSX.Element {
  const { match } = replay;
  const desk = useMemo(createDesk, [replay]);
  // The address always leads back to where the reader stands.
  useEffect(() => effect(() => history.replaceState(null, '', location.pathname + location.search + replay.address())), [replay]);
  const seat = match.seat.value ?? 'nobody';
  return (
    <AtTable.Provider value={match}>
      <Room.Provider value={{ match, desk }}>
        <div class={`room replay-room seat-${seat} ${isWide.value ? 'wide' : 'narrow'}`}>
          <ReplayHead replay={replay} />
          <ScreenHeading class="sr-only">{`${t('replay.title')}: ${say(match.board.scenario.title)}`}</ScreenHeading>
          {isWide.value ? (
            <section class="left panel" aria-label={t('country.label')} tabIndex={0}>
              <OwnPlace replay={replay} />
            </section>
          ) : null}
          <MapStage />
          <ReplayTabs replay={replay} desk={desk} />
          {isWide.value ? <Timeline /> : null}
          <ReplayBar replay={replay} />
        </div>
        <p class="sr-only" role="status" aria-live="polite">
          {t('live.replay', { place: placeText(replay), eyes: eyesText(replay) })}
        </p>
        {children}
      </Room.Provider>
    </AtTable.Provider>
  );
}

function eyesText(replay: Replay): string {
  const eyes = replay.viewer.value;
  return eyes === 'all' || eyes === 'public' ? t(`replay.as.${eyes}`) : t(`power.${eyes}`);
}

function ReplayHead({ replay }: { readonly replay: Replay }): JSX.Element {
  return (
    <header class="top-bar">
      <button type="button" class="quiet" onClick={leaveReplay}>
        {t('replay.back')}
      </button>
      <TurnChip />
      <Gauge />
      <Tension />
      <p class="small verified">
        {t('replay.verified')} {replay.file.anonymised ? <span class="tag">{t('replay.anonymised')}</span> : null}
      </p>
      <LanguageMenu />
    </header>
  );
}

/** A seat has its country; who looks with no seat's eyes has all three. */
function OwnPlace({ replay }: { readonly replay: Replay }): JSX.Element {
  return replay.match.seat.value === null ? <Powers /> : <Country />;
}

interface TabsProps {
  readonly replay: Replay;
  readonly desk: Desk;
}

function ReplayTabs({ replay, desk }: TabsProps): JSX.Element {
  const ids: readonly Tab[] = [
    ...(isWide.value ? [] : (['country'] as const)),
    'sheet',
    'talks',
    ...(replay.match.seat.value === null ? [] : (['intelligence'] as const)),
    'press',
    'ledger',
  ];
  const tab = ids.includes(desk.tab.value) ? desk.tab.value : 'sheet';
  return (
    <section class={`right panel height-${desk.height.value}`} aria-label={t('panel.label')}>
      {isWide.value ? null : <HeightButton />}
      <Tabs
        label={t('panel.label')}
        entries={ids.map((id) => ({ id, label: t(`tab.${id}`), icon: <TabIcon tab={id} /> }))}
        chosen={tab}
        choose={desk.open}
      >
        <div>
          <TabContent tab={tab} replay={replay} />
        </div>
      </Tabs>
    </section>
  );
}

function TabContent({ tab, replay }: { readonly tab: Tab; readonly replay: Replay }): JSX.Element {
  switch (tab) {
    case 'country':
      return <OwnPlace replay={replay} />;
    case 'talks':
      return <ReplayLines replay={replay} />;
    case 'intelligence':
      return <Intelligence key={replay.match.seat.value} />;
    case 'press':
      return <Press />;
    case 'ledger':
      return <Ledger />;
    default:
      return <ReplaySheets replay={replay} />;
  }
}
