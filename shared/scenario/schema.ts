/**
 * The scenario file: everything a game starts from, and every number that may be tuned. A scenario is data that a
 * facilitator may write; this schema is what it is checked against, and docs say what each field means.
 */
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { type Order, ownWords, statementSchema, undertakingSchema } from '../orders/sheet.ts';
import { LANGUAGES, ORDER_KINDS, POWERS, REPORT_PARTS, STATEMENT_KINDS, THEORIES, TOP_RUNG } from './names.ts';
import { parametersSchema } from './parameters.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens');
const power = z.enum(POWERS);
const share = z.number().min(0).max(1);
const index = z.number().min(0).max(100);
const text = z.strictObject({
  en: z.string().min(1).max(LIMITS.scenarioTextLength),
  ru: z.string().min(1).max(LIMITS.scenarioTextLength),
  zh: z.string().min(1).max(LIMITS.scenarioTextLength),
});
/** Where a figure comes from: `read` in the source itself, `recalled` and still to be checked, `computed`, or a `game` choice. */
const rung = z.number().int().min(0).max(TOP_RUNG);
const mark = z.enum(['read', 'recalled', 'computed', 'game']);
const perPower = <T extends z.ZodType>(of: T) => z.strictObject({ us: of, ru: of, cn: of });
const position = { lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) };

/** A place on the map. `zone` groups defence sites that protect the same people. */
const siteSchema = z.strictObject({
  id,
  name: text,
  ...position,
  kind: z.enum(['defence', 'launch', 'submarine', 'bomber', 'radar', 'third-launch', 'city', 'sea']),
  /** Whose force stands or would stand here; absent for third states and allied cities. */
  owner: power.optional(),
  /** The state on whose soil it stands, when that is not the owner: its consent is needed. */
  host: id.optional(),
  third: id.optional(),
  mark,
});

const interceptorSchema = z.strictObject({
  id,
  name: text,
  /** Earlier layers engage first; leakers go on to the next. */
  layer: z.enum(['midcourse', 'terminal']),
  burnoutSpeedKmS: z.number().positive().max(12),
  boostS: z.number().positive().max(400),
  minAltitudeKm: z.number().min(0),
  maxAltitudeKm: z.number().positive(),
  maxRangeKm: z.number().positive(),
  /** SM-3 class: what a rival's prudent planner counts in part whatever the geometry says (RULES 3). */
  fastMidcourse: z.boolean(),
  /** The public test record at the start: hits of trials. Absent record: 0 of 0. */
  record: z.strictObject({ hits: z.number().int().min(0), trials: z.number().int().min(0), mark }),
});

/** A radar. `rangeKm` with several values is contested: the first is the owner's figure, the last the rivals'. */
const sensorSchema = z.strictObject({
  id,
  site: id,
  owner: power,
  rangeKm: z.array(z.number().positive()).min(1).max(3),
  boresightDeg: z.number().min(0).max(360),
  halfWidthDeg: z.number().min(1).max(180),
  minElevationDeg: z.number().min(0).max(90),
  /** Stands only while this battery is active; absent: always. */
  withBattery: id.optional(),
  /** Tells decoys from warheads on the tracks that it sees (TPY-2 at a forward site). */
  discriminates: z.boolean(),
  mark,
});

/** Satellites of one system that see launches: their owner notices every missile at its burnout. */
const satelliteSchema = z.strictObject({ id, name: text, owner: power, mark });

const batterySchema = z.strictObject({
  id,
  owner: power,
  site: id,
  interceptor: id,
  inventory: z.number().int().min(0).max(LIMITS.inventory),
  /** `possible` batteries are what a build order may start. */
  status: z.enum(['active', 'possible']),
  build: z
    .strictObject({
      inventory: z.number().int().min(1).max(LIMITS.inventory),
      money: z.number().min(0),
      turns: z.number().int().min(1).max(8),
      tension: z.number().min(0),
    })
    .optional(),
  reinforce: z
    .strictObject({
      inventory: z.number().int().min(1).max(LIMITS.inventory),
      money: z.number().min(0),
      turns: z.number().int().min(1).max(8),
      tension: z.number().min(0),
      /** The most that may ever stand here. */
      upTo: z.number().int().min(1).max(LIMITS.inventory),
    })
    .optional(),
  /** Better interceptors in place: the battery that then stands there, a plan of its own that no build order starts. */
  upgrade: z
    .strictObject({ to: id, money: z.number().min(0), turns: z.number().int().min(1).max(8), tension: z.number().min(0) })
    .optional(),
  /** Stands over its owner's silos: it saves some of them from a first strike, and meets nothing else. Absent: no. */
  guardsSilos: z.boolean().optional(),
  /** Powers that could put dual-capable missiles within reach of it. */
  inReachOf: z.array(power).default([]),
  mark,
});

/** Work under way when the game starts. */
const workSchema = z.strictObject({ battery: id, inventory: z.number().int().min(1), ready: z.number().int().min(1) });

const launchAreaSchema = z.strictObject({
  site: id,
  power,
  leg: z.enum(['silo', 'mobile', 'submarine']),
  /** Share of the power's long-range warheads launched from here, in corridors. */
  weight: z.number().positive(),
  boostS: z.number().positive(),
});

const legSchema = z.strictObject({
  leg: z.enum(['silo', 'mobile', 'submarine', 'bomber']),
  launchers: z.number().int().min(0),
  warheads: z.number().int().min(0),
  /** Share that outlives a first strike when not on alert, and when on alert. */
  survivalIdle: share,
  survivalAlert: share,
  /** Share on alert (dispersed, at sea, airborne) day to day, and with forces generated. */
  alertDay: share,
  alertGenerated: share,
  /** Places that a first strike on this leg has to hit one by one: silos, garrisons, berths, airfields. */
  aimPoints: z.number().int().min(1).max(LIMITS.aimPoints),
  /** Warheads on each of them after which the share that survives idle is left (of silos: the share on alert). */
  shots: z.number().int().min(1).max(8),
  mark,
});

const thirdSchema = z.strictObject({
  id,
  name: text,
  launchSites: z.array(id).min(1),
  stage: share,
  restraint: index,
  influence: perPower(index),
  /** Chance of a test a turn at restraint 0, before tension. */
  testHazard: share,
  testStage: share,
  /** How much tension a test adds, and what it does to the approval of the power that it threatens most. */
  testTension: z.number().min(0),
  /** Cities of the homeland that it threatens, which says who stands before the allies, and of those allies. */
  homelandAims: z.array(id).min(1),
  alliedAims: z.array(id),
});

const hostSchema = z.strictObject({
  id,
  name: text,
  /** The power whose batteries stand or would stand here. */
  partner: power,
  consent: index,
  /** Multiplies each rival's coercion. */
  coercible: perPower(z.number().min(0)),
  /** The third state whose tests make it want protection, and how much consent each test adds. */
  fears: z.strictObject({ third: id, consent: z.number() }).optional(),
});

/** A war of others in which two powers stand on different sides; `site`: where the map shows it. */
const proxySchema = z.strictObject({
  id,
  name: text,
  powers: z.tuple([power, power]),
  heat: index,
  lat: z.number(),
  lon: z.number(),
});

/** An alliance of a power with hosts whom nobody plays, and the corridors to them that shared tracks cover. */
const allianceSchema = z.strictObject({
  id,
  name: text,
  leader: power,
  members: z.array(id).min(1),
  rung: z.number().int().min(0),
  covers: z.array(z.string()),
});

/** A change of government, of a power or a host: elected in one turn, in office from another. */
const administrationSchema = z.strictObject({
  of: id,
  electedTurn: z.number().int().min(1),
  turn: z.number().int().min(1).max(LIMITS.turns),
});

/** What an event or an inject moves: which variable of what, and by how much. */
export const eventEffectSchema = z.strictObject({ subject: z.string().max(60), variable: z.string().max(40), add: z.number() });

const eventSchema = z.strictObject({
  id,
  turn: z.number().int().min(1).max(LIMITS.turns),
  date: z.string(),
  headline: text,
  mark,
  effects: z.array(eventEffectSchema).max(8),
});

/** What a facilitator may let happen (MSEL): at the opening of a turn, once tension is high, or when he says so. */
const injectPlanSchema = z.strictObject({
  id,
  words: text,
  /** The learning objective that it serves. */
  objective: id,
  /** Whose eyes it is for. */
  to: z.enum([...POWERS, 'all']).default('all'),
  when: z.discriminatedUnion('at', [
    z.strictObject({ at: z.literal('turn'), turn: z.number().int().min(1).max(LIMITS.turns) }),
    z.strictObject({ at: z.literal('tension'), over: index }),
    z.strictObject({ at: z.literal('hand') }),
  ]),
  effects: z.array(eventEffectSchema).max(8).default([]),
});

/** Words as the statement desk has them; `words` are suggested as the player's own, in his language. */
const spokenSchema = statementSchema.omit({ words: true, language: true }).extend({
  commitment: undertakingSchema.nullable().default(null),
  words: z.strictObject({ en: ownWords.min(1), ru: ownWords.min(1), zh: ownWords.min(1) }).optional(),
  mark,
});

/** What a power really did that quarter: "what happened in fact" in the report. */
const factSchemaOf = (order: z.ZodType<Order>) =>
  z.strictObject({
    turn: z.number().int().min(1),
    power,
    text,
    mark,
    /** What of it the seat's own orders can do: suggested to the seat in that turn, where it is legal then. */
    orders: z.array(order).max(LIMITS.ordersPerSheet).default([]),
    /** What of it was said: suggested in the same way. */
    statements: z.array(spokenSchema).max(LIMITS.statementsPerSheet).default([]),
  });

const objectiveText = z.strictObject({ id, text });
/** `about`: the other power in it: whose strike is feared, whose sites are counted, who the partner is. */
const objectiveSchema = objectiveText.extend({ about: power.optional() });

/** What is to be learnt with it, and the parts of the report that serve that. */
const learningSchema = z.strictObject({ id, text, charts: z.array(z.enum(REPORT_PARTS)).default([]) });
/** What the table talks about afterwards, each question for an objective. */
const questionSchema = z.strictObject({ objective: id, text });

/** `order`: the shape of any order. Every kind of order reads the scenario, so its shape comes in from outside (load.ts). */
export const scenarioSchemaOf = (order: z.ZodType<Order>) =>
  z.strictObject({
    id,
    title: text,
    summary: text,
    start: z.strictObject({ year: z.number().int(), quarter: z.number().int().min(1).max(4) }),
    turns: z.number().int().min(1).max(LIMITS.turns),
    theory: z.enum(THEORIES),
    orderKinds: z.array(z.enum(ORDER_KINDS)).min(1),
    statementKinds: z.array(z.enum(STATEMENT_KINDS)).min(1),
    languages: z.array(z.enum(LANGUAGES)).min(1),
    objectives: z.array(learningSchema).max(10).default([]),
    questions: z.array(questionSchema).max(20).default([]),
    sites: z.array(siteSchema).max(LIMITS.sites),
    interceptors: z.array(interceptorSchema).max(20),
    sensors: z.array(sensorSchema).max(60),
    satellites: z.array(satelliteSchema).max(20).default([]),
    batteries: z.array(batterySchema).max(LIMITS.batteries),
    works: z.array(workSchema).max(20),
    launchAreas: z.array(launchAreaSchema).max(60),
    forces: perPower(z.array(legSchema).min(1).max(4)),
    /** Cities that corridors end at. */
    aims: perPower(z.array(id).min(1)),
    /** Warheads that a first strike of the key on the inner key spends on forces; 0: cannot. */
    counterforce: perPower(z.partialRecord(power, z.number().min(0).max(LIMITS.counterforce))),
    thirds: z.array(thirdSchema).max(4),
    hosts: z.array(hostSchema).max(12),
    proxies: z.array(proxySchema).max(4).default([]),
    alliances: z.array(allianceSchema).max(6).default([]),
    administrations: z.array(administrationSchema).max(8).default([]),
    /** Whether a game of it may be made with its end drawn in secret. */
    mayDrawEnd: z.boolean().default(false),
    /** The rung of cooperation on which each pair of powers begins (RULES 5). */
    ladders: z.strictObject({ 'us-ru': rung, 'us-cn': rung, 'ru-cn': rung }),
    trust: z.record(z.string().regex(/^(us|ru|cn)>(us|ru|cn)$/), index),
    powers: perPower(
      z.strictObject({
        approval: index,
        credibility: index,
        influence: index,
        income: z.number().min(0),
        /** Interceptors a turn that everybody remembers being built before turn 1, by interceptor kind. */
        buildHistory: z.record(id, z.number().min(0)),
        objectives: z.array(objectiveSchema).length(4),
        secretAims: z.array(objectiveText).min(1),
        brief: text,
      }),
    ),
    tension: index,
    events: z.array(eventSchema).max(40),
    injects: z.array(injectPlanSchema).max(40).default([]),
    facts: z.array(factSchemaOf(order)).max(60),
    parameters: parametersSchema,
  });

export type Scenario = z.infer<ReturnType<typeof scenarioSchemaOf>>;
export type Fact = Scenario['facts'][number];
export type SpokenInFact = Fact['statements'][number];
export const scenarioTextSchema = text;
export type ScenarioText = z.infer<typeof text>;
export type Site = z.infer<typeof siteSchema>;
export type Interceptor = z.infer<typeof interceptorSchema>;
export type Sensor = z.infer<typeof sensorSchema>;
export type BatteryPlan = z.infer<typeof batterySchema>;
export type Leg = z.infer<typeof legSchema>;
export type LaunchArea = z.infer<typeof launchAreaSchema>;
export type ThirdPlan = z.infer<typeof thirdSchema>;
export type ProxyPlan = z.infer<typeof proxySchema>;
export type AlliancePlan = z.infer<typeof allianceSchema>;
export type InjectPlan = z.infer<typeof injectPlanSchema>;
export type EventEffect = z.infer<typeof eventEffectSchema>;
export type HostPlan = z.infer<typeof hostSchema>;
