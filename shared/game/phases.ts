/** The one list of phases (RULES 2). Each is computed from its start state; what it hands in is summed and clamped once. */
import type { Board } from '../capability/board.ts';
import { draw } from '../math/draw.ts';
import { heldAlerts } from '../orders/launch-under-attack.ts';
import { heldPosture } from '../orders/posture.ts';
import { ruleOf } from '../orders/registry.ts';
import type { Statement, Undertaking } from '../orders/sheet.ts';
import { finishWorks } from '../orders/work.ts';
import { administrationsChange, rankOf } from '../politics/administration.ts';
import { isCap, judgeCommitments, presentAt } from '../politics/commitment.ts';
import { hostsSettle } from '../politics/host.ts';
import { inspectorsFind } from '../politics/inspection.ts';
import { proxiesAct } from '../politics/proxy.ts';
import { incomeComes, standingDrifts } from '../politics/standing.ts';
import { isContradicted, statementEffects } from '../politics/statement.ts';
import { thirdsAct } from '../politics/third-state.ts';
import { type Abandoned, treatiesEnter, treatiesJudged, withBreaches } from '../politics/treaty.ts';
import { BINDING_KINDS, POWERS, type Power, type StatementKind } from '../scenario/names.ts';
import type { EventEffect } from '../scenario/schema.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { deedsNow } from '../state/read.ts';
import type { Commitment, Condition, Deed, Spoken, State } from '../state/state.ts';
import { tensionBy } from '../state/tension.ts';
import type { Checked } from './check.ts';
import type { InjectedEvent, Setup } from './game.ts';
import { couldHave } from './temptation.ts';
import { veil } from './veil.ts';

/** What a phase looks at besides the state it starts from. */
export interface TurnScene {
  readonly board: Board;
  readonly setup: Setup;
  readonly turn: number;
  /** The state before phase 1, for what is compared over the turn. */
  readonly opening: State;
  /** Judged sheets; empty before phase 4. */
  readonly checked: Readonly<Record<Power, Checked>>;
  /** What a facilitator lets happen in this turn. */
  readonly injects: readonly InjectedEvent[];
}

export interface Phase {
  readonly number: number;
  readonly name: string;
  readonly run: (scene: TurnScene, state: State) => readonly Contribution[];
}

/** Before the sheets are judged. */
export const OPENING_PHASES: readonly Phase[] = [
  { number: 1, name: 'outside events', run: eventsHappen },
  { number: 2, name: 'income and upkeep', run: ({ board }, state) => incomeComes(board, state) },
];

/** After: 3, joint orders, is in joint.ts, 12 to 14 in turn.ts, since they look at all sheets or at the whole turn. */
export const ORDER_PHASES: readonly Phase[] = [
  { number: 4, name: 'orders paid and remembered', run: ordersPaid },
  {
    number: 5,
    name: 'withdrawals and posture',
    run: (scene, state) => [
      ...ordersOf(scene, state, 5),
      ...postureHeld(scene, state),
      ...heldAlerts({ ...scene, state }),
      ...treatiesEnter(scene.board, state, abandonedIn(scene)),
    ],
  },
  { number: 6, name: 'building', run: (scene, state) => [...ordersOf(scene, state, 6), ...finishWorks(scene.board, state)] },
  { number: 7, name: 'tests and diplomacy', run: (scene, state) => ordersOf(scene, state, 7) },
  {
    number: 8,
    name: 'third states and proxy crises',
    run: (scene, state) => [...thirdsAct(scene.board, state, drawOf(scene)), ...proxiesAct(scene.board, state, drawOf(scene))],
  },
  { number: 9, name: 'statements', run: statementsMade },
  {
    number: 10,
    name: 'commitments and treaties judged',
    run: (scene, state) => [
      ...commitmentsJudged(scene, state),
      ...treatiesJudged(scene.board, state, abandonedIn(scene)),
      ...inspectorsFind(scene.board, withBreaches(state, abandonedIn(scene))),
    ],
  },
  {
    number: 11,
    name: 'hosts, trust, approval, influence',
    run: ({ board }, state) => [...hostsSettle(board, state), ...standingDrifts(board, state)],
  },
];

const abandonedIn =
  ({ checked }: TurnScene): Abandoned =>
  (power) =>
    checked[power].abandoned;

const drawOf =
  ({ setup, turn }: TurnScene) =>
  (rule: string, subject: string, n: number): number =>
    draw({ ...setup, turn, round: 0, rule, subject, n });

function eventsHappen({ board, turn, injects }: TurnScene, state: State): readonly Contribution[] {
  const happens = (effects: readonly EventEffect[], why: Contribution['because']): readonly Contribution[] =>
    effects.map(({ subject, variable, add }) =>
      subject === 'world' && variable === 'tension'
        ? tensionBy('event', add, why)
        : { rule: 'event', subject, variable, add, because: why },
    );
  return [
    ...board.scenario.events
      .filter((event) => event.turn === turn)
      .flatMap(({ id, effects }) => happens(effects, because('why.event', { event: id }))),
    ...injects.flatMap(({ effects }) => happens(effects, because('why.inject'))),
    ...administrationsChange(board, state, turn),
  ];
}

function ordersPaid({ board, turn, checked }: TurnScene, state: State): readonly Contribution[] {
  return POWERS.flatMap((power) =>
    checked[power].orders.flatMap(({ what, index, money }): readonly Contribution[] => {
      const rule = ruleOf(what.kind);
      const deed: Deed = {
        turn,
        power,
        kind: what.kind,
        target: rule.target(what),
        amount: rule.amount({ board, state, power }, what),
      };
      // Whether others see the deed at all is for the veil; the price is in a cell of its own that they never see.
      const why = because('why.order.paid', { power, kind: what.kind, target: deed.target });
      return [
        { rule: 'order', subject: `deeds/d${turn}-${power}-${index}`, variable: 'self', set: { ...deed }, because: why },
        ...(money === 0 ? [] : [{ rule: 'order', subject: `powers/${power}`, variable: 'money', add: -money, because: why }]),
      ];
    }),
  );
}

function ordersOf(turnScene: TurnScene, state: State, phase: number): readonly Contribution[] {
  const { board, turn, checked } = turnScene;
  return POWERS.flatMap((power) =>
    checked[power].orders.flatMap(({ what, index }) => {
      const rule = ruleOf(what.kind);
      if (rule.phase !== phase) return [];
      const scene = { board, state, power };
      const draw = (n: number): number => drawOf(turnScene)(what.kind, `${power} ${rule.target(what)}`, n);
      return [...rule.effects(scene, what, { turn, index }), ...(rule.drawn?.(scene, what, draw) ?? [])];
    }),
  );
}

function postureHeld({ board }: TurnScene, state: State): readonly Contribution[] {
  const ordered = deedsNow(state).filter((deed) => deed.kind === 'posture');
  return POWERS.filter((power) => !ordered.some((deed) => deed.power === power)).flatMap((power) =>
    heldPosture({ board, state, power }),
  );
}

function statementsMade({ board, turn, checked }: TurnScene, state: State): readonly Contribution[] {
  const known = veil(board, state, 'public');
  return POWERS.flatMap((power) =>
    checked[power].statements.flatMap(({ what, index }) => {
      const { commitment, ...words } = what;
      const speech = { said: { turn, power, ...words }, condition: commitment?.condition ?? null };
      const said: Spoken = isContradicted(known, speech) ? { ...speech.said, belied: true } : speech.said;
      const id = `s${turn}-${power}-${index}`;
      const knownTo = what.venue === 'private' && what.target !== 'all' ? [power, what.target] : null;
      const why = because('why.statement.made', { power }, knownTo);
      return [
        { rule: 'statement', subject: `spoken/${id}`, variable: 'self', set: { ...said }, because: why },
        ...statementEffects(board, { state, known }, speech),
        ...commitmentMade({ board, state, turn, power, index }, what),
      ];
    }),
  );
}

/** A denial stands for so long, unless it is disproved sooner. */
const DENIAL_TURNS = 4;

interface Speaking {
  readonly board: Board;
  readonly state: State;
  readonly turn: number;
  readonly power: Power;
  readonly index: number;
}

/** What a statement binds its speaker to: a red line or pledge as it says, a denial by what stands; other words to nothing. */
function undertakingOf({ state, turn }: Speaking, s: Statement): Undertaking | null {
  if (s.kind !== 'deny') return BINDING_KINDS.includes(s.kind) ? s.commitment : null;
  const condition: Condition = { type: 'inventory-over', battery: s.subject, count: presentAt(state, s.subject) };
  return { condition, response: null, until: turn + DENIAL_TURNS };
}

const COMMITMENT_KINDS: Readonly<Partial<Record<StatementKind, Commitment['kind']>>> = {
  'red-line': 'red-line',
  pledge: 'pledge',
  deny: 'denial',
};

function commitmentMade(speaking: Speaking, s: Statement): readonly Contribution[] {
  const { board, state, turn, power, index } = speaking;
  const undertaking = undertakingOf(speaking, s);
  const kind = COMMITMENT_KINDS[s.kind];
  if (undertaking === null || kind === undefined) return [];
  const heardBy = s.venue === 'private' && s.target !== 'all' ? [s.target] : null;
  const made: Commitment = {
    power,
    kind,
    speaker: s.speaker,
    rank: rankOf(board, power, s.speaker, turn),
    subject: s.subject,
    ...undertaking,
    heardBy,
    made: turn,
    status: 'open',
    judged: 0,
    temptations: 0,
  };
  const why = because('why.commitment.made', { power, subject: s.subject }, heardBy && [power, ...heardBy]);
  const line: Contribution = {
    rule: 'commitment',
    subject: `commitments/c${turn}-${power}-${index}`,
    variable: 'self',
    set: { ...made },
    because: why,
  };
  const { capApproval } = board.scenario.parameters.outlook;
  return isCap(state, made)
    ? [line, { rule: 'commitment', subject: `powers/${power}`, variable: 'approval', add: capApproval, because: why }]
    : [line];
}

function commitmentsJudged(scene: TurnScene, before: State): readonly Contribution[] {
  const { board, opening } = scene;
  const state = withBreaches(before, abandonedIn(scene));
  return judgeCommitments(board, state, {
    abandoned: POWERS.flatMap(abandonedIn(scene)),
    tempted: (commitment) => couldHave(board, opening, commitment),
    knownTo: (viewer) => veil(board, state, viewer),
  });
}
