/**
 * Red lines and pledges: conditions that the engine checks, so that nobody has to remember them. Each ends kept, broken,
 * called or untested, and that alone moves credibility (RULES 6).
 */

import { buildingAt } from '../belief/defences.ts';
import type { Board } from '../capability/board.ts';
import { othersOf, pairId } from '../scenario/names.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { deedsNow, sorted } from '../state/read.ts';
import type { Commitment, Condition, State } from '../state/state.ts';
import { tensionBy } from '../state/tension.ts';

/** Turns in which a pledged thing must have been possible for keeping the pledge to prove anything. */
const TEMPTATIONS_TO_PROVE = 2;
/** Keeping one's word on the same subject counts once in so many turns. */
const CREDIT_EVERY_TURNS = 4;

/** Whether a condition holds in this state; what counts is what stands or is being built, and this turn's deeds. */
export function conditionHolds(state: State, c: Condition): boolean {
  switch (c.type) {
    case 'battery-active':
      return state.batteries[c.battery]?.status === 'active' || buildingAt(state, c.battery) > 0;
    case 'inventory-over':
      return (state.batteries[c.battery]?.inventory ?? 0) + buildingAt(state, c.battery) > c.count;
    case 'posture-generated':
      return state.powers[c.power].posture === 'generated';
    case 'third-test':
      return state.thirds[c.third]?.lastTest === state.world.turn;
    case 'exercise-held':
      return deedsNow(state).some((deed) => deed.power === c.power && deed.kind === 'exercise');
  }
}

/** The power in whose hands the condition lies; null: a third state's. */
export function whoseCondition(board: Board, c: Condition): string | null {
  if (c.type === 'third-test') return null;
  if (c.type === 'posture-generated' || c.type === 'exercise-held') return c.power;
  return board.plans[c.battery]?.owner ?? null;
}

/** Open pledges of a power that an inventory beyond `count` at this battery would break. */
export function pledgesAgainst(state: State, power: string, battery: string, count: number): readonly string[] {
  return sorted(state.commitments)
    .filter(([, c]) => c.power === power && c.kind === 'pledge' && c.status === 'open')
    .filter(
      ([, { condition: c }]) =>
        (c.type === 'inventory-over' && c.battery === battery && count > c.count) ||
        (c.type === 'battery-active' && c.battery === battery),
    )
    .map(([id]) => id);
}

/** Weight of caps by battery: pledges that hold the stock at what it is replace the trend by the speaker's credibility. */
export function capsOf(board: Board, state: State, owner: Commitment['power']): Readonly<Record<string, number>> {
  const caps: Record<string, number> = {};
  const { capPledged } = board.scenario.parameters.outlook;
  for (const [, c] of sorted(state.commitments)) {
    if (c.power !== owner || c.kind !== 'pledge' || c.status !== 'open' || c.condition.type !== 'inventory-over') continue;
    const { battery, count } = c.condition;
    const present = (state.batteries[battery]?.inventory ?? 0) + buildingAt(state, battery);
    if (count > present) continue;
    caps[battery] = Math.max(caps[battery] ?? 0, capPledged * c.rank * (state.powers[owner].credibility / 100));
  }
  return caps;
}

export interface Judging {
  /** Whether the speaker could, this turn, legally and affordably, have done what he pledged not to do. */
  readonly tempted: (commitment: Commitment) => boolean;
  /** Commitments openly given up on this turn's sheets. */
  readonly abandoned: readonly string[];
}

export function judgeCommitments(board: Board, state: State, judging: Judging): readonly Contribution[] {
  return sorted(state.commitments).flatMap(([id, c]) => {
    if (c.status !== 'open' && c.status !== 'met') return [];
    if (judging.abandoned.includes(id)) return [...close(state, id, 'broken'), ...breach(board, state, id, c)];
    if (c.made === state.world.turn) return [];
    return c.kind === 'pledge' ? judgePledge(board, state, [id, c], judging) : judgeRedLine(board, state, id, c);
  });
}

function judgePledge(
  board: Board,
  state: State,
  [id, c]: readonly [string, Commitment],
  judging: Judging,
): readonly Contribution[] {
  if (conditionHolds(state, c.condition)) return [...close(state, id, 'broken'), ...breach(board, state, id, c)];
  const temptations = c.temptations + (judging.tempted(c) ? 1 : 0);
  if (state.world.turn < c.until) return temptations === c.temptations ? [] : [set(id, 'temptations', temptations)];
  return temptations >= TEMPTATIONS_TO_PROVE
    ? [...close(state, id, 'kept'), ...credit(board, state, id, c)]
    : close(state, id, 'untested');
}

function judgeRedLine(board: Board, state: State, id: string, c: Commitment): readonly Contribution[] {
  const answered = deedsNow(state).some((deed) => deed.power === c.power && deed.kind === c.response && deed.amount !== 0);
  const crossed = c.status === 'open' && conditionHolds(state, c.condition);
  if (crossed || c.status === 'met') {
    const why = because('why.commitment.crossed', { power: c.power, subject: c.subject });
    const rise = crossed ? [tensionBy('red-line', board.scenario.parameters.commitments.crossedTension * c.rank, why)] : [];
    if (answered) return [...rise, ...close(state, id, 'called'), ...credit(board, state, id, c)];
    if (crossed) return [...rise, set(id, 'status', 'met'), set(id, 'judged', state.world.turn)];
    return [...close(state, id, 'broken'), ...breach(board, state, id, c)];
  }
  return state.world.turn >= c.until ? close(state, id, 'untested') : [];
}

const set = (id: string, variable: string, value: string | number): Contribution => ({
  rule: 'commitment',
  subject: `commitments/${id}`,
  variable,
  set: value,
  because: because('why.commitment.judged', { commitment: id }),
});

const close = (state: State, id: string, status: Commitment['status']): readonly Contribution[] => [
  set(id, 'status', status),
  set(id, 'judged', state.world.turn),
];

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
  const why = because('why.commitment.kept', { power: c.power, subject: c.subject });
  const gain = kept * c.rank * (1 - state.powers[c.power].credibility / 100);
  return [
    { rule: 'commitment', subject: `powers/${c.power}`, variable: 'credibility', add: gain, because: why },
    tensionBy('commitment', keptTension * c.rank, why),
  ];
}

/** A promise broken: the higher the speaker stood, the more of his country's word is gone. */
function breach(board: Board, state: State, id: string, c: Commitment): readonly Contribution[] {
  const p = board.scenario.parameters.commitments;
  const why = because('why.commitment.broken', { power: c.power, subject: c.subject, commitment: id });
  const own = (variable: string, add: number): Contribution => ({
    rule: 'commitment',
    subject: `powers/${c.power}`,
    variable,
    add,
    because: why,
  });
  return [
    own('credibility', -state.powers[c.power].credibility * p.brokenShare * c.rank),
    own('approval', p.brokenApproval * c.rank),
    own('influence', p.brokenInfluence * c.rank),
    ...othersOf(c.power).map(
      (other): Contribution => ({
        rule: 'commitment',
        subject: `pairs/${pairId(other, c.power)}`,
        variable: 'trust',
        add: p.brokenTrust * c.rank,
        because: why,
      }),
    ),
    tensionBy('commitment', p.brokenTension * c.rank, why),
  ];
}
