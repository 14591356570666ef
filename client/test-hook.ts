/** A window for tests to look through: read-only, and nothing in it can change the game. */
import { page } from './model/page.ts';
import type { Table } from './model/table.ts';

interface TestHook {
  readonly phase: string;
  readonly turn: number;
  /** The seat that this person holds, in the lobby too. */
  readonly seat: string | null;
  readonly code: string;
  readonly connection: string;
}

export function exposeTestHook(): void {
  const hook: TestHook = {
    get phase() {
      const now = page.value;
      if (now.at === 'match') return now.match.scene.value;
      const table = tableNow();
      if (table === null) return now.at;
      return table.heard.message.value === null || table.isBegun.value ? 'waiting' : 'lobby';
    },
    get turn() {
      return tableNow()?.heard.message.value?.view.state.world.turn ?? 0;
    },
    get seat() {
      return tableNow()?.place.value ?? null;
    },
    get code() {
      return tableNow()?.code ?? '';
    },
    get connection() {
      return tableNow()?.connection.state.value.at ?? '';
    },
  };
  Object.defineProperty(globalThis, '__threshold', { value: Object.freeze(hook) });
}

function tableNow(): Table | null {
  const now = page.value;
  if (now.at === 'table') return now.table;
  return now.at === 'match' ? now.match : null;
}
