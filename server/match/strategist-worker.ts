/**
 * Thinks for strategists, one after another, for as long as each one's level gives it, and no more trials than the league measures
 * it with, however fast the machine: beside the rooms, so that none waits.
 */
import { parentPort } from 'node:worker_threads';
import { assert, must } from '../../shared/assert.ts';
import { planOf } from '../../shared/bots/strategist/account.ts';
import { thoughtFor } from '../../shared/bots/strategist/anytime.ts';
import { strategistChoice } from '../../shared/bots/strategist/crisis.ts';
import { weighing } from '../../shared/bots/strategist/deals.ts';
import { budgetFor } from '../../shared/bots/strategist/levels.ts';
import { searching } from '../../shared/bots/strategist/search.ts';
import { type Board, makeBoard } from '../../shared/capability/board.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import type { Answer, Question } from './forethought.ts';

/** A scenario is sent once under a number and named by it from then on. */
export type ToStrategist =
  | { readonly what: 'scenario'; readonly number: number; readonly scenario: Scenario }
  | ({ readonly what: 'think'; readonly scenario: number } & Omit<Question, 'board'>);
export type FromStrategist = Answer;

const port = parentPort;
assert(port, 'the file runs as a worker');
const boards = new Map<number, Board>();
port.on('message', (message: ToStrategist) => {
  if (message.what === 'scenario') boards.set(message.number, makeBoard(message.scenario));
  else port.postMessage(thought(must(boards.get(message.scenario), 'a scenario sent before'), message));
});

function thought(board: Board, { about, strategist, campaign }: Extract<ToStrategist, { what: 'think' }>): FromStrategist {
  // Four choices in four worlds: nothing that a clock would have to cut short.
  if (campaign.view.state.world.phase === 'crisis') return { choice: strategistChoice(board, campaign) };
  const { iterations, milliseconds } = budgetFor(strategist, about);
  const endsAtMs = performance.now() + milliseconds;
  const isOver = (): boolean => performance.now() >= endsAtMs;
  if (about === 'deals') return { bargains: thoughtFor(iterations, weighing(board, campaign), isOver) ?? [] };
  const best = must(thoughtFor(iterations, searching(board, campaign, iterations), isOver), 'the best so far');
  return planOf(strategist, must(campaign.view.seat, 'a seat'), best);
}
