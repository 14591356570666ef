/** What a bot answers to an offer that was made to it: its signature, or nothing. Its sheets and choices are in shared/bots. */
import { botSigns } from '../../shared/bots/bot.ts';
import type { Game } from '../../shared/game/game.ts';
import { viewOf } from '../../shared/game/view.ts';
import type { Case } from './case.ts';
import type { Entry } from './entry.ts';
import { blankLine } from './judge-talk.ts';
import { botsOf } from './seats.ts';

export function botReply(game: Game, at: Case, entry: Entry): Entry | null {
  if (entry.kind !== 'said' || entry.line.offer === null) return null;
  const { id, from, to } = entry.line;
  const bot = botsOf(at.table.seats).find(([power]) => power === to);
  if (!bot || !botSigns(bot[1], viewOf(game, bot[0]), from)) return null;
  return { kind: 'said', line: { ...blankLine(at, bot[0], from), signs: id } };
}
