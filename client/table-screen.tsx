/** The screen of a table: its lobby, and a word of patience before the server has spoken and while the game is fetched. */
import type { JSX } from 'preact';
import { t } from './i18n/text.ts';
import type { Table } from './model/table.ts';
import { ConnectionNotice } from './panels/connection-notice.tsx';
import { Lobby } from './panels/lobby.tsx';
import { AtTable } from './panels/room-context.tsx';
import { Waiting } from './panels/waiting.tsx';

export function TableScreen({ table }: { readonly table: Table }): JSX.Element {
  const isLobby = table.heard.message.value !== null && !table.isBegun.value;
  return (
    <AtTable.Provider value={table}>
      {isLobby ? <Lobby table={table} /> : <Waiting />}
      <p class="sr-only" role="status" aria-live="polite">
        {isLobby ? t('live.lobby') : ''}
      </p>
      <ConnectionNotice />
    </AtTable.Provider>
  );
}
