/** A window for tests to look through: read-only, and nothing in it can change the game. */
import { page } from './model/page.ts';

interface TestHook {
  readonly phase: string;
  readonly turn: number;
  readonly seat: string | null;
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
      return page.value.at === 'match' ? page.value.match.seat.value : null;
    },
  };
  Object.defineProperty(globalThis, '__threshold', { value: Object.freeze(hook) });
}
