/** Hosts one world at a time: makes its board once, opens it, passes on what is asked of it. */
import type { Board } from '../../shared/capability/board.ts';
import { boardOf, type LocalScenario } from './scenarios.ts';
import { type Asked, createWorld, type Word, type World, type WorldPlan } from './world.ts';

/** `open` comes first, and again for another game; `step` plays on without waiting for anybody. */
export type ToWorld =
  | { readonly what: 'open'; readonly scenario: LocalScenario; readonly plan: WorldPlan }
  | { readonly what: 'ask'; readonly asked: Asked }
  | { readonly what: 'step' };
/** `board` is said before the first view on it. */
export type FromWorld = Word | { readonly what: 'board'; readonly board: Board };

export function hostWorlds(tell: (word: FromWorld) => void): (message: ToWorld) => void {
  let board: Board | null = null;
  let world: World | null = null;

  function open(scenario: LocalScenario, plan: WorldPlan): void {
    if (board?.scenario.id !== scenario) {
      board = boardOf(scenario);
      tell({ what: 'board', board });
    }
    world = createWorld(board, plan, Date.now, tell);
    world.show();
  }

  return (message) => {
    if (message.what === 'ask') world?.ask(message.asked);
    else if (message.what === 'step') world?.step();
    else open(message.scenario, message.plan);
  };
}
