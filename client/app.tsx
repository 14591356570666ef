/** Which screen the page shows. The screens of a match come when one is entered: the front door does not wait for them. */
import { useSignal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { createDoor, leave, type Page, page } from './model/page.ts';
import { Home } from './panels/home.tsx';
import { JoinScreen } from './panels/join-screen.tsx';
import { Waiting } from './panels/waiting.tsx';

type MatchPage = Extract<Page, { at: 'match' }>;

const door = createDoor();

export function App(): JSX.Element {
  const now = page.value;
  if (now.at === 'join') return <JoinScreen key={now.code} page={now} />;
  return now.at === 'match' ? <InMatch page={now} /> : <Home page={now} door={door} />;
}

function InMatch({ page: entered }: { readonly page: MatchPage }): JSX.Element {
  const Screen = useSignal<ComponentType<{ readonly page: MatchPage }> | null>(null);
  useEffect(() => {
    void import('./match-screen.tsx').then(
      ({ MatchScreen }) => (Screen.value = MatchScreen),
      // The server is away, or newer than this page: the front door says so, and a game that was begun is found from there.
      leave,
    );
  }, []);
  const Shown = Screen.value;
  return Shown === null ? <Waiting /> : <Shown page={entered} />;
}
