/** Which screen of a match is shown, with everything that stands in its rooms: fetched when a match is entered. */
import type { JSX } from 'preact';
import type { Match } from './model/match.ts';
import type { Page } from './model/page.ts';
import { ExchangeScreen } from './panels/exchange.tsx';
import { Handover } from './panels/handover.tsx';
import { Lobby } from './panels/lobby.tsx';
import { Practising } from './panels/practice.tsx';
import { ReportScreen } from './panels/report.tsx';
import { InRoom, SituationRoom } from './panels/room.tsx';
import { Waiting } from './panels/waiting.tsx';

type MatchPage = Extract<Page, { at: 'match' }>;

export function MatchScreen({ page }: { readonly page: MatchPage }): JSX.Element {
  const { match, practice } = page;
  const screen = <Scene match={match} />;
  return <InRoom match={match}>{practice === null ? screen : <Practising code={practice.code}>{screen}</Practising>}</InRoom>;
}

function Scene({ match }: { readonly match: Match }): JSX.Element {
  switch (match.scene.value) {
    case 'waiting':
      return <Waiting />;
    case 'lobby':
      return <Lobby match={match} />;
    case 'handover':
      return <Handover match={match} />;
    case 'exchange':
      return <ExchangeScreen match={match} />;
    case 'report':
      return <ReportScreen match={match} />;
    default:
      return <SituationRoom match={match} />;
  }
}
