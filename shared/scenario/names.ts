/** The closed sets of names that every room uses. */

export const POWERS = ['us', 'ru', 'cn'] as const;
export type Power = (typeof POWERS)[number];
/** Who looks: a power's seat, the public (spectators, projector), or everything (facilitator, debrief). */
export type Viewer = Power | 'public' | 'all';

/** A directed pair of powers: `us>ru` is the US towards Russia. */
export type PairId = `${Power}>${Power}`;
export const pairId = (from: Power, to: Power): PairId => PAIR_IDS[from][to];
/** Written out, since ids are asked for a thousand times a turn. */
const PAIR_IDS: Readonly<Record<Power, Readonly<Record<Power, PairId>>>> = {
  us: { us: 'us>us', ru: 'us>ru', cn: 'us>cn' },
  ru: { us: 'ru>us', ru: 'ru>ru', cn: 'ru>cn' },
  cn: { us: 'cn>us', ru: 'cn>ru', cn: 'cn>cn' },
};
export const PAIRS: readonly (readonly [Power, Power])[] = POWERS.flatMap((a) =>
  POWERS.filter((b) => b !== a).map((b) => [a, b] as const),
);
/** The three undirected dyads, the first in the order of POWERS named first. */
export type DyadId = 'us-ru' | 'us-cn' | 'ru-cn';
export const DYADS: readonly (readonly [DyadId, Power, Power])[] = [
  ['us-ru', 'us', 'ru'],
  ['us-cn', 'us', 'cn'],
  ['ru-cn', 'ru', 'cn'],
];
/** The dyad of two powers, in whatever order they are named. */
export function dyadOf(one: Power, other: Power): DyadId {
  for (const [id, a, b] of DYADS) if ((a === one && b === other) || (a === other && b === one)) return id;
  throw new Error(`${one} and ${other} are no pair`);
}
const OTHERS: Readonly<Record<Power, readonly Power[]>> = { us: ['ru', 'cn'], ru: ['us', 'cn'], cn: ['us', 'ru'] };
export const othersOf = (power: Power): readonly Power[] => OTHERS[power];

export const ORDER_KINDS = [
  'build',
  'upgrade',
  'reinforce',
  'suspend',
  'withdraw',
  'penaids',
  'dispersal',
  'patrol',
  'mirv',
  'glide',
  'counter-sensor',
  'forward',
  'flight-test',
  'intelligence',
  'visit',
  'exercise',
  'press',
  'shield',
  'aid',
  'court',
  'coerce',
  'posture',
  'launch-under-attack',
  'joint-exercise',
  'joint-statement',
  'climb',
  'hotline',
  'exploit',
  'treaty',
  'leave-treaty',
  'integrate',
  'deconflict',
  'back',
  'strike-proxy',
] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

/** Orders that put interceptors where there were none, fewer or worse. */
export const BUILDING: readonly OrderKind[] = ['build', 'upgrade', 'reinforce'];

/** From consultations (1) to a permanent joint defence (7). */
export const TOP_RUNG = 7;
/** The rung from which two powers share warning data. */
export const WARNING_RUNG = 5;
/** Rungs that are exercises: the second command-post exercise, and the one in the field. */
export const EXERCISE_RUNGS: readonly number[] = [4, 6];

/** Orders that two powers carry out together, if both have signed an offer of it and both have it on their sheets. */
export const JOINT_KINDS = [
  'joint-exercise',
  'joint-statement',
  'climb',
  'hotline',
  'treaty',
  'deconflict',
] as const satisfies readonly OrderKind[];
export type JointKind = (typeof JOINT_KINDS)[number];

/** Orders that raise the level of a programme, seen by others when finished. */
export const PROGRAMMES = [
  'penaids',
  'dispersal',
  'patrol',
  'mirv',
  'glide',
  'counter-sensor',
] as const satisfies readonly OrderKind[];
export type Programme = (typeof PROGRAMMES)[number];

export const STATEMENT_KINDS = [
  'reassure',
  'condemn',
  'warn',
  'red-line',
  'pledge',
  'offer-talks',
  'hold-responsible',
  'deny',
] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];
/** Kinds that bind: they need a commitment, and somebody who can answer for it. */
export const BINDING_KINDS: readonly StatementKind[] = ['red-line', 'pledge'];

/** What a treaty may lay down; each can be checked (RULES 7). */
export const CLAUSE_TYPES = [
  'notification',
  'data-exchange',
  'test-moratorium',
  'inspection',
  'no-forward',
  'no-battery',
  'cap',
] as const;
export type ClauseType = (typeof CLAUSE_TYPES)[number];

export const SPEAKERS = ['state-media', 'spokesperson', 'minister', 'head-of-state'] as const;
export type Speaker = (typeof SPEAKERS)[number];

export const VENUES = ['home', 'forum', 'united-nations', 'private'] as const;
export type Venue = (typeof VENUES)[number];

/** Standing instructions for a crisis: give way, hold, or climb one step and then hold. */
export const STANDING = ['stand-down', 'hold', 'escalate-once'] as const;
export type Standing = (typeof STANDING)[number];

export const CRISIS_CHOICES = ['stand-down', 'hold', 'escalate', 'strike', 'mediate', 'watch'] as const;
export type CrisisChoice = (typeof CRISIS_CHOICES)[number];

/** Two schools of what defences do to stability, and the undecided middle (RULES 8). */
export const THEORIES = ['stabilise', 'contested', 'destabilise'] as const;
export type Theory = (typeof THEORIES)[number];

/** The parts of the report, and the console's comparison of worlds, that a learning objective may be served by. */
export const REPORT_PARTS = [
  'aims',
  'course',
  'systems',
  'margins',
  'commitments',
  'said',
  'readings',
  'pivotal',
  'theory',
  'deeds',
  'compare',
] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

export const LANGUAGES = ['en', 'ru', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Personalities of the simple bots: each is a page in shared/bots. */
export const PERSONALITIES = ['hawk', 'dove', 'institutionalist', 'opportunist'] as const;
export type Personality = (typeof PERSONALITIES)[number];
/** The strategist at three levels: how long it searches. */
export const STRATEGISTS = ['strategist-1', 'strategist-2', 'strategist-3'] as const;
export const BOT_NAMES = [...PERSONALITIES, ...STRATEGISTS] as const;
export type BotName = (typeof BOT_NAMES)[number];
/** The bot of this name; a name that is none is the mildest's. */
export const botNamed = (name: string): BotName => BOT_NAMES.find((one) => one === name) ?? 'dove';
