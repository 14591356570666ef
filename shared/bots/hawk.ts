/**
 * Hawk: holds that strength keeps the peace and that others understand nothing else. Builds what it may, arms, leans on
 * the rivals' hosts, warns them of every site in dispute, draws lines that it can answer for, says that its own sites are
 * aimed at nobody, stands by those it trusts, and in a crisis does not blink first.
 */
import { marginsOf } from '../crisis/alarm.ts';
import type { Bot } from './character.ts';
import { blame, denial, redLine, speech, threat } from './speech.ts';
import { distrusted, tension, trustIn } from './thinking.ts';
import { byOthers, grip, hasDenied, isAlly, isUnknown, isUntested } from './wishes.ts';

/** Trust from which on somebody is a friend. */
const FRIEND = 45;
/** How often it strikes when its planners say that waiting costs more, and how often it climbs a step. */
const STRIKES = 0.25;
const ESCALATES = 0.7;
/** How often it signs and then does not come. */
const STRIKES_ITS_HALF = 0.3;

export const hawk: Bot = {
  wishes: {
    build: 10,
    // More of the same is worth less than something new.
    reinforce: (thinking, order) => (hasDenied(thinking, order.battery) ? 0 : 7),
    upgrade: (thinking, order) => (hasDenied(thinking, order.battery) ? 0 : 7),
    suspend: (_thinking, order) => (order.suspended ? 0 : 6),
    penaids: byOthers(7, 6),
    dispersal: byOthers(6),
    patrol: byOthers(3.5, 5.5),
    mirv: byOthers(6, 6),
    glide: byOthers(6.5, 6),
    'counter-sensor': byOthers(6.5, 6),
    forward: (_thinking, order) => (order.deployed ? 14 : 0),
    coerce: (thinking, order) => (grip(thinking, order.host) > 0.15 ? 6.5 + 1.5 * grip(thinking, order.host) : 0),
    posture: (thinking, order) => (order.posture === 'generated' && tension(thinking) > 50 ? 9 : 0),
    'launch-under-attack': (thinking, order) => (order.ready && tension(thinking) > 45 ? 7 : 0),
    'flight-test': (thinking, order) => (isUntested(thinking, order.interceptor) ? 5 : tension(thinking) < 60 ? 2 : 1),
    exercise: 6,
    intelligence: (thinking, order) => (isUnknown(thinking, order.interceptor) ? 3 : 1),
    court: (thinking, order) => (isAlly(thinking, order.host) ? 1 : 0),
    shield: byOthers(1),
    aid: byOthers(1.5),
    integrate: 3,
    back: 6.5,
    'strike-proxy': (thinking) => (tension(thinking) < 75 ? 6.5 : 1),
    exploit: 2,
    // It signs none, but may sit down where somebody else has.
    'leave-treaty': 4,
  },
  values: (thinking, { partner, what }) => {
    if (trustIn(thinking, partner) < FRIEND) return 0;
    return { climb: 4, 'joint-exercise': 3, 'joint-statement': 3, hotline: 0, deconflict: 0, treaty: 0 }[what];
  },
  comes: (thinking) => thinking.draw(103) >= STRIKES_ITS_HALF,
  says: (thinking) => [
    redLine(thinking, 'hawk.red-line'),
    denial(thinking, 'hawk.deny'),
    threat(thinking, 'hawk.warn'),
    blame(thinking, 'hawk.blame'),
    speech(thinking, {
      speaker: 'spokesperson',
      kind: 'condemn',
      target: distrusted(thinking),
      subject: 'arms',
      venue: 'united-nations',
      words: 'hawk.condemn',
    }),
  ],
  gives: () => [],
  chooses: (thinking, other) => {
    const { board, view, power, draw } = thinking;
    const [own] = marginsOf(board, view.state, [power, other], { eyes: power, theory: view.theory });
    if (own.margin < 0 && draw(101) < STRIKES) return 'strike';
    return draw(102) < ESCALATES ? 'escalate' : 'hold';
  },
  mediates: false,
};
