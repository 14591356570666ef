/** Which screen the page shows. The screens of a match come when one is entered: the front door does not wait for them. */
import type { JSX } from 'preact';
import { learnGame } from './i18n/language.ts';
import type { ClassScreen } from './model/class-screen.ts';
import { createDoor, leave, type Page, page } from './model/page.ts';
import type { Table } from './model/table.ts';
import { Home } from './panels/home.tsx';
import { JoinScreen } from './panels/join-screen.tsx';
import { Lazy } from './panels/lazy.tsx';
import { Waiting } from './panels/waiting.tsx';

type MatchPage = Extract<Page, { at: 'match' }>;
type ReplayPage = Extract<Page, { at: 'replay' | 'replay-file' }>;

const door = createDoor();

export function App(): JSX.Element {
  const now = page.value;
  if (now.at === 'join') return <JoinScreen key={now.code} page={now} />;
  if (now.at === 'table') return <InLobby table={now.table} />;
  if (now.at === 'class') return <InClass key={now.screen.show} screen={now.screen} />;
  if (now.at === 'replay' || now.at === 'replay-file') return <InReplay page={now} />;
  return now.at === 'match' ? <InMatch page={now} /> : <Home page={now} door={door} />;
}

function InLobby({ table }: { readonly table: Table }): JSX.Element {
  return <Lazy fetch={tableScreen} failed={leave} meanwhile={<Waiting />} with={{ table }} />;
}

/** When its screens do not come, the server is away, or newer than this page: the front door says so, and leads back in. */
function InMatch({ page: entered }: { readonly page: MatchPage }): JSX.Element {
  return <Lazy fetch={matchScreen} failed={leave} meanwhile={<Waiting />} with={{ page: entered }} />;
}

function InClass({ screen }: { readonly screen: ClassScreen }): JSX.Element {
  return <Lazy fetch={classScreen} failed={leave} meanwhile={<Waiting />} with={{ screen }} />;
}

function InReplay({ page: entered }: { readonly page: ReplayPage }): JSX.Element {
  return <Lazy fetch={replayScreen} failed={leave} meanwhile={<Waiting />} with={{ page: entered }} />;
}

const tableScreen = async () => (await import('./table-screen.tsx')).TableScreen;
const matchScreen = async () => (await withItsWords(import('./match-screen.tsx'))).MatchScreen;
const replayScreen = async () => (await withItsWords(import('./replay-screen.tsx'))).ReplayScreen;
const classScreen = async () => (await withItsWords(import('./class-screen.tsx'))).ClassScreen;

/** These speak of a game, with words that the front door and the lobby do without. */
async function withItsWords<S>(screen: Promise<S>): Promise<S> {
  return (await Promise.all([screen, learnGame()]))[0];
}
