/**
 * Red lines and pledges: conditions that the engine checks, so that nobody has to remember them. Each ends kept, broken,
 * called or untested, and that alone moves credibility (RULES 6).
 */

import { buildingAt } from '../belief/defences.ts';
import type { Board } from '../capability/board.ts';
import { othersOf, type Power, pairId, type Viewer } from '../scenario/names.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { deedsNow, isExercise, sorted } from '../state/read.ts';
import type { Commitment, Condition, State } from '../state/state.ts';
import { tensionBy } from '../state/tension.ts';
import { isNewlyIn } from './administration.ts';

/** Turns in which a pledged thing must have been possible for keeping the pledge to prove anything. */
const TEMPTATIONS_TO_PROVE = 2;
/** Keeping one's word on the same subject counts once in so many turns. */
const CREDIT_EVERY_TURNS = 4;

/** Whether a condition holds in this state; what counts is what stands or is being built, and this turn's deeds. */
export function conditionHolds(state: State, c: Condition): boolean {
  switch (c.type) {
    case 'battery-active':
      return heirsOf(state, c.battery).some((id) => state.batteries[id]?.status === 'active' || buildingAt(state, id) > 0);
    case 'inventory-over':
      return presentAt(state, c.battery) > c.count;
    case 'posture-generated':
      return state.powers[c.power].posture === 'generated';
    case 'third-test':
      return state.thirds[c.third]?.lastTest === state.world.turn;
    case 'exercise-held':
      return deedsNow(state).some((deed) => deed.power === c.power && isExercise(deed));
    case 'treaty-left':
      return sorted(state.treaties).some(([, t]) => t.by.includes(c.power) && t.ends >= state.world.turn);
  }
}

/** The power in whose hands the condition lies; null: a third state's. */
export function whoseCondition(board: Board, c: Condition): string | null {
  if (c.type === 'third-test') return null;
  if (c.type === 'posture-generated' || c.type === 'exercise-held' || c.type === 'treaty-left') return c.power;
  return board.plans[c.battery]?.owner ?? null;
}

/** A battery, and what was begun later in its place: a word about the one goes on for the other. */
export function heirsOf(state: State, battery: string): readonly string[] {
  const first = state.batteries[battery];
  if (!first) return [battery];
  const later = sorted(state.batteries).filter(
    ([id, { site, since, status }]) => id !== battery && site === first.site && since >= first.since && status !== 'withdrawn',
  );
  return [battery, ...later.map(([id]) => id)];
}

/** Interceptors that a battery has or is getting; where better ones are to take the place of what stands, they count once. */
export function presentAt(state: State, battery: string): number {
  const place = heirsOf(state, battery);
  const isReplaced = place.length > 1 && place.some((id) => state.batteries[id]?.status === 'building');
  return place.reduce((sum, id) => {
    const there = state.batteries[id];
    const isGone = there === undefined || there.status === 'withdrawn' || (isReplaced && there.status !== 'building');
    return sum + (isGone ? 0 : there.inventory) + buildingAt(state, id);
  }, 0);
}

/** Whether a pledge caps what is there already: only then does it replace the trend (RULES 4). */
export function isCap(state: State, { kind, condition: c }: Pick<Commitment, 'kind' | 'condition'>): boolean {
  return kind === 'pledge' && c.type === 'inventory-over' && c.count <= presentAt(state, c.battery);
}

/** Open pledges of a power about batteries that would be broken in the state `begun`, when the works at issue are under way. */
export function pledgesAgainst(state: State, power: string, begun: () => State): readonly string[] {
  return sorted(state.commitments)
    .filter(([, c]) => c.power === power && c.kind === 'pledge' && c.status === 'open')
    .filter(([, { condition: c }]) => 'battery' in c && conditionHolds(begun(), c))
    .map(([id]) => id);
}

/** Weight of caps by battery: pledges that hold the stock at what it is replace the trend by the speaker's credibility. */
export function capsOf(board: Board, state: State, owner: Commitment['power']): Readonly<Record<string, number>> {
  const caps: Record<string, number> = {};
  const { capPledged } = board.scenario.parameters.outlook;
  for (const [, c] of sorted(state.commitments)) {
    if (c.power !== owner || c.kind !== 'pledge' || c.status !== 'open' || c.condition.type !== 'inventory-over') continue;
    if (!isCap(state, c)) continue;
    for (const id of heirsOf(state, c.condition.battery))
      caps[id] = Math.max(caps[id] ?? 0, capPledged * c.rank * (state.powers[owner].credibility / 100));
  }
  return caps;
}

/** By how much standing denials lower what a rival's planner fears of a battery whatever the geometry, 0 to 1 (RULES 3). */
export function denialsOf(state: State, owner: Commitment['power']): Readonly<Record<string, number>> {
  const denied: Record<string, number> = {};
  for (const [, c] of sorted(state.commitments)) {
    if (c.power !== owner || c.kind !== 'denial' || c.status !== 'open' || c.condition.type !== 'inventory-over') continue;
    const { battery } = c.condition;
    denied[battery] = Math.max(denied[battery] ?? 0, c.rank * (state.powers[owner].credibility / 100));
  }
  return denied;
}

/** Whether a battery is one whose reach can be denied: a rival's planner counts it beyond what geometry says. */
export function isDeniable(board: Board, state: State, owner: Power, battery: string): boolean {
  const plan = board.plans[battery];
  if (plan?.owner !== owner || !board.interceptors[plan.interceptor]?.fastMidcourse) return false;
  const there = state.batteries[battery];
  return there !== undefined && there.status !== 'withdrawn';
}

export interface Judging {
  /** Whether the speaker could, this turn, legally and affordably, have done what he pledged not to do. */
  readonly tempted: (commitment: Commitment) => boolean;
  /** Commitments openly given up on this turn's sheets. */
  readonly abandoned: readonly string[];
  /** The state as somebody knows it: what crosses a red line unseen does not cross it yet. */
  readonly knownTo: (viewer: Viewer) => State;
}

export function judgeCommitments(board: Board, state: State, judging: Judging): readonly Contribution[] {
  const credited = new Set<string>();
  return sorted(state.commitments).flatMap(([id, c]) => {
    if (c.status !== 'open' && c.status !== 'met') return [];
    if (c.made === state.world.turn && !judging.abandoned.includes(id)) return [];
    const status = statusOf(state, id, c, judging);
    if (status === c.status) return status === 'open' && c.kind !== 'red-line' ? tempt(id, c, judging) : [];
    const first = !credited.has(`${c.power} ${c.subject}`);
    if (status === 'kept' || status === 'called') credited.add(`${c.power} ${c.subject}`);
    const crossed = c.status === 'open' && (status === 'met' || (status === 'called' && c.kind === 'red-line'));
    return [
      ...(crossed ? [crossing(board, c)] : []),
      set(id, c, 'status', status),
      set(id, c, 'judged', state.world.turn),
      ...(status === 'broken' ? breach(board, state, id, { c, share: priceShare(board, state, id, judging.abandoned) }) : []),
      ...((status === 'kept' || status === 'called') && first ? credit(board, state, id, c) : []),
    ];
  });
}

/** What has become of a commitment by the end of this turn. */
function statusOf(state: State, id: string, c: Commitment, judging: Judging): Commitment['status'] {
  if (judging.abandoned.includes(id)) return 'broken';
  const isOver = state.world.turn >= c.until;
  if (c.kind !== 'red-line') {
    if (conditionHolds(state, c.condition)) return 'broken';
    if (!isOver) return 'open';
    return c.temptations + (judging.tempted(c) ? 1 : 0) >= TEMPTATIONS_TO_PROVE ? 'kept' : 'untested';
  }
  // Not before all who heard it see it: a line that moves must not tell them what its speaker alone has found.
  const witnesses: readonly Viewer[] = insiders(c) ?? ['public'];
  const isMet = c.status === 'met' || witnesses.every((viewer) => conditionHolds(judging.knownTo(viewer), c.condition));
  if (!isMet) return isOver ? 'untested' : 'open';
  if (deedsNow(state).some((deed) => deed.power === c.power && deed.kind === c.response && deed.amount !== 0)) return 'called';
  return c.status === 'met' ? 'broken' : 'met';
}

const tempt = (id: string, c: Commitment, judging: Judging): readonly Contribution[] =>
  judging.tempted(c) ? [set(id, c, 'temptations', c.temptations + 1)] : [];

/** What was said behind closed doors is judged behind them too. */
const insiders = (c: Commitment): readonly Power[] | null => c.heardBy && [c.power, ...c.heardBy];

const set = (id: string, c: Commitment, variable: string, value: string | number): Contribution => ({
  rule: 'commitment',
  subject: `commitments/${id}`,
  variable,
  set: value,
  because: because('why.commitment.judged', { commitment: id }, insiders(c)),
});

function crossing(board: Board, c: Commitment): Contribution {
  const why = because('why.commitment.crossed', { power: c.power, subject: c.subject }, insiders(c));
  return tensionBy('red-line', board.scenario.parameters.commitments.crossedTension * c.rank, why);
}

/** What is still open when the game ends, by its time or by war, was never put to the test. */
export function leftUntested(state: State): readonly Contribution[] {
  return sorted(state.commitments)
    .filter(([, c]) => c.status === 'open' || c.status === 'met')
    .map(([id, c]) => ({
      rule: 'commitment',
      subject: `commitments/${id}`,
      variable: 'status',
      set: 'untested',
      because: because('why.commitment.judged', { commitment: id }, insiders(c)),
    }));
}

/** A promise kept when it cost something: credibility rises toward 100. */
function credit(board: Board, state: State, id: string, c: Commitment): readonly Contribution[] {
  const lately = sorted(state.commitments).some(
    ([other, o]) =>
      other !== id &&
      o.power === c.power &&
      o.subject === c.subject &&
      (o.status === 'kept' || o.status === 'called') &&
      o.judged > state.world.turn - CREDIT_EVERY_TURNS,
  );
  if (lately) return [];
  const { kept, keptTension } = board.scenario.parameters.commitments;
  const why = because('why.commitment.kept', { power: c.power, subject: c.subject }, insiders(c));
  const gain = kept * c.rank * (1 - state.powers[c.power].credibility / 100);
  return [
    { rule: 'commitment', subject: `powers/${c.power}`, variable: 'credibility', add: gain, because: why },
    tensionBy('commitment', keptTension * c.rank, why),
  ];
}

/** A new administration may once openly disown its predecessor's word, a head of state's, at part of its price: the first on its sheet. */
function priceShare(board: Board, state: State, id: string, abandoned: readonly string[]): number {
  const { turn } = state.world;
  const power = state.commitments[id]?.power;
  const disowned = abandoned.find((one) => {
    const c = state.commitments[one];
    return c !== undefined && c.power === power && c.speaker === 'head-of-state' && c.made < turn;
  });
  const isAtPart = disowned === id && power !== undefined && isNewlyIn(board, power, turn);
  return isAtPart ? board.scenario.parameters.administrations.repudiation : 1;
}

/** A promise broken: the higher the speaker stood, the more of his country's word is gone. */
function breach(
  board: Board,
  state: State,
  id: string,
  { c, share }: { readonly c: Commitment; readonly share: number },
): readonly Contribution[] {
  const p = board.scenario.parameters.commitments;
  const why = because('why.commitment.broken', { power: c.power, subject: c.subject, commitment: id }, insiders(c));
  const on = (subject: string, variable: string, add: number): Contribution => ({
    rule: 'commitment',
    subject,
    variable,
    add,
    because: why,
  });
  const own = `powers/${c.power}`;
  const weight = c.rank * share;
  const deceived = c.heardBy ?? othersOf(c.power);
  return [
    on(own, 'credibility', -state.powers[c.power].credibility * p.brokenShare * weight),
    on(own, 'approval', p.brokenApproval * weight),
    on(own, 'influence', p.brokenInfluence * weight),
    ...deceived.map((other) => on(`pairs/${pairId(other, c.power)}`, 'trust', p.brokenTrust * weight)),
    tensionBy('commitment', p.brokenTension * weight, why),
  ];
}
