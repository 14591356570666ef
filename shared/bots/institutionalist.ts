/**
 * Institutionalist: holds that rules and checks keep the peace. Wants treaties, inspections, visits, open lines and its
 * hosts' consent, keeps what it pledges, answers violations by naming who is responsible, arms only against what the rules
 * leave open, and in a crisis holds as long as there is room for error and no longer.
 */
import { marginsOf } from '../crisis/alarm.ts';
import type { Statement } from '../orders/sheet.ts';
import { boundParty, depthOf } from '../politics/treaty.ts';
import { othersOf } from '../scenario/names.ts';
import { sorted } from '../state/read.ts';
import type { Bot } from './character.ts';
import { blame, denial, feared, pledge, speech } from './speech.ts';
import { type Thinking, tension, trustIn } from './thinking.ts';
import { byOthers, influenceOn, isAlly, standingDown } from './wishes.ts';

/** The margin under which holding on would be gambling. */
const ROOM_FOR_ERROR = 0.1;
/** Approval under which it asks no more sacrifices of those at home. */
const PATIENCE_AT_HOME = 35;
/** Trust from which on it works together beyond what rules ask. */
const PARTNER = 40;
/** A third state's programme from which on a defence against it is within what the rules allow. */
const GRAVE = 0.7;

export const institutionalist: Bot = {
  wishes: {
    ...standingDown,
    visit: 5,
    press: (thinking, order) => 3 + influenceOn(thinking, order.third) / 12,
    court: (thinking, order) => (isAlly(thinking, order.host) ? 4 : 0),
    dispersal: byOthers(4),
    patrol: byOthers(3),
    penaids: ({ power, view }) => (power !== 'us' && view.state.powers[power].penaids < 2 ? 3 : 0),
    reinforce: (thinking) => (thinking.power === 'us' && isGrave(thinking) ? 3 : 0),
    exercise: (thinking, order) => (tension(thinking) < 50 && isAlly(thinking, order.host) ? 2 : 0),
    'flight-test': (thinking) => (thinking.power === 'us' && tension(thinking) < 50 ? 1.5 : 0.5),
    integrate: 2,
    intelligence: 1,
  },
  values: (thinking, { partner, what, terms }) => {
    const { board, view, power } = thinking;
    if (what === 'hotline' || what === 'deconflict') return 6;
    if (what !== 'treaty') return trustIn(thinking, partner) >= PARTNER ? 3 : 0;
    if (!terms || view.state.powers[power].approval < PATIENCE_AT_HOME) return 0;
    const bindsOnlyMe = terms.clauses.every((clause) => boundParty(board, clause) === power);
    return 5 + 3 * depthOf(board, terms.clauses) - (bindsOnlyMe ? 2 : 0);
  },
  comes: () => true,
  says: (thinking) => [
    breach(thinking),
    blame(thinking, 'institutionalist.blame'),
    pledge(thinking, 'institutionalist.pledge'),
    denial(thinking, 'institutionalist.deny'),
    speech(thinking, {
      speaker: 'head-of-state',
      kind: 'offer-talks',
      target: feared(thinking),
      subject: 'treaty',
      venue: 'united-nations',
      words: 'institutionalist.talks',
    }),
    speech(thinking, {
      speaker: 'minister',
      kind: 'reassure',
      target: 'all',
      subject: 'treaty',
      venue: 'forum',
      words: 'institutionalist.reassure',
    }),
  ],
  gives: () => [],
  chooses: (thinking, other) => {
    const { board, view, power } = thinking;
    const [own] = marginsOf(board, view.state, [power, other], { eyes: power, theory: view.theory });
    const isLast = view.state.crisis.round >= board.scenario.parameters.crisis.rounds;
    return own.margin < ROOM_FOR_ERROR || isLast ? 'stand-down' : 'hold';
  },
  mediates: true,
};

const isGrave = ({ view }: Thinking): boolean => Object.values(view.state.thirds).some(({ stage }) => stage >= GRAVE);

/** Somebody broke his word or a treaty in the turn that has just ended. */
function breach(thinking: Thinking): Statement | null {
  const { view, power } = thinking;
  const lately = view.state.world.turn - 1;
  const breaker = othersOf(power).find(
    (other) =>
      sorted(view.state.commitments).some(([, c]) => c.power === other && c.status === 'broken' && c.judged === lately) ||
      sorted(view.state.treaties).some(([, t]) => t.by === other && t.status === 'broken' && t.ends === lately),
  );
  if (!breaker) return null;
  return speech(thinking, {
    speaker: 'minister',
    kind: 'condemn',
    target: breaker,
    subject: 'treaty',
    venue: 'united-nations',
    words: 'institutionalist.breach',
  });
}
