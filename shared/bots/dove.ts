/**
 * Dove: holds that fear, not malice, starts wars. Buys survivability before shields, presses third states, courts its own
 * allies, rests and in the end withdraws what is in dispute while the times are tense, pledges what it will not build,
 * reassures, signs with whoever it can, works together up to the last rung but not on it, and stands down first.
 */
import { isBuilt } from '../orders/standing.ts';
import { type JointKind, TOP_RUNG } from '../scenario/names.ts';
import { rungOf } from '../state/read.ts';
import type { Bot } from './character.ts';
import { denial, feared, pledge, speech } from './speech.ts';
import { tension, trustIn } from './thinking.ts';
import {
  byOthers,
  influenceOn,
  isAlly,
  isContested,
  isDispensable,
  isFeared,
  isSpare,
  isUnheard,
  isUnknown,
  isUntested,
  need,
  standingDown,
} from './wishes.ts';

/** Trust from which on it signs what it is offered. */
const ENOUGH = 20;
/** Tension under which it wakes what rests, above which it lets rest what frightens others, and above which it takes it away. */
const CALM = 35;
const UNEASY = 45;
const TENSE = 52;

export const dove: Bot = {
  wishes: {
    ...standingDown,
    press: (thinking, order) => 4 + influenceOn(thinking, order.third) / 10,
    dispersal: byOthers(5),
    patrol: byOthers(4, 2.5),
    penaids: ({ power, view }) => (power !== 'us' && view.state.powers[power].penaids === 0 ? 2 : 0),
    court: (thinking, order) => (isAlly(thinking, order.host) ? 4 : 3) * need(thinking, order.host),
    visit: (thinking, order) => (isFeared(thinking, order.battery) ? 4 : 3),
    integrate: 2,
    // What frightens others rests while the times are tense, and goes where that does not help.
    suspend: (thinking, order) => {
      if (!order.suspended) return tension(thinking) < CALM ? 2 : 0;
      if (tension(thinking) <= UNEASY) return 0;
      if (isContested(thinking, order.battery)) return 4;
      return isSpare(thinking, order.battery) ? 3.5 : 2;
    },
    withdraw: (thinking, order) => {
      if (tension(thinking) <= TENSE || !isBuilt(thinking.view.state, order.battery)) return 0;
      return isContested(thinking, order.battery) || isDispensable(thinking, order.battery) ? 5 : 0;
    },
    // Who has nothing to withhold has nothing to press with.
    aid: (thinking, order) => (isUnheard(thinking, order.third) ? 4 : 0),
    exercise: (thinking) => (tension(thinking) < 40 ? 2 : 0),
    'flight-test': (thinking, order) => (isUntested(thinking, order.interceptor) && tension(thinking) < CALM ? 1.5 : 0),
    // What one knows, one need not imagine.
    intelligence: (thinking, order) => (isUnknown(thinking, order.interceptor) ? 2 : 0),
  },
  values: (thinking, { partner, what }) => {
    if (trustIn(thinking, partner) < ENOUGH) return isLine(what) ? 4 : 0;
    // The last rung is a weapon that stands for good, and the third power is to live beside it.
    const climb = rungOf(thinking.view.state, thinking.power, partner) + 1 < TOP_RUNG ? 3 : 0;
    return { hotline: 5, deconflict: 5, treaty: 4, climb, 'joint-statement': 3, 'joint-exercise': 3.5 }[what];
  },
  comes: () => true,
  says: (thinking) => [
    pledge(thinking, 'dove.pledge'),
    denial(thinking, 'dove.deny'),
    ...softly(thinking.view.state.world.turn, [
      speech(thinking, {
        speaker: 'head-of-state',
        kind: 'offer-talks',
        target: feared(thinking),
        subject: 'arms',
        venue: 'united-nations',
        words: 'dove.talks',
      }),
      speech(thinking, {
        speaker: 'minister',
        kind: 'reassure',
        target: feared(thinking),
        subject: 'arms',
        venue: 'forum',
        words: 'dove.reassure',
      }),
    ]),
  ],
  gives: () => [],
  chooses: () => 'stand-down',
  mediates: true,
};

/** Open lines between staffs: good to have with whomever one trusts least. */
const isLine = (what: JointKind): boolean => what === 'hotline' || what === 'deconflict';

/** One kind of soft word goes first in one turn, the other in the next. */
const softly = <T>(turn: number, words: readonly T[]): readonly T[] => (turn % 2 === 0 ? words : [...words].reverse());
