/** Which screen the page shows. */
import type { JSX } from 'preact';
import { t } from './i18n/text.ts';
import type { Match } from './model/match.ts';
import { createDoor, page } from './model/page.ts';
import { ExchangeScreen } from './panels/exchange.tsx';
import { Handover } from './panels/handover.tsx';
import { Home } from './panels/home.tsx';
import { JoinScreen } from './panels/join-screen.tsx';
import { Lobby } from './panels/lobby.tsx';
import { ReportScreen } from './panels/report.tsx';
import { InRoom, SituationRoom } from './panels/room.tsx';

const door = createDoor();

export function App(): JSX.Element {
  const now = page.value;
  if (now.at === 'join') return <JoinScreen key={now.code} page={now} />;
  if (now.at !== 'match') return <Home page={now} door={door} />;
  return (
    <InRoom match={now.match}>
      <MatchScreen match={now.match} />
    </InRoom>
  );
}

function MatchScreen({ match }: { readonly match: Match }): JSX.Element {
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

function Waiting(): JSX.Element {
  return (
    <main class="waiting">
      <h1>{t('app.title')}</h1>
      <p>{t('waiting')}</p>
    </main>
  );
}
