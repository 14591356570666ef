/** A bot plays a seat from its view alone: it is handed what the person in that seat would be handed, and nothing else. */

import { assert } from '../assert.ts';
import type { Board } from '../capability/board.ts';
import { checkSheet } from '../game/check.ts';
import type { CrisisChoice } from '../game/game.ts';
import { optionsFor } from '../game/options.ts';
import type { View } from '../game/view.ts';
import type { Sheet } from '../orders/sheet.ts';
import { type Power, pairId } from '../scenario/names.ts';
import { dove } from './dove.ts';
import { hawk } from './hawk.ts';
import type { Bot, Signed, Thinking } from './thinking.ts';

export const BOT_NAMES = ['hawk', 'dove'] as const;
export type BotName = (typeof BOT_NAMES)[number];

const BOTS: Readonly<Record<BotName, Bot>> = { hawk, dove };

/** What a bot moves by: its seat's view, its draws, and with whom it has signed a joint order in this turn. */
export interface Occasion {
  readonly view: View;
  readonly draw: (n: number) => number;
  readonly agreed: readonly Signed[];
}

/** A legal sheet of a bot: its dearest wishes that its money and slots allow. */
export function botSheet(name: BotName, board: Board, { view, draw, agreed }: Occasion): Sheet {
  const thinking = thinkingOf(board, view, draw, agreed);
  const bot = BOTS[name];
  const { power } = thinking;
  const wishes = optionsFor(board, view.state, power)
    .filter((option) => option.refusal === null)
    // A little chance, so that no two games of the same bots are alike.
    .map((option, i) => ({ order: option.order, wish: bot.wants(thinking, option.order) * (0.7 + 0.6 * draw(i)) }))
    .filter(({ wish }) => wish > 0)
    .sort((a, b) => b.wish - a.wish);
  let sheet: Sheet = { orders: [], statements: [], abandon: [] };
  for (const { order } of wishes)
    sheet = withIfLegal(board, view, power, { ...sheet, orders: [...sheet.orders, order] }) ?? sheet;
  for (const words of bot.says(thinking))
    sheet = withIfLegal(board, view, power, { ...sheet, statements: [...sheet.statements, words] }) ?? sheet;
  return sheet;
}

function withIfLegal(board: Board, view: View, power: Power, sheet: Sheet): Sheet | null {
  return checkSheet(board, view.state, power, sheet).returned.length === 0 ? sheet : null;
}

/** Whether a bot signs the joint order that a partner offers. */
export function botSigns(name: BotName, { state, seat }: View, partner: Power): boolean {
  assert(seat, 'a bot sits in a seat');
  return (state.pairs[pairId(seat, partner)]?.trust ?? 0) >= BOTS[name].signsAt;
}

export function botChoice(name: BotName, board: Board, view: View, draw: (n: number) => number): CrisisChoice {
  const thinking = thinkingOf(board, view, draw);
  const { first, second } = view.state.crisis;
  const bot = BOTS[name];
  if (thinking.power === first) return bot.chooses(thinking, second);
  if (thinking.power === second) return bot.chooses(thinking, first);
  return bot.mediates ? 'mediate' : 'watch';
}

function thinkingOf(board: Board, view: View, draw: Thinking['draw'], agreed: readonly Signed[] = []): Thinking {
  assert(view.seat, 'a bot sits in a seat');
  return { board, view, power: view.seat, draw, agreed };
}
