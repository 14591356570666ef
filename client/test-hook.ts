/** A window for tests to look through: read-only, and nothing in it can change the game. */
import { page } from './model/page.ts';

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
      return page.value.at === 'match' ? page.value.match.scene.value : page.value.at;
    },
    get turn() {
      return page.value.at === 'match' ? (page.value.match.view.value?.state.world.turn ?? 0) : 0;
    },
    get seat() {
      return page.value.at === 'match' ? page.value.match.place.value : null;
    },
    get code() {
      return page.value.at === 'match' ? page.value.match.code : '';
    },
    get connection() {
      return page.value.at === 'match' ? page.value.match.connection.state.value.at : '';
    },
  };
  Object.defineProperty(globalThis, '__threshold', { value: Object.freeze(hook) });
}
