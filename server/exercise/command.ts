/** What facilitators ask of an exercise, done: each wish becomes leads of worlds or lines of the roll, and a line of the record. */
import { createHash } from 'node:crypto';
import { nanoid } from 'nanoid';
import { must } from '../../shared/assert.ts';
import type { ConsoleBody, ConsoleName } from '../../shared/protocol/exercise.ts';
import type { ExercisePlace } from '../../shared/protocol/exercise-view.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import { PORTFOLIOS } from '../../shared/protocol/portfolio.ts';
import { immovable } from '../../shared/scenario/movable.ts';
import type { InjectPlan } from '../../shared/scenario/schema.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/state/refusal.ts';
import type { Lead } from '../match/lead.ts';
import type { Match } from '../match/match.ts';
import type { Exercise } from './exercise.ts';
import { hasCome, injectLead } from './msel.ts';
import { lacksOf } from './needs.ts';

export type Command = { readonly [N in ConsoleName]: { readonly name: N; readonly body: ConsoleBody<N> } }[ConsoleName];
type Of<N extends ConsoleName> = Extract<Command, { name: N }>;

/** `by`: what the facilitator calls himself. Erasing is the hall's. */
export async function command(exercise: Exercise, by: string, wish: Exclude<Command, { name: 'erase' }>): Promise<Answer> {
  const answer = await exercise.inOrder(() => done(exercise, by, wish));
  if (typeof answer === 'string') return { ok: true, receipt: null, told: answer };
  return answer === null ? { ok: true, receipt: null } : { ok: false, refusal: answer };
}

/** The hash under which an invitation is kept. */
export const hashOfInvitation = (invitation: string): string => createHash('sha256').update(invitation).digest('base64url');

type Told = Refusal | string | null;

async function done(exercise: Exercise, by: string, wish: Exclude<Command, { name: 'erase' }>): Promise<Told> {
  switch (wish.name) {
    case 'invite': {
      const invitation = nanoid(32);
      await exercise.say({ kind: 'invited', hash: hashOfInvitation(invitation) });
      return invitation;
    }
    case 'numbers':
      return said(exercise.say({ kind: 'numbers', isShown: wish.body.isShown }));
    case 'hot-wash':
      return said(exercise.say({ kind: 'asked', question: wish.body.question }));
    case 'note':
      return exercise.note({ by, role: 'facilitator', ...wish.body });
    case 'place':
    case 'remove':
    case 'mute':
      return recorded(exercise, by, wish, await aboutSomebody(exercise, wish));
    case 'readmit':
      return recorded(exercise, by, wish, await readmit(exercise, wish.body.participant));
    default:
      return recorded(exercise, by, wish, await aboutWorlds(exercise, wish));
  }
}

async function said(work: Promise<void>): Promise<null> {
  await work;
  return null;
}

/** What was done goes on the record; what was refused does not. */
async function recorded(exercise: Exercise, by: string, { name, body }: Command, answer: Told): Promise<Told> {
  if (answer !== null) return answer;
  await exercise.say({
    kind: 'led',
    by,
    name,
    world: 'world' in body ? body.world : '',
    detail: detailOf(body),
    how: howOf(body),
  });
  return null;
}

function detailOf(body: Command['body']): string {
  if ('toTurn' in body) return String(body.toTurn);
  if ('participant' in body) return body.participant;
  if ('power' in body) return body.power ?? '';
  if ('to' in body) return body.to;
  if ('seconds' in body) return String(body.seconds);
  return 'inject' in body && typeof body.inject === 'string' ? body.inject : '';
}

/** Which of the ways there are: the record would say the same of a freeze and of its end. */
function howOf(body: Command['body']): string {
  if ('luck' in body) return body.luck;
  if ('portfolios' in body) return body.power ?? 'observer';
  for (const is of ['isFrozen', 'isMuted', 'isOnPaper', 'isApproved'])
    if (is in body) return body[is as keyof typeof body] ? 'on' : 'off';
  return '';
}

async function aboutSomebody(exercise: Exercise, wish: Of<'place' | 'remove' | 'mute'>): Promise<Refusal | null> {
  const who = exercise.roll.people.find(({ id, place }) => id === wish.body.participant && place !== null);
  if (!who?.place) return refuse('refusal.not-in-exercise');
  if (wish.name === 'remove') return said(exercise.place(who.id, null, false));
  if (wish.name === 'mute') {
    const { isMuted } = wish.body;
    await exercise.say({ kind: 'muted', id: who.id, isMuted });
    return exercise.lead(exercise.matches, () => ({ name: 'mute', person: who.person, isMuted }));
  }
  const { world, power, portfolios } = wish.body;
  const refusal = closedTo(exercise, world);
  if (refusal) return refusal;
  const place: ExercisePlace =
    power === null
      ? { role: 'observer', world, task: 'turning-points' }
      : { role: 'delegate', world, power, portfolios: portfolios.length > 0 ? portfolios : PORTFOLIOS };
  return said(exercise.place(who.id, place, power !== null && portfolios.length > 0));
}

/** Why nobody is seated in a world: there is none, or it is over and its seats stay as they were. */
function closedTo(exercise: Exercise, world: string): Refusal | null {
  const there = exercise.worldsFor(world);
  if (isRefusal(there)) return there;
  return there.every(({ isOver }) => isOver) ? refuse('refusal.ended') : null;
}

/** Back to where he sat: the code lets him in again. */
async function readmit(exercise: Exercise, participant: string): Promise<Refusal | null> {
  const who = exercise.roll.people.find(({ id }) => id === participant);
  if (!who?.removedFrom) return refuse('refusal.not-removed');
  return said(exercise.place(who.id, who.removedFrom, who.isByHand));
}

type AboutWorlds = Exclude<
  Command,
  { name: 'invite' | 'numbers' | 'hot-wash' | 'note' | 'place' | 'remove' | 'readmit' | 'mute' | 'erase' }
>;

async function aboutWorlds(exercise: Exercise, wish: AboutWorlds): Promise<Refusal | null> {
  const asked = exercise.worldsFor(wish.body.world);
  if (isRefusal(asked)) return asked;
  const worlds = wish.name === 'msel' ? asked.filter((match) => !hasCome(match, wish.body.inject)) : asked;
  const refusal = refusalOf(exercise, asked, wish);
  if (refusal) return refusal;
  if (worlds.length === 0) return refuse('refusal.inject-played');
  if (wish.name === 'seat-bot') return seatBot(exercise, wish.body);
  return exercise.lead(worlds, (match) => leadOf(match, wish));
}

function refusalOf({ roll }: Exercise, worlds: readonly Match[], wish: AboutWorlds): Refusal | null {
  const scenario = worlds[0]?.plan.board.scenario;
  if (scenario === undefined) return refuse('refusal.no-such-world');
  if (wish.name === 'begin' && !wish.body.override)
    return worlds.some((match) => lacksOf(match, roll).length > 0) ? refuse('refusal.gate') : null;
  if (wish.name === 'msel')
    return scenario.injects.some(({ id }) => id === wish.body.inject) ? null : refuse('refusal.no-such-inject');
  if (wish.name !== 'inject') return null;
  const wrong = immovable(scenario, wish.body.inject.effects);
  return wrong ? refuse('refusal.immovable', { subject: wrong.subject, variable: wrong.variable }) : null;
}

/** A bot plays a seat that nobody holds any more: its people observe their world from then on. */
async function seatBot(exercise: Exercise, { world, power, bot }: ConsoleBody<'seat-bot'>): Promise<Refusal | null> {
  const refusal = closedTo(exercise, world);
  if (refusal) return refusal;
  const sitting = exercise.roll.people.filter(
    ({ place }) => place?.role === 'delegate' && place.world === world && place.power === power,
  );
  for (const { id } of sitting) await exercise.place(id, { role: 'observer', world, task: 'turning-points' }, true);
  const worlds = exercise.worldsFor(world);
  return isRefusal(worlds) ? worlds : exercise.lead(worlds, () => ({ name: 'seat', power, seat: { held: 'bot', bot } }));
}

/** Where no world ever stands. */
const NOT_SEEN = { turn: 0, round: 0 };

function leadOf(match: Match, wish: Exclude<AboutWorlds, { name: 'seat-bot' }>): Lead {
  switch (wish.name) {
    case 'advance':
      return { name: 'advance', seen: wish.body.seen[match.plan.code] ?? NOT_SEEN };
    case 'begin':
    case 'end':
    case 'pause':
    case 'resume':
      return { name: wish.name };
    case 'extend':
      return { name: 'extend', seconds: wish.body.seconds };
    case 'freeze':
      return { name: 'freeze', isFrozen: wish.body.isFrozen };
    case 'rewind':
      return { name: 'rewind', toTurn: wish.body.toTurn, luck: wish.body.luck };
    case 'inject':
      return injected(wish.body);
    case 'msel':
      return injectLead(plannedInject(match, wish.body.inject));
    case 'message': {
      const { to, words, language } = wish.body;
      return { name: 'bulletin', bulletin: { to, kind: 'message', words, language }, event: null, msel: null };
    }
    case 'time':
      return { name: 'time', power: wish.body.power, factor: wish.body.factor };
    case 'paper-seat':
      return { name: 'paper', power: wish.body.power, isOnPaper: wish.body.isOnPaper };
    case 'paper':
      return { name: 'sheet', power: wish.body.power, sheet: wish.body.sheet, isLocked: wish.body.lock };
    case 'paper-choice':
      return { name: 'choice', power: wish.body.power, choice: wish.body.choice };
    case 'approve':
      return { name: 'approve', id: wish.body.line, isApproved: wish.body.isApproved };
  }
}

function injected({ inject: { words, language, to, effects } }: ConsoleBody<'inject'>): Lead {
  const event = effects.length === 0 ? null : { id: nanoid(8), effects };
  return { name: 'bulletin', bulletin: { to, kind: 'inject', words, language }, event, msel: null };
}

const plannedInject = ({ plan }: Match, id: string): InjectPlan =>
  must(
    plan.board.scenario.injects.find((one) => one.id === id),
    `the scenario has an inject ${id}`,
  );
