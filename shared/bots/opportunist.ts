/**
 * Opportunist: holds that others' principles are its openings. Takes what is cheap, builds while others are bound, courts
 * and leans on hosts, signs what binds the other and leaves him waiting when that is worth more, turns access to account,
 * tries out words through its media, keeps a pledge while it costs nothing; steps back from the strong and presses the weak.
 */
import { marginsOf } from '../crisis/alarm.ts';
import { boundParty } from '../politics/treaty.ts';
import { sorted } from '../state/read.ts';
import type { Bot } from './character.ts';
import { blame, denial, feared, pledge, speech } from './speech.ts';
import { distrusted, type Thinking, tension } from './thinking.ts';
import { byOthers, grip, isAlly, isOtherBound } from './wishes.ts';

/** The price from which on more interceptors are no bargain any more. */
const BARGAIN = 2;
/** How often it signs and then does not come, where coming brings little. */
const STRIKES_ITS_HALF = 0.4;
/** How often it drops a pledge that has begun to cost it something. */
const DROPS = 0.35;
/** How often it presses on against somebody who looks weak. */
const PRESSES_ON = 0.6;

export const opportunist: Bot = {
  wishes: {
    build: (thinking) => (isOtherBound(thinking) ? 9 : 4),
    reinforce: (thinking, order) =>
      ((isOtherBound(thinking) ? 8 : 4) * BARGAIN) / (thinking.board.plans[order.battery]?.reinforce?.money ?? BARGAIN),
    upgrade: 4,
    suspend: (_thinking, order) => (order.suspended ? 0 : 5),
    penaids: byOthers(5),
    dispersal: byOthers(4),
    patrol: byOthers(2),
    mirv: byOthers(3),
    glide: byOthers(3),
    'counter-sensor': byOthers(3, 1),
    forward: (thinking, order) => (order.deployed ? (tension(thinking) < 60 ? 4 : 0) : tension(thinking) > 75 ? 3 : 0),
    exploit: 8,
    court: (thinking, order) => (isAlly(thinking, order.host) ? 3 : 2),
    coerce: (thinking, order) => 4 * grip(thinking, order.host),
    aid: ({ board, power }) => 1.5 * board.scenario.parameters.orders.aid.income[power],
    shield: byOthers(1),
    integrate: 3,
    back: 3,
    'strike-proxy': (thinking) => (tension(thinking) < 50 ? 1.5 : 0),
    press: 1,
    visit: 1,
    intelligence: 2,
    'flight-test': 1,
    exercise: 1,
    posture: (_thinking, order) => (order.posture === 'day' ? 6 : 0),
    'launch-under-attack': (thinking, order) => (order.ready === tension(thinking) > 65 ? 3 : 0),
  },
  values: (thinking, { what, terms }) => {
    if (what !== 'treaty') return { climb: 5, 'joint-exercise': 3, 'joint-statement': 3, hotline: 1, deconflict: 2 }[what];
    const { board, power } = thinking;
    const bindsMe = terms?.clauses.some((clause) => (boundParty(board, clause) ?? power) === power) ?? true;
    return bindsMe ? 0 : 6;
  },
  // A treaty binds the other and a rung brings access nearer: for those it comes.
  comes: (thinking, { what }) => what === 'treaty' || what === 'climb' || thinking.draw(104) >= STRIKES_ITS_HALF,
  says: (thinking) => [
    blame(thinking, 'opportunist.blame'),
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
