/**
 * Opportunist: holds that others' principles are its openings. Takes what is cheap, builds while others are bound,
 * courts and leans on hosts, signs what binds the other and leaves him waiting when that is worth more, gives notice
 * where it is bound itself, gives away what it does not need, turns access to account, tries out words through its
 * media, keeps a pledge while it costs nothing; steps back from the strong and presses the weak.
 */
import { marginsOf } from '../crisis/alarm.ts';
import { boundParty } from '../politics/treaty.ts';
import { othersOf, type Power } from '../scenario/names.ts';
import { sorted } from '../state/read.ts';
import type { Clause } from '../state/state.ts';
import type { Bot } from './character.ts';
import { blame, denial, feared, pledge, speech } from './speech.ts';
import { distrusted, type Thinking, tension } from './thinking.ts';
import {
  byOthers,
  grip,
  hasDenied,
  isContested,
  isDispensable,
  isOtherBound,
  isSpare,
  isUnheard,
  isUnknown,
  isUntested,
  need,
  rests,
} from './wishes.ts';

/** The price from which on more interceptors are no bargain any more. */
const BARGAIN = 2;
/** How often it signs and then does not come, where coming brings little. */
const STRIKES_ITS_HALF = 0.4;
/** What it signs for the applause: rules about everybody's acts that forbid none. */
const APPLAUDED: readonly Clause['type'][] = ['notification', 'data-exchange', 'inspection'];
/** Tension under which it wakes what rests, and above which rest is applauded. */
const CALM = 41;
const UNEASY = 43;
/** How often it drops a pledge that has begun to cost it something. */
const DROPS = 0.1;
/** How often it presses on against somebody who looks weak. */
const PRESSES_ON = 0.75;

export const opportunist: Bot = {
  wishes: {
    build: (thinking, order) => (isOtherBound(thinking) ? 9 : 4) * (isWarnedOff(thinking, order.battery) ? 0.2 : 1),
    reinforce: (thinking, order) =>
      hasDenied(thinking, order.battery)
        ? 0
        : ((isOtherBound(thinking) ? 6 : 4.5) * BARGAIN) / (thinking.board.plans[order.battery]?.reinforce?.money ?? BARGAIN),
    upgrade: (thinking, order) => (hasDenied(thinking, order.battery) ? 0 : 5.5),
    // Rest costs nothing and is applauded; a battery is a chip: what shields nobody is given away soon, what is in dispute when that is worth most.
    suspend: (thinking, order) => {
      if (!order.suspended) return tension(thinking) < CALM ? 5 : 0;
      if (isSpare(thinking, order.battery)) return tension(thinking) > UNEASY ? 6 : 0;
      return tension(thinking) > 55 && !isContested(thinking, order.battery) ? 2 : 0;
    },
    withdraw: (thinking, order) => {
      if (isDispensable(thinking, order.battery) && tension(thinking) > UNEASY) return rests(thinking, order.battery) ? 8 : 4;
      return tension(thinking) > 65 && isContested(thinking, order.battery) ? 3.5 : 0;
    },
    penaids: byOthers(5, 3),
    dispersal: byOthers(4),
    patrol: byOthers(2.5, 3.5),
    mirv: byOthers(5, 4.5),
    glide: byOthers(4.5, 3.5),
    'counter-sensor': byOthers(5, 4),
    forward: (thinking, order) => (order.deployed ? (tension(thinking) < 66 ? 10 : 0) : tension(thinking) > 69 ? 6 : 0),
    exploit: 8,
    court: (thinking, order) => 4.5 * need(thinking, order.host),
    coerce: (thinking, order) => 4.5 * grip(thinking, order.host),
    aid: ({ board, power }) => aidPays(board.scenario.parameters.orders.aid.income[power]),
    // A friend whom nobody else wants costs nothing.
    shield: (thinking, order) => (isUnheard(thinking, order.third) ? 4.5 : 1),
    integrate: 3,
    back: 5,
    'strike-proxy': (thinking) => (tension(thinking) < 60 ? 4.5 : 0),
    press: 1,
    // A show of openness is cheap standing, where there is nothing to hide.
    visit: (thinking, order) => (isSpare(thinking, order.battery) ? 5 : 3),
    intelligence: (thinking, order) => (isUnknown(thinking, order.interceptor) ? 2.5 : 1),
    'flight-test': (thinking, order) => (isUntested(thinking, order.interceptor) ? 4 : 1),
    exercise: 2.5,
    // It signs for the applause, and gives notice once that has died away and the treaty binds.
    'leave-treaty': (thinking, order) => (isBoundNow(thinking, order.treaty) ? 9 : 0),
    posture: (_thinking, order) => (order.posture === 'day' ? 6 : 0),
    'launch-under-attack': (thinking, order) => (order.ready === tension(thinking) > 52 ? 5 : 0),
  },
  values: (thinking, { what, terms }) => {
    if (what === 'climb') return opensADoor(thinking) ? 5 : 2;
    if (what !== 'treaty') return { 'joint-exercise': 3, 'joint-statement': 4, hotline: 1, deconflict: 2 }[what];
    if (!terms) return 0;
    if (!isBoundBy(thinking, terms.clauses)) return 6;
    return terms.clauses.every(({ type }) => APPLAUDED.includes(type)) ? 3 : 0;
  },
  // A treaty binds the other and a rung brings access nearer: for those it comes.
  comes: (thinking, { what }) =>
    what === 'treaty' || (what === 'climb' && opensADoor(thinking)) || thinking.draw(104) >= STRIKES_ITS_HALF,
  says: (thinking) => [
    blame(thinking, 'opportunist.blame', highestFirst(thinking)),
    thinking.draw(105) < 0.5 ? pledge(thinking, 'opportunist.pledge') : null,
    denial(thinking, 'opportunist.deny'),
    tension(thinking) > 60 ? soothing(thinking) : null,
    speech(thinking, {
      speaker: 'state-media',
      kind: 'warn',
      target: distrusted(thinking),
      subject: 'arms',
      venue: 'home',
      words: 'opportunist.float',
    }),
    soothing(thinking),
  ],
  gives: (thinking) => (thinking.draw(106) < DROPS ? burdens(thinking) : []),
  chooses: (thinking, other) => {
    const { board, view, power, draw } = thinking;
    const [own, theirs] = marginsOf(board, view.state, [power, other], { eyes: power, theory: view.theory });
    const isReady = view.state.powers[other].posture === 'generated' || view.state.powers[other].launchUnderAttack;
    // Against it: the other is readier, has more room for error than oneself, or there is none left.
    if (isReady || own.margin < 0.05 || view.state.crisis.round >= board.scenario.parameters.crisis.rounds) return 'stand-down';
    return theirs.margin <= own.margin && draw(107) < PRESSES_ON ? 'escalate' : 'hold';
  },
  mediates: false,
};

/** Whether clauses bind it: some of them are about its own acts, or about everybody's. */
const isBoundBy = ({ board, power }: Thinking, clauses: readonly Clause[]): boolean =>
  clauses.some((clause) => (boundParty(board, clause) ?? power) === power);

const isBoundNow = (thinking: Thinking, id: string): boolean => {
  const treaty = thinking.view.state.treaties[id];
  return treaty?.status === 'in-force' && isBoundBy(thinking, treaty.clauses);
};

/** Whether a rung leads to access that may be turned to account: not where no such order is given. */
const opensADoor = ({ board }: Thinking): boolean => board.scenario.orderKinds.includes('exploit');

/** What aid is worth to it: nothing where no trade comes of it. */
const aidPays = (income: number): number => (income > 0 ? 4 + income : 0);

/** Credibility from which on a rival's line is taken for one. */
const BELIEVED = 45;

/** Of the guilty it accuses the one who stands highest: his standing is the one worth taking. */
const highestFirst = ({ view, power }: Thinking): readonly Power[] =>
  [...othersOf(power)].sort((a, b) => view.state.powers[b].influence - view.state.powers[a].influence);

/** Whether a rival whose word counts has drawn a line at a battery: it steps back from the strong. */
const isWarnedOff = ({ view, power }: Thinking, battery: string): boolean =>
  Object.values(view.state.commitments).some(
    (c) =>
      c.kind === 'red-line' &&
      c.status === 'open' &&
      c.power !== power &&
      c.subject === battery &&
      view.state.powers[c.power].credibility >= BELIEVED,
  );

const soothing = (thinking: Thinking) =>
  speech(thinking, {
    speaker: 'state-media',
    kind: 'reassure',
    target: feared(thinking),
    subject: 'arms',
    venue: 'forum',
    words: 'opportunist.soothe',
  });

/** Pledges of its own that have stood for a turn and now stand in the way of something it could pay for. */
function burdens({ view, power }: Thinking): readonly string[] {
  return sorted(view.state.commitments)
    .filter(([, c]) => c.power === power && c.kind === 'pledge' && c.status === 'open')
    .filter(([, c]) => c.made < view.state.world.turn - 1 && c.condition.type === 'inventory-over')
    .map(([id]) => id)
    .slice(0, 1);
}
