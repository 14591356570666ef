/** Which screen of a match is shown, with everything that stands in its rooms: fetched when there is something to play. */
import { useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { createDesk } from './model/desk.ts';
import type { Match } from './model/match.ts';
import type { Page } from './model/page.ts';
import { linesRead, noteLinesRead } from './net/seat-memory.ts';
import { ConnectionNotice } from './panels/connection-notice.tsx';
import { ExchangeScreen } from './panels/exchange.tsx';
import { Handover } from './panels/handover.tsx';
import { InExercise } from './panels/in-exercise.tsx';
import { Live } from './panels/live.tsx';
import { Practising } from './panels/practice.tsx';
import { ReportScreen } from './panels/report.tsx';
import { SituationRoom } from './panels/room.tsx';
import { AtTable, Room } from './panels/room-context.tsx';
import { RulebookPlace } from './panels/rulebook-place.tsx';
import { Waiting } from './panels/waiting.tsx';

type MatchPage = Extract<Page, { at: 'match' }>;

export function MatchScreen({ page }: { readonly page: MatchPage }): JSX.Element {
  const { match, practice } = page;
  const desk = useMemo(() => createDesk(linesRead(match.code)), [match]);
  useSignalEffect(() => noteLinesRead(match.code, desk.readLines.value));
  const screen = <Scene match={match} />;
  return (
    <AtTable.Provider value={match}>
      <Room.Provider value={{ match, desk }}>
        {practice === null ? screen : <Practising after={practice}>{screen}</Practising>}
        <Live />
        <ConnectionNotice />
        <RulebookPlace />
        <InExercise table={match} />
      </Room.Provider>
    </AtTable.Provider>
  );
}

function Scene({ match }: { readonly match: Match }): JSX.Element {
  switch (match.scene.value) {
    case 'exchange':
      return <ExchangeScreen match={match} />;
    case 'handover':
      return <Handover match={match} />;
    case 'report':
      return <ReportScreen match={match} />;
    case 'waiting':
      return <Waiting />;
    default:
      return <SituationRoom match={match} />;
  }
}
