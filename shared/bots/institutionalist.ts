/**
 * Institutionalist: holds that rules and checks keep the peace. Wants treaties, inspections, visits, open lines and its
 * hosts' consent, keeps what it pledges, answers violations by naming who is responsible and by giving notice, arms only
 * against what the rules leave open, and in a crisis holds as long as there is room for error and no longer.
 */
import { marginsOf } from '../crisis/alarm.ts';
import type { Statement } from '../orders/sheet.ts';
import { boundParty, depthOf } from '../politics/treaty.ts';
import { BUILDING, type OrderKind, type Power } from '../scenario/names.ts';
import { sorted } from '../state/read.ts';
import type { Bot } from './character.ts';
import { blame, denial, feared, pledge, speech } from './speech.ts';
import { othersByLot, type Thinking, tension, trustIn } from './thinking.ts';
import {
  byOthers,
  influenceOn,
  isAlly,
  isFeared,
  isUnheard,
  isUnknown,
  isUntested,
  isUnwelcome,
  need,
  rests,
  standingDown,
} from './wishes.ts';

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
    visit: (thinking, order) => (isFeared(thinking, order.battery) ? 4 : 3),
    press: (thinking, order) => 3 + influenceOn(thinking, order.third) / 12,
    court: (thinking, order) => (isAlly(thinking, order.host) ? 4 : 1.5) * need(thinking, order.host),
    dispersal: byOthers(4),
    patrol: byOthers(3),
    penaids: ({ power, view }) => (power !== 'us' && view.state.powers[power].penaids < 2 ? 3 : 0),
    reinforce: (thinking) => (thinking.power === 'us' && isGrave(thinking) ? 3 : 0),
    exercise: (thinking, order) => (tension(thinking) < 50 && isAlly(thinking, order.host) ? 3 : 0),
    aid: (thinking, order) => (isUnheard(thinking, order.third) ? 2.5 : 0),
    'flight-test': (thinking, order) => (isUntested(thinking, order.interceptor) && tension(thinking) < 55 ? 3.5 : 0.5),
    integrate: 4,
    intelligence: (thinking, order) => (isUnknown(thinking, order.interceptor) ? 2.5 : 1),
    // Where a host has had enough, its battery rests, and goes home if that lasts; what rests is woken when it is wanted again.
    suspend: (thinking, order) => (isUnwelcome(thinking, order.battery) === order.suspended ? 3 : 0),
    withdraw: (thinking, order) => (isUnwelcome(thinking, order.battery) && rests(thinking, order.battery) ? 3 : 0),
    // Notice is the lawful answer to a party that broke its word, or that arms beside its treaty: nobody binds himself alone.
    'leave-treaty': (thinking, order) => (bindsAlone(thinking, order.treaty) || isSpited(thinking, order.treaty) ? 7 : 0),
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

/** Whether a treaty binds itself, to somebody who has just broken his word, and not him. */
function bindsAlone(thinking: Thinking, id: string): boolean {
  const { board, view, power } = thinking;
  const treaty = view.state.treaties[id];
  const breaker = breakerIn(thinking);
  return (
    treaty !== undefined &&
    breaker !== undefined &&
    treaty.parties.includes(breaker) &&
    treaty.clauses.every((clause) => boundParty(board, clause) === power)
  );
}

/** What a party may not do beside a treaty if this one is to stay in it. */
const ARMING: readonly OrderKind[] = [...BUILDING, 'forward'];

/** Whether a party of a treaty in force armed beside it in the turn that has just ended, as far as that was seen. */
function isSpited({ view, power }: Thinking, id: string): boolean {
  const treaty = view.state.treaties[id];
  if (treaty?.status !== 'in-force') return false;
  const lately = view.state.world.turn - 1;
  return sorted(view.state.deeds).some(
    ([, deed]) =>
      deed.power !== power && treaty.parties.includes(deed.power) && deed.turn === lately && ARMING.includes(deed.kind),
  );
}

/** Who broke his word or a treaty in the turn that has just ended: the first of them, by lot. */
function breakerIn(thinking: Thinking): Power | undefined {
  const { view } = thinking;
  const lately = view.state.world.turn - 1;
  return othersByLot(thinking).find(
    (other) =>
      sorted(view.state.commitments).some(([, c]) => c.power === other && c.status === 'broken' && c.judged === lately) ||
      sorted(view.state.treaties).some(([, t]) => t.by.includes(other) && t.status === 'broken' && t.ends === lately),
  );
}

function breach(thinking: Thinking): Statement | null {
  const breaker = breakerIn(thinking);
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
