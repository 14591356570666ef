/**
 * The numbers marked (p) in the rules: each may be changed in a scenario file and is tuned by self-play. Defaults live
 * in assets/scenarios/best-offense-2016.json, not here, so that a reader of the file sees everything that is in force.
 */
import { z } from 'zod';
import { CLAUSE_TYPES, STATEMENT_KINDS, TOP_RUNG } from './names.ts';
import { SOURCE_IDS } from './sources.ts';

const n = z.number();
const share = z.number().min(0).max(1);
const price = z.strictObject({ money: z.number().min(0), turns: z.number().int().min(0).max(8), tension: n });

/** A programme goes up by levels; each that is finished moves its owner's standing abroad. */
const programme = price.extend({ levels: z.number().int().min(1).max(8), influence: n });

/** What a school of thought takes to be so, and where it is argued. */
const school = z.strictObject({
  /** Share of its own defence that the side struck first loses. */
  suppression: share,
  source: z.enum(SOURCE_IDS),
});

const statementEffect = z.strictObject({
  tension: n,
  trust: n,
  influence: n,
  /** On the speaker's approval: when the target provoked it in the last two turns, and when not. */
  approvalProvoked: n,
  approvalUnprovoked: n,
  hosts: n,
});

export const parametersSchema = z.strictObject({
  budget: z.strictObject({
    orders: z.number().int().min(1).max(4),
    statements: z.number().int().min(1).max(3),
    lowApproval: n,
    highApproval: n,
  }),
  belief: z.strictObject({
    /** Quantiles that the rival's planner and the owner's establishment take, each in his own direction. */
    rivalQuantile: share,
    ownerQuantile: share,
    /** A flight test counts as so many observations. */
    testWeight: z.number().positive(),
    /** Prior of the share of decoys taken for warheads, and of tracking. */
    decoysTaken: z.strictObject({ a: n.positive(), b: n.positive() }),
    tracking: z.strictObject({ a: n.positive(), b: n.positive() }),
    decoysPerWarhead: z.number().min(0),
    credibleDecoysPerLevel: z.number().min(0),
    /** What the rival's planner counts of fast midcourse interceptors whatever the geometry. */
    worstCaseShare: share,
    /** A discriminating forward radar multiplies the decoys taken by this on the tracks that it sees. */
    radarDecoyFactor: share,
    commonMode: share,
  }),
  outlook: z.strictObject({ margin: n, turnsAhead: n, capPledged: share, capApproval: n }),
  n50: z.strictObject({ us: n.positive(), ru: n.positive(), cn: n.positive(), everyone: n.positive() }),
  threshold: z.strictObject({ lambda: n, taboo: n, mu: n }),
  /** Where the two schools part (RULES 8), and what lies between them. */
  theories: z.strictObject({ stabilise: school, contested: school, destabilise: school }),
  alarm: z.strictObject({
    tension: n,
    perEscalation: n,
    generated: n,
    most: share,
    reciprocal: n,
    width: n.positive(),
    iterations: z.number().int().min(1).max(64),
  }),
  programmes: z.strictObject({
    penaids: programme,
    dispersal: programme.extend({ alertPerLevel: n, upkeepPerLevel: n }),
    patrol: programme.extend({ alertPerLevel: n, upkeepPerLevel: n }),
    /** Warheads that a level adds to the silo leg. */
    mirv: programme.extend({ warheads: z.strictObject({ us: n, ru: n, cn: n }) }),
    /** In credible decoys a warhead: what a manoeuvring vehicle costs a defence made for ballistic ones. */
    glide: programme.extend({ credibleDecoys: n }),
    /** Share of a defender's tracking that a level takes away. */
    'counter-sensor': programme.extend({ trackingLoss: share }),
  }),
  orders: z.strictObject({
    flightTest: price,
    exercise: price.extend({ consent: n, trust: n, influence: n }),
    press: price.extend({ restraint: n, influenceSpent: n, influence: n }),
    /** Of a power's influence on a third state, its restraint, one's standing abroad; `dampens`: share that others' pressing loses. */
    shield: price.extend({ leverage: n, restraint: n, influence: n, dampens: share }),
    /** `income`: money that the trade brings in. */
    aid: price.extend({ leverage: n, restraint: n, stage: n, influence: n, income: z.strictObject({ us: n, ru: n, cn: n }) }),
    court: price.extend({ consent: n, rivalFactor: n, influence: n }),
    coerce: price.extend({ consent: n, influence: n, trust: n, trade: n }),
    withdraw: price.extend({ approval: n, influence: n, consent: n }),
    build: z.strictObject({ consent: n, approval: n, influence: n }),
    suspend: price.extend({ approval: n, influence: n, consent: n, resumeTension: n }),
    /** `share`: of a site's interceptors that cannot be counted on under such missiles. */
    forward: price.extend({ influence: n, consent: n, trust: n, share, backTension: n, backInfluence: n }),
    /** Observations, the share of the worst case that they dispel, the chance of being caught at it and what that costs. */
    intelligence: price.extend({ weight: n, dispels: share, caught: share, trust: n, caughtTension: n }),
    /** `inspected`: share of the worst case that a visit dispels for as long as it is remembered. */
    visit: price.extend({ trust: n, influence: n, inspected: share, memory: z.number().int() }),
    /** Silos' share fired on warning, and what it adds to tension while it lasts. */
    launchUnderAttack: price.extend({ silosFired: share, influence: n, heldTension: n, endTension: n }),
    hotline: price.extend({ trust: n, influence: n, leastTrust: n }),
    jointStatement: price.extend({ trust: n, influence: n, leastTrust: n, thirdInfluence: n }),
    /** From `leastRung` on; found out with chance `base + perRung x rung`. */
    exploit: price.extend({
      leastRung: z.number().int(),
      saved: n,
      weight: n,
      caughtBase: share,
      caughtPerRung: share,
      trust: n,
      rungs: z.number().int(),
      influence: n,
    }),
    jointExercise: price.extend({ trust: n, influence: n, leastTrust: n, leftWaiting: n }),
    posture: price.extend({ upkeep: n, mostTurns: z.number().int(), standDownTension: n }),
    softRepeat: share,
    softMemory: z.number().int(),
  }),
  ladder: z.strictObject({
    money: z.number().min(0),
    tension: n,
    /** The trust that each needs in the other to climb to rung 1, 2, 3 ... */
    gates: z.array(n).length(TOP_RUNG),
    trust: n,
    influence: n,
    /** What a rung above the start adds to the trust that the pair drifts back to. */
    baselinePerRung: n,
    /** From this rung on warning data are shared: the chance, by rung, that silos are fired before they are hit by others. */
    warning: z.array(share).length(TOP_RUNG),
    /** The partner's interceptors that help against everybody else, by rung. */
    interceptors: z.array(n).length(TOP_RUNG),
  }),
  treaties: z.strictObject({
    money: z.number().min(0),
    /** The trust that each party needs in the others for a treaty of this clause alone, and what each clause more adds. */
    gates: z.strictObject(
      Object.fromEntries(CLAUSE_TYPES.map((type) => [type, n])) as { [K in (typeof CLAUSE_TYPES)[number]]: typeof n },
    ),
    perClause: n,
    signedApproval: n,
    signedInfluence: n,
    signedTrust: n,
    signedTension: n,
    keptTrust: n,
    keptTension: n,
    leftInfluence: n,
    leftTrust: n,
    leftTension: n,
    brokenShare: share,
    brokenInfluence: n,
    brokenTrust: n,
    brokenTension: n,
    /** Turns for which a breach shuts the door. */
    shutTurns: z.number().int(),
    /** Weight of a signed cap in the outlook, without and with inspection. */
    capSigned: share,
    capInspected: share,
    /** Share of the worst case that inspection dispels. */
    inspected: share,
    /** Share of the tension of tests and exercises that is left where they were notified. */
    notified: share,
  }),
  proxies: z.strictObject({
    /** The chance of an incident is heat over this. */
    incidentPer: n.positive(),
    incidentTension: n,
    incidentTrust: n,
    /** Share of the way back to its start that heat goes each turn. */
    drift: share,
    back: price.extend({ heat: n, influence: n, approval: n }),
    strike: price.extend({ heat: n, influence: n, approval: n, trust: n }),
    deconflict: price.extend({ heat: n, trust: n, leastTrust: n }),
  }),
  alliances: z.strictObject({
    money: z.number().min(0),
    tension: n,
    influence: n,
    trust: n,
    consent: n,
    /** The consent that each rung asks of every member, from the first on. */
    gates: z.array(n).min(1).max(6),
    /** Share of missed tracks that shared warning saves, by rung from none on. */
    saved: z.array(share).min(1).max(7),
  }),
  administrations: z.strictObject({ middle: n, share, repudiation: share, outgoingRank: share }),
  statements: z.strictObject({
    rank: z.strictObject({ 'state-media': share, spokesperson: share, minister: share, 'head-of-state': share }),
    scale: n,
    mostTension: n,
    /** Of being held responsible: the share that it costs who only built what alarmed, who did nothing, and the accuser then. */
    blame: z.strictObject({ builder: share, innocent: share, accuser: share }),
    noveltyFloor: share,
    memory: z.number().int(),
    venue: z.strictObject({
      home: z.strictObject({ approval: n, tension: n, influence: n, hosts: n }),
      forum: z.strictObject({ approval: n, tension: n, influence: n, hosts: n }),
      'united-nations': z.strictObject({ approval: n, tension: n, influence: n, hosts: n }),
      private: z.strictObject({ approval: n, tension: n, influence: n, hosts: n }),
    }),
    kinds: z.strictObject(
      Object.fromEntries(STATEMENT_KINDS.map((kind) => [kind, statementEffect])) as {
        [K in (typeof STATEMENT_KINDS)[number]]: typeof statementEffect;
      },
    ),
  }),
  commitments: z.strictObject({
    kept: n,
    brokenShare: share,
    keptTension: n,
    brokenTension: n,
    brokenApproval: n,
    brokenInfluence: n,
    brokenTrust: n,
    crossedTension: n,
  }),
  hosts: z.strictObject({ drift: share, refuseBelow: n, suspendBelow: n }),
  thirds: z.strictObject({
    tensionHazard: n,
    testSuccess: z.strictObject({ base: share, perStage: share }),
    /** Share of a successful test's progress that a failed one brings. */
    failedShare: share,
    stageQuiet: n,
    intercontinentalStage: share,
    decoyStage: share,
    raidStart: n,
    raidPerSuccess: n,
    raidMost: n,
    restraintFade: share,
    approval: n,
    idlePatronInfluence: n,
  }),
  drift: z.strictObject({ approval: share, influence: share, trust: share, provocation: share }),
  tension: z.strictObject({ baseline: n, relax: share, damping: n, fearRise: n, heldPosture: n }),
  crisis: z.strictObject({
    midpoint: n,
    width: n.positive(),
    marginPivot: n,
    marginGain: n,
    least: n,
    greatest: n,
    most: share,
    perGame: z.number().int().min(0),
    rounds: z.number().int().min(0).max(3),
    dyadMargin: n,
    dyadBase: n,
    bothDown: n,
    oneDown: n,
    bothHold: n,
    escalate: n,
    frozenTension: n,
    frozenTrust: n,
    escalateTrust: n,
    downApproval: n,
    downInfluence: n,
    firmCredibility: n,
    firmInfluence: n,
    hazard: n,
    generatedFactor: n,
    /** Launch under attack multiplies the chance of an accident; outside crises it runs this share of a round's risk a turn. */
    alertFactor: n,
    peacetimeShare: share,
    hotlineFactor: share,
    /** What each level of dispersal and patrols adds to the chance of an accident, as a share of it. */
    dispersedHazard: z.number().min(0),
    /** Whether he who believes that he would stop the answer pays more at home for standing down: 1 yes, 0 no. */
    emboldenment: share,
    mediationFactor: share,
  }),
  provocation: z.strictObject({ build: n, coerce: n, posture: n, escalate: n }),
  score: z.strictObject({
    pointsPerObjective: n,
    /** Each objective's slope: value worth nothing, value worth everything. */
    slopes: z.record(z.string(), z.tuple([n, n])),
    coverWeights: z.strictObject({ homeland: share, asia: share, europe: share }),
    /** Of the aim of calm, how much is the count of arms; of that of balance, how much is the rung. */
    armsShare: share,
    rungShare: share,
  }),
});

export type Parameters = z.infer<typeof parametersSchema>;
