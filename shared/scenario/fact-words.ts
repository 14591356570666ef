/** What is wrong with the words of a fact: what this power could not have said in this scenario, whatever the state. */
import { LIMITS } from '../limits.ts';
import type { Undertaking } from '../orders/sheet.ts';
import { BINDING_KINDS, type Power } from './names.ts';
import type { Fact, Scenario, SpokenInFact } from './schema.ts';
import { subjectOfCondition, subjectsOf } from './words.ts';

/** The field that is wrong, and how. */
export type Fault = readonly [field: string, says: string] | null;

export function spokenFault(s: Scenario, { power, turn }: Fact, spoken: SpokenInFact): Fault {
  const { speaker, kind, target, subject, venue, commitment } = spoken;
  const binds = BINDING_KINDS.includes(kind);
  if (target === power) return ['target', `is ${power} itself: name another, or "all".`];
  if (venue === 'private' && target === 'all') return ['venue', 'is private, and target is "all": name the power that hears it.'];
  if (!subjectsOf(s).includes(subject))
    return ['subject', `"${subject}" is nothing that words can be about: name a battery, third, host, or "arms".`];
  if (binds && commitment === null) return ['commitment', `is missing: a ${kind} says what it binds to.`];
  if (!binds && commitment !== null) return ['commitment', `is not for a ${kind}: take it out, or make it a pledge or red-line.`];
  if ((binds || kind === 'deny') && speaker === 'state-media')
    return ['speaker', 'cannot bind anybody: name one who answers for it.'];
  if (kind === 'deny' && !isDeniable(s, power, subject))
    return ['subject', `"${subject}" is no battery of ${power} with fastMidcourse interceptors: name one of those.`];
  return commitment === null ? null : undertakingFault(s, { power, turn }, spoken, commitment);
}

function isDeniable({ batteries, interceptors }: Scenario, power: Power, battery: string): boolean {
  const plan = batteries.find(({ id }) => id === battery);
  return plan?.owner === power && interceptors.some(({ id, fastMidcourse }) => id === plan.interceptor && fastMidcourse);
}

function undertakingFault(
  s: Scenario,
  { power, turn }: Pick<Fact, 'power' | 'turn'>,
  { kind, subject }: SpokenInFact,
  { condition, response, until }: Undertaking,
): Fault {
  const at = 'commitment';
  if (until <= turn || until > turn + LIMITS.commitmentTurns)
    return [`${at}.until`, `is no turn after ${turn} and within ${LIMITS.commitmentTurns} of it: name one that is.`];
  if ('battery' in condition && !isAmong(s.batteries, condition.battery))
    return [`${at}.condition.battery`, `"${condition.battery}" is not among batteries: name one that is.`];
  if ('third' in condition && !isAmong(s.thirds, condition.third))
    return [`${at}.condition.third`, `"${condition.third}" is not among thirds: name one that is.`];
  const isOwn = ownerOf(s, condition) === power;
  if (kind === 'pledge' && !isOwn)
    return [`${at}.condition`, `is not in the hands of ${power}: a pledge is about one's own acts.`];
  if (kind === 'red-line' && isOwn) return [`${at}.condition`, `is in the hands of ${power}: a red-line is about others' acts.`];
  if ((kind === 'red-line') !== (response !== null))
    return [`${at}.response`, kind === 'pledge' ? 'is for a red-line: a pledge has null.' : 'is missing: say what follows.'];
  const meant = subjectOfCondition(condition);
  return subject === meant ? null : ['subject', `is "${subject}", and the condition is about "${meant}": name that.`];
}

const isAmong = (things: readonly { readonly id: string }[], id: string): boolean => things.some((thing) => thing.id === id);

/** In whose hands a condition lies; undefined: a third state's. */
function ownerOf(s: Scenario, condition: Undertaking['condition']): Power | undefined {
  if ('battery' in condition) return s.batteries.find(({ id }) => id === condition.battery)?.owner;
  return 'power' in condition ? condition.power : undefined;
}
