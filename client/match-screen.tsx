/** Which screen of a match is shown: the lobby comes with this file, what is played on is fetched when the game begins. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { createDesk } from './model/desk.ts';
import type { Match } from './model/match.ts';
import { leave, type Page } from './model/page.ts';
import { ConnectionNotice } from './panels/connection-notice.tsx';
import { Lazy } from './panels/lazy.tsx';
import { Live } from './panels/live.tsx';
import { Lobby } from './panels/lobby.tsx';
import { Room } from './panels/room-context.tsx';
import { Waiting } from './panels/waiting.tsx';

type MatchPage = Extract<Page, { at: 'match' }>;

export function MatchScreen({ page }: { readonly page: MatchPage }): JSX.Element {
  const { match, practice } = page;
  const desk = useMemo(() => createDesk(), [match]);
  // Until the server has said where the game stands, nothing to play on is fetched.
  const isBefore = match.view.value === null || match.scene.value === 'lobby';
  return (
    <Room.Provider value={{ match, desk }}>
      {isBefore ? (
        <Before match={match} />
      ) : (
        <Lazy fetch={playScreen} failed={leave} meanwhile={<Waiting />} with={{ match, practice }} />
      )}
      <Live />
      <ConnectionNotice />
    </Room.Provider>
  );
}

function Before({ match }: { readonly match: Match }): JSX.Element {
  return match.view.value === null ? <Waiting /> : <Lobby match={match} />;
}

const playScreen = async () => (await import('./play-screen.tsx')).PlayScreen;
