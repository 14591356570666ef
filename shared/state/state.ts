/**
 * The state of a game: collections of things, each thing a flat record of plain JSON values, so that one ledger line
 * (`subject`, `variable`, before, after) can say any change and the sum of the lines is the state. Nothing that can be
 * worked out from the rest is stored here.
 */
import type { DyadId, OrderKind, Power, Programme, Speaker, StatementKind, Venue } from '../scenario/names.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface WorldState {
  readonly turn: number;
  readonly phase: 'orders' | 'crisis' | 'ended';
  /** The last turn of this game, drawn at creation. */
  readonly lastTurn: number;
  /** Whether it was drawn in secret from one turn less to one more: then only the window is known. */
  readonly endDrawn: boolean;
  readonly tension: number;
  /** Crises so far. */
  readonly crises: number;
  /** The turn of the last one; 0: none yet. */
  readonly lastCrisis: number;
  readonly ending: 'none' | 'time' | 'strike' | 'accident' | 'facilitator';
  /** What the exchange came to, by attacker and target: warheads arriving on aim points. */
  readonly exchange: Exchange | null;
}

export interface Exchange {
  readonly first: Power;
  readonly second: Power;
  readonly cause: 'strike' | 'accident';
  readonly launchedFirst: number;
  readonly survivingSecond: number;
  readonly arrivingOnFirst: number;
  readonly arrivingOnSecond: number;
  readonly interceptedByFirst: number;
  readonly interceptedBySecond: number;
  /** How the first strike was allotted over the other's forces; empty where it spent nothing on them. */
  readonly onForces: readonly StruckForce[];
}

/** One leg as a class of targets. Expected counts, not rounded. */
export type StruckForce = {
  readonly leg: 'silo' | 'mobile' | 'submarine' | 'bomber';
  readonly aimPoints: number;
  /** Warheads in silos that were not fired in time, or at bases and not dispersed. */
  readonly atStake: number;
  readonly given: number;
  readonly destroyed: number;
  /** What the last warhead given to it destroyed. */
  readonly last: number;
};

export interface PowerState {
  readonly money: number;
  readonly approval: number;
  readonly credibility: number;
  readonly influence: number;
  readonly posture: 'day' | 'generated';
  readonly generatedTurns: number;
  /** Whether it would launch on warning of an attack: more of its missiles outlive one, and more can go wrong. */
  readonly launchUnderAttack: boolean;
  /** Levels of the offence programmes. */
  readonly penaids: number;
  readonly dispersal: number;
  readonly patrol: number;
  readonly mirv: number;
  readonly glide: number;
  readonly 'counter-sensor': number;
  /** Share of trade lost to coercion, 0 to 3 and more. */
  readonly tradeLost: number;
  readonly secretAim: string;
}

/** How one power stands towards another. */
export interface PairState {
  readonly trust: number;
  /** What the first has lately done that the second takes as provocation. */
  readonly provocation: number;
}

export interface Battery {
  readonly owner: Power;
  readonly site: string;
  readonly interceptor: string;
  readonly inventory: number;
  readonly status: 'active' | 'building' | 'suspended' | 'withdrawn';
  /** Whose doing it is that it rests; empty: it does not. */
  readonly suspendedBy: 'host' | 'owner' | '';
  /** The turn in which work on it began; 0: stood at the start. */
  readonly since: number;
}

/** Something ordered and not yet finished. */
export interface Work {
  readonly owner: Power;
  readonly what: 'battery' | Programme;
  /** The battery that grows; empty for programmes. */
  readonly battery: string;
  readonly add: number;
  readonly start: number;
  readonly ready: number;
  /** Powers whose inspectors have found it; missing while there are none. */
  readonly seenBy?: readonly Power[];
}

/** What is publicly known of an interceptor system, as Beta counts, and what is true of it (hidden). */
export interface SystemState {
  readonly killA: number;
  readonly killB: number;
  readonly decoyA: number;
  readonly decoyB: number;
  readonly trackA: number;
  readonly trackB: number;
  readonly trueKill: number;
  readonly trueDecoy: number;
  readonly trueTrack: number;
}

/** What one power alone has learnt of another's interceptor system, in observations that add to the public ones. */
export interface Insight {
  readonly killA: number;
  readonly killB: number;
  readonly decoyA: number;
  readonly decoyB: number;
}

export interface HostState {
  readonly consent: number;
}

export interface ThirdState {
  readonly stage: number;
  readonly restraint: number;
  /** Successful tests of intercontinental class. */
  readonly successes: number;
  readonly lastTest: number;
  /** The power that was told to all to have looked away before the last test; empty: none. */
  readonly lookedAway: Power | '';
}

/** A war of others in which two powers stand on different sides. */
export interface ProxyState {
  readonly heat: number;
  /** The turn of the last incident between the two powers' forces; 0: none yet. */
  readonly incident: number;
}

/** An order that was carried out, remembered as long as a rule looks back. */
export interface Deed {
  readonly turn: number;
  readonly power: Power;
  readonly kind: OrderKind;
  /** Battery, interceptor, host, third state or power that it was about. */
  readonly target: string;
  readonly amount: number;
}

export interface Spoken {
  readonly turn: number;
  readonly power: Power;
  readonly speaker: Speaker;
  readonly kind: StatementKind;
  readonly target: string;
  readonly subject: string;
  readonly venue: Venue;
  readonly words: string;
  readonly language: string;
  /** The speaker's own deeds, as everybody could see them, gave them the lie as they were said; absent: they did not. */
  readonly belied?: true;
}

/** A condition that the engine can check on a state (RULES 6). */
export type Condition =
  | { readonly type: 'battery-active'; readonly battery: string }
  | { readonly type: 'inventory-over'; readonly battery: string; readonly count: number }
  | { readonly type: 'posture-generated'; readonly power: Power }
  | { readonly type: 'third-test'; readonly third: string }
  | { readonly type: 'exercise-held'; readonly power: Power }
  /** That the power gives notice to a treaty or breaks one. */
  | { readonly type: 'treaty-left'; readonly power: Power };

/** What the parties of a treaty bind themselves to. */
export type Clause =
  | { readonly type: 'notification' | 'data-exchange' | 'test-moratorium' | 'inspection' }
  /** No dual-capable missiles of this power within reach of this site. */
  | { readonly type: 'no-forward'; readonly power: Power; readonly battery: string }
  | { readonly type: 'no-battery'; readonly battery: string }
  | { readonly type: 'cap'; readonly battery: string; readonly count: number };

export interface Treaty {
  /** Two or three, in the order of the powers. */
  readonly parties: readonly Power[];
  readonly clauses: readonly Clause[];
  readonly made: number;
  /** `noticed`: a party leaves, and it still binds until `ends`. */
  readonly status: 'signed' | 'in-force' | 'noticed' | 'ended' | 'broken';
  /** Who gave notice or broke it, in the order of the powers; several may in the same turn. */
  readonly by: readonly Power[];
  /** The last turn in which it binds once notice is given, or the turn of the breach; 0 before. */
  readonly ends: number;
}

/** What a red line threatens to do once its condition is met: an order of this kind in that turn or the next. */
export type Response = 'build' | 'penaids' | 'dispersal' | 'coerce' | 'posture';

export interface Commitment {
  readonly power: Power;
  /** A denial is no promise, but building on disproves it. */
  readonly kind: 'red-line' | 'pledge' | 'denial';
  readonly speaker: Speaker;
  readonly rank: number;
  readonly subject: string;
  readonly condition: Condition;
  /** Only for a red line. */
  readonly response: Response | null;
  /** Who heard it, besides the speaker; null: everybody. */
  readonly heardBy: readonly Power[] | null;
  readonly made: number;
  readonly until: number;
  readonly status: 'open' | 'met' | 'kept' | 'broken' | 'called' | 'untested';
  readonly judged: number;
  /** Turns in which the pledged thing could have been done instead. */
  readonly temptations: number;
}

export interface CrisisState {
  readonly round: number;
  readonly first: Power;
  readonly second: Power;
  /** Escalations so far in this crisis. */
  readonly escalatedFirst: number;
  readonly escalatedSecond: number;
  readonly mediated: boolean;
  /** 'none' when no crisis runs; else what the last round came to. */
  readonly status: 'none' | 'running';
}

export interface State {
  readonly world: WorldState;
  readonly crisis: CrisisState;
  readonly powers: Readonly<Record<Power, PowerState>>;
  readonly pairs: Readonly<Record<string, PairState>>;
  readonly batteries: Readonly<Record<string, Battery>>;
  readonly works: Readonly<Record<string, Work>>;
  readonly systems: Readonly<Record<string, SystemState>>;
  readonly hosts: Readonly<Record<string, HostState>>;
  readonly thirds: Readonly<Record<string, ThirdState>>;
  /** Influence of a power on a third state, by `us>nk`. */
  readonly leverage: Readonly<Record<string, { readonly value: number }>>;
  /** How far each pair of powers has come on its ladder of cooperation, by dyad. */
  readonly ladders: Readonly<Record<DyadId, { readonly rung: number }>>;
  /** Whether the staffs of two powers have a direct line for what their warning systems show, by dyad. */
  readonly hotlines: Readonly<Record<DyadId, { readonly open: boolean }>>;
  /** Dual-capable missiles put within reach of a site, by `ru>deveselu`. */
  readonly forward: Readonly<Record<string, { readonly since: number }>>;
  readonly treaties: Readonly<Record<string, Treaty>>;
  readonly proxies: Readonly<Record<string, ProxyState>>;
  /** How far each alliance of a power with those whom nobody plays has come. */
  readonly alliances: Readonly<Record<string, { readonly rung: number }>>;
  /** By `cn>gbi`: known to that power alone. */
  readonly insights: Readonly<Record<string, Insight>>;
  readonly deeds: Readonly<Record<string, Deed>>;
  readonly spoken: Readonly<Record<string, Spoken>>;
  readonly commitments: Readonly<Record<string, Commitment>>;
}
