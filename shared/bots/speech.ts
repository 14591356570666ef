/**
 * How bots speak: sentences of their own, kept as text keys that each reader sees in his language, several for each
 * occasion, so that none is heard twice running.
 */

import { buildingAt } from '../belief/defences.ts';
import { veil } from '../game/veil.ts';
import type { Statement } from '../orders/sheet.ts';
import { guiltOf } from '../politics/blame.ts';
import { conditionHolds, isDeniable, presentAt } from '../politics/commitment.ts';
import { hostOfBattery } from '../politics/host.ts';
import { POWERS, type Power } from '../scenario/names.ts';
import { sorted } from '../state/read.ts';
import type { Commitment, Condition, State } from '../state/state.ts';
import { TEXT_KEY_MARK } from './text-key.ts';
import { distrusted, othersByLot, type Thinking } from './thinking.ts';

/** How many sentences each bot has for an occasion; texts are `bot.OCCASION.1` and so on. */
export const SENTENCES = {
  'hawk.warn': 3,
  'hawk.condemn': 3,
  'hawk.red-line': 2,
  'hawk.blame': 2,
  'hawk.deny': 2,
  'dove.pledge': 2,
  'dove.reassure': 3,
  'dove.talks': 3,
  'dove.deny': 2,
  'institutionalist.pledge': 2,
  'institutionalist.talks': 3,
  'institutionalist.blame': 3,
  'institutionalist.breach': 2,
  'institutionalist.reassure': 2,
  'institutionalist.deny': 2,
  'opportunist.float': 3,
  'opportunist.soothe': 3,
  'opportunist.pledge': 2,
  'opportunist.blame': 2,
  'opportunist.deny': 2,
  'strategist.talks': 2,
  'strategist.reassure': 2,
  'strategist.pledge': 2,
  'strategist.deny': 2,
  'strategist.condemn': 2,
  'strategist.warn': 2,
  'strategist.red-line': 2,
  'strategist.blame': 2,
} as const;
export type Occasioned = keyof typeof SENTENCES;

type Said = Omit<Statement, 'language' | 'words' | 'commitment'> & {
  readonly commitment?: Statement['commitment'];
  readonly words: Occasioned;
};

export function speech(thinking: Thinking, said: Said): Statement | null {
  if (!thinking.board.scenario.statementKinds.includes(said.kind)) return null;
  return { ...said, commitment: said.commitment ?? null, words: sentence(thinking, said.words), language: 'en' };
}

/** Turn by turn the next one, each power another, and never the one that it used last. */
function sentence({ view, power }: Thinking, occasion: Occasioned): string {
  const key = (i: number): string => `${TEXT_KEY_MARK}bot.${occasion}.${(i % SENTENCES[occasion]) + 1}`;
  const turn = view.state.world.turn + POWERS.indexOf(power);
  const last = sorted(view.state.spoken)
    .filter(([, said]) => said.power === power && said.words.startsWith(`${TEXT_KEY_MARK}bot.${occasion}.`))
    .reduce<{ turn: number; words: string }>((latest, [, said]) => (said.turn >= latest.turn ? said : latest), {
      turn: 0,
      words: '',
    });
  return key(turn) === last.words ? key(turn + 1) : key(turn);
}

/** Whom the bot speaks to first: the US for the others; for the US the one it trusts less. */
export const feared = (thinking: Thinking): Power => (thinking.power === 'us' ? distrusted(thinking) : 'us');

/** How long bots bind themselves: to the end of the third turn from now. */
const BOUND_TURNS = 3;

const hasOpen = ({ view, power }: Thinking, kind: Commitment['kind']): boolean =>
  Object.values(view.state.commitments).some(
    (c) => c.power === power && c.kind === kind && (c.status === 'open' || c.status === 'met'),
  );

/** A pledge not to grow beyond what stands, or where nothing stands that could grow, not to put the forces on alert. */
export function pledge(thinking: Thinking, words: Occasioned): Statement | null {
  if (hasOpen(thinking, 'pledge')) return null;
  const { board, view, power } = thinking;
  const plan = board.scenario.batteries.find(
    (one) => one.owner === power && one.reinforce && view.state.batteries[one.id]?.status === 'active',
  );
  const condition: Condition = plan
    ? { type: 'inventory-over', battery: plan.id, count: presentAt(view.state, plan.id) }
    : { type: 'posture-generated', power };
  if (!plan && !board.scenario.orderKinds.includes('posture')) return null;
  return speech(thinking, {
    speaker: 'head-of-state',
    kind: 'pledge',
    target: 'all',
    subject: plan?.id ?? 'posture',
    venue: 'united-nations',
    commitment: { condition, response: null, until: view.state.world.turn + BOUND_TURNS },
    words,
  });
}

/** A line that its speaker means to answer for: others' new sites in reach, or else the alert of whoever it trusts least. */
export function redLine(thinking: Thinking, words: Occasioned): Statement | null {
  const response = answerOf(thinking);
  if (hasOpen(thinking, 'red-line') || response === null) return null;
  const { board, view, power } = thinking;
  const site = board.scenario.batteries.find(
    (one) => one.inReachOf.includes(power) && one.build && !view.state.batteries[one.id],
  );
  const condition: Condition = site
    ? { type: 'battery-active', battery: site.id }
    : { type: 'posture-generated', power: distrusted(thinking) };
  if (conditionHolds(view.state, condition) || (!site && !board.scenario.orderKinds.includes('posture'))) return null;
  return speech(thinking, {
    speaker: 'head-of-state',
    kind: 'red-line',
    target: 'all',
    subject: site?.id ?? 'posture',
    venue: 'home',
    commitment: { condition, response, until: view.state.world.turn + BOUND_TURNS },
    words,
  });
}

/** What it could still do if its line were crossed: a programme of its own that has steps left, or a battery to build. */
function answerOf({ board, view, power }: Thinking): 'penaids' | 'dispersal' | 'build' | null {
  const { batteries, orderKinds, parameters } = board.scenario;
  const canBuild = batteries.some((one) => one.owner === power && one.build && !view.state.batteries[one.id]);
  if (canBuild && orderKinds.includes('build')) return 'build';
  const left = (['penaids', 'dispersal'] as const).filter(
    (kind) => orderKinds.includes(kind) && view.state.powers[power][kind] < parameters.programmes[kind].levels,
  );
  return left[0] ?? null;
}

/** A warning about a site in its reach, a different one each turn, that its host hears too; else about arms at large. */
export function threat(thinking: Thinking, words: Occasioned): Statement | null {
  const { board, view, power } = thinking;
  const sites = board.scenario.batteries.filter((one) => one.inReachOf.includes(power) && hostOfBattery(board, one.id));
  return speech(thinking, {
    speaker: 'minister',
    kind: 'warn',
    target: feared(thinking),
    subject: sites[view.state.world.turn % Math.max(1, sites.length)]?.id ?? 'arms',
    venue: 'home',
    words,
  });
}

/** That a battery of its own threatens nobody's deterrent: of the first of which others fear it and that is not growing. */
export function denial(thinking: Thinking, words: Occasioned): Statement | null {
  if (hasOpen(thinking, 'denial')) return null;
  const { board, view, power } = thinking;
  const plan = board.scenario.batteries.find(
    ({ id }) => isDeniable(board, view.state, power, id) && buildingAt(view.state, id) === 0,
  );
  if (!plan) return null;
  return speech(thinking, {
    speaker: 'minister',
    kind: 'deny',
    target: feared(thinking),
    subject: plan.id,
    venue: 'united-nations',
    words,
  });
}

/** Holds responsible who looked away from a test, or built what alarms, as far as everybody can see it: the first of these. */
export function blame(thinking: Thinking, words: Occasioned, accusable = othersByLot(thinking)): Statement | null {
  const { board } = thinking;
  const subjects = [...board.scenario.thirds, ...board.scenario.batteries].map(({ id }) => id);
  const found = accusable
    .flatMap((accused) => subjects.map((subject) => ({ accused, subject })))
    .find(({ accused, subject }) => isGuiltyToAll(thinking, accused, subject));
  if (!found) return null;
  return speech(thinking, {
    speaker: 'minister',
    kind: 'hold-responsible',
    target: found.accused,
    subject: found.subject,
    venue: 'united-nations',
    words,
  });
}

/** What inspectors alone have found stays between them and the owner: an accusation is judged on what everybody knows. */
function isGuiltyToAll({ board, view }: Thinking, accused: Power, subject: string): boolean {
  const guilt = (known: State) => guiltOf(board, known, accused, subject);
  // The public's view costs more to make out, and most are innocent by the seat's own.
  return guilt(view.state) !== 'innocent' && guilt(veil(board, view.state, 'public')) !== 'innocent';
}
