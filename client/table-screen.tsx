/** The screen of a table: its lobby, and a word of patience before the server has spoken and while the game is fetched. */
import type { JSX } from 'preact';
import { learnGame } from './i18n/language.ts';
import { t } from './i18n/text.ts';
import { leave } from './model/page.ts';
import type { Table } from './model/table.ts';
import { ConnectionNotice } from './panels/connection-notice.tsx';
import { InExercise } from './panels/in-exercise.tsx';
import { Lazy } from './panels/lazy.tsx';
import { Lobby } from './panels/lobby.tsx';
import { AtTable } from './panels/room-context.tsx';
import { Waiting } from './panels/waiting.tsx';

export function TableScreen({ table }: { readonly table: Table }): JSX.Element {
  const isLobby = table.heard.message.value !== null && !table.isBegun.value;
  return (
    <AtTable.Provider value={table}>
      {isLobby ? <Gathering table={table} /> : <Waiting />}
      <p class="sr-only" role="status" aria-live="polite">
        {isLobby ? t('live.lobby') : ''}
      </p>
      <ConnectionNotice />
      <InExercise table={table} />
    </AtTable.Provider>
  );
}

/** In an exercise nobody chooses his seat: who leads it has seated him, and begins. */
function Gathering({ table }: { readonly table: Table }): JSX.Element {
  if (table.exercise.value === null) return <Lobby table={table} />;
  return <Lazy fetch={classLobby} failed={leave} meanwhile={<Waiting />} with={{ table }} />;
}

const classLobby = async () => (await Promise.all([import('./class/class-lobby.tsx'), learnGame()]))[0].ClassLobby;
