/** Why a strategist did what it did, for the debrief: whom it took for what, what it feared, what it passed over. */
import type { Account } from '../../game/game.ts';
import { hashOf } from '../../hash.ts';
import { othersOf, type Power } from '../../scenario/names.ts';
import { type Because, because } from '../../state/ledger.ts';
import { MINDS } from './belief.ts';
import type { Strategist } from './levels.ts';
import type { Found } from './search.ts';

/** A sheet with the reasons for it: what a search comes to. */
export interface Plan {
  readonly sheet: Found['sheet'];
  readonly account: Account;
}

export function planOf(bot: Strategist, power: Power, found: Found): Plan {
  const reasons = [...othersOf(power).map((rival) => takenFor(found, rival)), feared(found, power), passedOver(found)];
  return { sheet: found.sheet, account: { bot, reasons: reasons.filter((reason) => reason !== null) } };
}

/** Less sure than this it does not call anybody anything. */
const SURE = 0.4;

function takenFor({ beliefs }: Found, rival: Power): Because {
  const belief = beliefs[rival] ?? [];
  const share = Math.max(...belief);
  const mind = MINDS[belief.indexOf(share)] ?? 'own';
  return share < SURE ? because('bot.thought.unsure', { rival }) : because('bot.thought.takes', { rival, mind, share });
}

/** Scores are told in points of a hundred. */
const points = (value: number): number => Math.round(1000 * value) / 10;

/** Of the worlds that it imagined, the one that would have turned out worst, and who would have made it so. */
function feared({ worlds, value }: Found, power: Power): Because | null {
  const [first, ...rest] = worlds;
  if (!first) return null;
  const worst = rest.reduce((most, one) => (one.value < most.value ? one : most), first);
  const [one = 'us', other = 'us'] = othersOf(power);
  return because('bot.thought.worst', {
    rival: one,
    mind: worst.minds[one],
    other,
    otherMind: worst.minds[other],
    score: points(worst.value),
    expected: points(value),
  });
}

function passedOver({ page, sheet, value }: Found): Because | null {
  if (!page) return null;
  const mind = page.name;
  if (hashOf(sheet) === hashOf(page.sheet)) return because('bot.thought.no-better', { mind });
  const less = points(value - page.value);
  return less > 0 ? because('bot.thought.passed-over', { mind, less }) : because('bot.thought.as-good', { mind });
}
