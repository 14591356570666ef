/**
 * Treaties: clauses that the engine can check, signed by two or three powers, in force a turn later, left with notice or
 * broken (RULES 7). While they hold they are worth something to all who keep them.
 */
import { buildingAt } from '../belief/defences.ts';
import type { Board } from '../capability/board.ts';
import { othersOf, POWERS, type Power, pairId } from '../scenario/names.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { sorted } from '../state/read.ts';
import type { Clause, State, Treaty } from '../state/state.ts';
import { tensionBy } from '../state/tension.ts';
import { clausesBetween, WORKING } from '../state/treaties.ts';
import { heirsOf, presentAt } from './commitment.ts';

/** From its signing on nobody may act against a treaty without breaking it; what it gives, it gives once it is in force. */
const BINDING: readonly Treaty['status'][] = ['signed', 'in-force', 'noticed'];

/** The treaties that bind a power, with their ids. */
export function bindingOn(state: State, power: Power): readonly (readonly [string, Treaty])[] {
  return sorted(state.treaties).filter(([, t]) => BINDING.includes(t.status) && t.parties.includes(power));
}

/** The trust that each party needs in each other: the deepest clause's, and a little more for each clause beside it. */
export function gateOf(board: Board, clauses: readonly Clause[]): number {
  const { gates, perClause } = board.scenario.parameters.treaties;
  return Math.max(...clauses.map((clause) => gates[clause.type])) + perClause * (clauses.length - 1);
}

/** How deep a treaty goes, as a share of the deepest single clause: what it is worth and what it costs scales with it. */
export function depthOf(board: Board, clauses: readonly Clause[]): number {
  const { gates } = board.scenario.parameters.treaties;
  return gateOf(board, clauses) / Math.max(...Object.values(gates));
}

/** Whose acts a clause is about: the owner of a battery, the owner of missiles; null: every party's. */
export function boundParty(board: Board, clause: Clause): Power | null {
  if (clause.type === 'cap' || clause.type === 'no-battery') return board.plans[clause.battery]?.owner ?? null;
  return clause.type === 'no-forward' ? clause.power : null;
}

/** An act that treaties may forbid. */
export type Act =
  | { readonly type: 'grow'; readonly battery: string /** The state once it is under way. */; readonly begun: () => State }
  | { readonly type: 'forward'; readonly battery: string }
  | { readonly type: 'flight-test' };

/** The treaty that an act of a power would break; null: none. */
export function forbiddenBy(board: Board, state: State, power: Power, act: Act): string | null {
  const forbids = (clause: Clause): boolean => rulesOut(board, clause, { power, act });
  const found = bindingOn(state, power).find(([, t]) => t.clauses.some(forbids));
  return found?.[0] ?? null;
}

function rulesOut(board: Board, clause: Clause, { power, act }: { readonly power: Power; readonly act: Act }): boolean {
  switch (clause.type) {
    case 'no-battery':
      return act.type === 'grow' && isAtSiteOf(board, act.battery, clause.battery);
    case 'cap':
      return (
        act.type === 'grow' &&
        isAtSiteOf(board, act.battery, clause.battery) &&
        presentAt(act.begun(), clause.battery) > clause.count
      );
    case 'no-forward':
      return act.type === 'forward' && isAtSiteOf(board, act.battery, clause.battery) && clause.power === power;
    case 'test-moratorium':
      return act.type === 'flight-test';
    default:
      return false;
  }
}

/** A site is a place, whatever stands there: an upgrade puts another battery on it. */
const isAtSiteOf = (board: Board, battery: string, other: string): boolean =>
  board.plans[battery]?.site === board.plans[other]?.site;

/** What a power openly gives up on this turn's sheet. */
export type Abandoned = (power: Power) => readonly string[];

/** The parties that break a treaty on this turn's sheets. */
const breakersOf = (id: string, t: Treaty, abandoned: Abandoned): readonly Power[] =>
  BINDING.includes(t.status) ? t.parties.filter((power) => abandoned(power).includes(id)) : [];

/** The state in which the treaties broken on this turn's sheets are broken: words about them are judged in the same phase. */
export function withBreaches(state: State, abandoned: Abandoned): State {
  const broken = sorted(state.treaties).flatMap(([id, t]) => {
    const by = breakersOf(id, t, abandoned);
    return by.length === 0 ? [] : [[id, { ...t, status: 'broken', by, ends: state.world.turn }] as const];
  });
  return broken.length === 0 ? state : { ...state, treaties: { ...state.treaties, ...Object.fromEntries(broken) } };
}

/**
 * Phase 5: what was signed a turn ago enters into force, and what its clauses rule out is taken away under eyes; a treaty
 * that is broken on this very turn's sheets never does.
 */
export function treatiesEnter(board: Board, state: State, abandoned: Abandoned): readonly Contribution[] {
  return sorted(state.treaties)
    .filter(([id, t]) => t.status === 'signed' && t.made < state.world.turn && breakersOf(id, t, abandoned).length === 0)
    .flatMap(([id, t]) => {
      const why = because('why.treaty.in-force', { parties: t.parties.join('+') });
      return [
        { rule: 'treaty', subject: `treaties/${id}`, variable: 'status', set: 'in-force', because: why },
        ...t.clauses.flatMap((clause) => carriedOut(board, state, clause, why)),
        tensionBy('treaty', board.scenario.parameters.treaties.signedTension * depthOf(board, t.clauses), why),
      ];
    });
}

function carriedOut(board: Board, state: State, clause: Clause, why: Contribution['because']): readonly Contribution[] {
  if (clause.type === 'no-forward') {
    return sorted(state.forward)
      .filter(([id]) => id.startsWith(`${clause.power}>`) && isAtSiteOf(board, id.slice(clause.power.length + 1), clause.battery))
      .map(([id]) => ({ rule: 'treaty', subject: `forward/${id}`, variable: 'self', set: null, because: why }));
  }
  if (clause.type === 'cap') return capped(state, clause, why);
  if (clause.type !== 'no-battery') return [];
  const there = sorted(state.batteries).filter(
    ([id, { status }]) => status !== 'withdrawn' && isAtSiteOf(board, id, clause.battery),
  );
  return there.flatMap(([id]) => [...cutTo(state, id, 0, why), gone(id, why)]);
}

const gone = (battery: string, why: Contribution['because']): Contribution => ({
  rule: 'treaty',
  subject: `batteries/${battery}`,
  variable: 'status',
  set: 'withdrawn',
  because: why,
});

/** What is beyond a cap goes, also what is to take the place of what stands; what was only being built is then not there. */
function capped(state: State, { battery, count }: Extract<Clause, { type: 'cap' }>, why: Contribution['because']) {
  if (presentAt(state, battery) <= count) return [];
  let left = count;
  return heirsOf(state, battery).flatMap((id): readonly Contribution[] => {
    const there = state.batteries[id];
    if (!there || there.status === 'withdrawn') return [];
    const most = Math.min(there.inventory, left);
    left -= most;
    return [...cutTo(state, id, most, why), ...(there.status === 'building' ? [gone(id, why)] : [])];
  });
}

/** What a battery has beyond a number is taken away; where work would lead beyond it, the work ends. */
function cutTo(state: State, battery: string, most: number, why: Contribution['because']): readonly Contribution[] {
  const there = state.batteries[battery];
  if (!there || there.inventory + buildingAt(state, battery) <= most) return [];
  return [
    {
      rule: 'treaty',
      subject: `batteries/${battery}`,
      variable: 'inventory',
      set: Math.min(there.inventory, most),
      because: why,
    },
    ...sorted(state.works)
      .filter(([, work]) => work.battery === battery)
      .map(([id]): Contribution => ({ rule: 'treaty', subject: `works/${id}`, variable: 'self', set: null, because: why })),
  ];
}

/** Phase 10: broken treaties fall, notice runs out, and what holds is worth something. */
export function treatiesJudged(board: Board, state: State, abandoned: Abandoned): readonly Contribution[] {
  return sorted(state.treaties).flatMap(([id, t]) => {
    if (!BINDING.includes(t.status)) return [];
    const by = breakersOf(id, t, abandoned);
    if (by.length > 0)
      return [
        ...fallen(id, t, { status: 'broken', by, ends: state.world.turn }),
        ...by.flatMap((breaker) => breachBy(board, state, t, breaker)),
      ];
    if (t.status === 'noticed' && state.world.turn >= t.ends) {
      const why = because('why.treaty.ended', { parties: t.parties.join('+') });
      return [{ rule: 'treaty', subject: `treaties/${id}`, variable: 'status', set: 'ended', because: why }];
    }
    return t.status === 'in-force' ? kept(board, t) : [];
  });
}

/** A treaty left with notice or broken, by one party or by several in the same turn. */
export function fallen(
  id: string,
  { parties }: Treaty,
  { status, by, ends }: Pick<Treaty, 'by' | 'ends'> & { readonly status: 'noticed' | 'broken' },
): readonly Contribution[] {
  const [one, ...more] = by;
  const [alone, together] =
    status === 'broken'
      ? ['why.treaty.broken', 'why.treaty.broken-together']
      : ['why.order.leave-treaty', 'why.treaty.noticed-together'];
  const why =
    one !== undefined && more.length === 0
      ? because(alone, { power: one, parties: parties.join('+') })
      : because(together, { powers: by.join('+'), parties: parties.join('+') });
  const own = { rule: 'treaty', subject: `treaties/${id}`, because: why };
  return [
    { ...own, variable: 'status', set: status },
    { ...own, variable: 'by', set: [...by] },
    { ...own, variable: 'ends', set: ends },
  ];
}

/** What a breach costs the party that commits it, whoever else breaks the treaty in that turn. */
function breachBy(board: Board, state: State, t: Treaty, breaker: Power): readonly Contribution[] {
  const p = board.scenario.parameters.treaties;
  const depth = depthOf(board, t.clauses);
  const why = because('why.treaty.broken', { power: breaker, parties: t.parties.join('+') });
  const at = { rule: 'treaty', because: why };
  const own = { ...at, subject: `powers/${breaker}` };
  return [
    { ...own, variable: 'credibility', add: -state.powers[breaker].credibility * p.brokenShare },
    { ...own, variable: 'influence', add: p.brokenInfluence * depth },
    ...t.parties
      .filter((party) => party !== breaker)
      .map(
        (party): Contribution => ({
          ...at,
          subject: `pairs/${pairId(party, breaker)}`,
          variable: 'trust',
          add: p.brokenTrust * depth,
        }),
      ),
    tensionBy('treaty', p.brokenTension * depth, why),
  ];
}

function kept(board: Board, t: Treaty): readonly Contribution[] {
  const p = board.scenario.parameters.treaties;
  const depth = depthOf(board, t.clauses);
  const why = because('why.treaty.kept', { parties: t.parties.join('+') });
  return [
    ...t.parties.flatMap((one) =>
      othersOf(one)
        .filter((other) => t.parties.includes(other))
        .map(
          (other): Contribution => ({
            rule: 'treaty',
            subject: `pairs/${pairId(one, other)}`,
            variable: 'trust',
            add: p.keptTrust * depth,
            because: why,
          }),
        ),
    ),
    tensionBy('treaty', p.keptTension * depth, why),
  ];
}

/** Whether a breach still shuts the door between any two of these powers. */
export function isDoorShut(board: Board, state: State, parties: readonly Power[]): boolean {
  const { shutTurns } = board.scenario.parameters.treaties;
  return sorted(state.treaties).some(
    ([, t]) =>
      t.status === 'broken' &&
      state.world.turn <= t.ends + shutTurns &&
      t.by.some(
        (breaker) => parties.includes(breaker) && t.parties.some((party) => party !== breaker && parties.includes(party)),
      ),
  );
}

/** The parties of a treaty in the order of the powers. */
export const partiesOf = (power: Power, partners: readonly Power[]): readonly Power[] =>
  POWERS.filter((one) => one === power || partners.includes(one));

/** The treaties in force that a power is party to, with their ids. */
export const treatiesInForce = (state: State, power: Power): readonly (readonly [string, Treaty])[] =>
  bindingOn(state, power).filter(([, t]) => WORKING.includes(t.status));
export const countInForce = (state: State, power: Power): number => treatiesInForce(state, power).length;

/** Share that is left of the tension of a power's tests and exercises where it is bound to give notice of them: a partner in them needs none. */
export function notifiedShare(board: Board, state: State, power: Power, partner?: Power): number {
  const told = othersOf(power).filter((other) => other !== partner);
  const isNotified = told.some((other) => clausesBetween(state, [power, other], 'notification').length > 0);
  return isNotified ? board.scenario.parameters.treaties.notified : 1;
}
