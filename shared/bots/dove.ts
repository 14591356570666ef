/**
 * Dove: holds that fear, not malice, starts wars. Buys survivability before shields, presses third states, courts its own
 * allies, pledges what it will not build, reassures, signs with whoever it can, and stands down first.
 */
import type { JointKind } from '../scenario/names.ts';
import type { Bot } from './character.ts';
import { denial, feared, pledge, speech } from './speech.ts';
import { tension, trustIn } from './thinking.ts';
import { byOthers, influenceOn, isAlly, standingDown } from './wishes.ts';

/** Trust from which on it signs what it is offered. */
const ENOUGH = 20;

export const dove: Bot = {
  wishes: {
    ...standingDown,
    press: (thinking, order) => 4 + influenceOn(thinking, order.third) / 10,
    dispersal: byOthers(5),
    patrol: byOthers(4),
    penaids: ({ power, view }) => (power !== 'us' && view.state.powers[power].penaids === 0 ? 2 : 0),
    court: (thinking, order) => (isAlly(thinking, order.host) ? 5 : 1),
    visit: 3,
    integrate: 0.5,
    suspend: (thinking, order) => (order.suspended && tension(thinking) > 65 ? 3 : 0),
    exercise: (thinking) => (tension(thinking) < 40 ? 2 : 0),
    'flight-test': 0.5,
    intelligence: 0.5,
  },
  values: (thinking, { partner, what }) => {
    if (trustIn(thinking, partner) < ENOUGH) return isLine(what) ? 4 : 0;
    return { hotline: 5, deconflict: 5, treaty: 4, climb: 3, 'joint-statement': 2, 'joint-exercise': 2 }[what];
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
