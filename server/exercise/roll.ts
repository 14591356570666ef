/** What an exercise is besides its worlds: who has come and where he sits, who leads, what was noted. A value made by its log. */
import { LIMITS } from '../../shared/limits.ts';
import type { ConsoleView, ExercisePlace, Note } from '../../shared/protocol/exercise-view.ts';
import type { Asker } from '../match/seats.ts';
import type { ExerciseEntry, LoggedExerciseEntry } from './entry.ts';

export interface Enrolled extends Asker {
  /** Short and public within the exercise: `p1`, `p2`, in the order in which they came. */
  readonly id: string;
  readonly name: string;
  /** Null: not placed yet, or removed. */
  readonly place: ExercisePlace | null;
  /** Where he sat when a facilitator sent him out; null: nobody has, or he was let back in. */
  readonly removedFrom: ExercisePlace | null;
  /** The facilitator chose his portfolios: nobody's coming or going changes them. */
  readonly isByHand: boolean;
  readonly isMuted: boolean;
  readonly hasPractised: boolean;
}

/** With what facilitators are shown of it as it is. */
export interface Roll extends Pick<ConsoleView, 'notes' | 'audit' | 'hotWash' | 'answers' | 'areNumbersShown'> {
  /** Codes, the first world's first. */
  readonly worlds: readonly string[];
  readonly people: readonly Enrolled[];
  readonly facilitators: readonly Asker[];
  /** Hashes of invitations that have not been used. */
  readonly invitations: readonly string[];
}

/** Of those open at once the oldest go first. */
const MOST_INVITATIONS = 20;

export const EMPTY_ROLL: Roll = {
  worlds: [],
  people: [],
  facilitators: [],
  invitations: [],
  notes: [],
  audit: [],
  hotWash: null,
  answers: [],
  areNumbersShown: true,
};

export function withLine(roll: Roll, { atMs, entry }: LoggedExerciseEntry): Roll {
  switch (entry.kind) {
    case 'world':
      return { ...roll, worlds: [...roll.worlds, entry.code] };
    case 'joined':
      return { ...roll, people: [...roll.people, newcomer(roll, entry)] };
    case 'placed':
      return withPerson(roll, entry.id, () => ({ place: entry.place, isByHand: entry.isByHand, removedFrom: null }));
    case 'removed':
      return withPerson(roll, entry.id, ({ place }) => ({ place: null, removedFrom: place }));
    case 'moved':
      return moved(roll, entry);
    case 'practised':
      return withPerson(roll, entry.id, () => ({ hasPractised: true }));
    case 'muted':
      return withPerson(roll, entry.id, () => ({ isMuted: entry.isMuted }));
    case 'facilitator':
      return { ...roll, facilitators: [...roll.facilitators, { person: entry.person, nickname: entry.nickname }] };
    case 'invited':
      return { ...roll, invitations: [...roll.invitations, entry.hash].slice(-MOST_INVITATIONS) };
    case 'accepted':
      return { ...roll, invitations: roll.invitations.filter((hash) => hash !== entry.hash) };
    case 'note':
      return { ...roll, notes: [...roll.notes, noteOf(atMs, entry)] };
    case 'asked':
      return { ...roll, hotWash: entry.question };
    case 'answered':
      return { ...roll, answers: withAnswer(roll.answers, entry) };
    case 'numbers':
      return { ...roll, areNumbersShown: entry.isShown };
    case 'led': {
      const { by, name, world, detail, how = '' } = entry;
      return { ...roll, audit: [...roll.audit, { atMs, by, name, world, detail, how }].slice(-LIMITS.exerciseLines) };
    }
  }
}

/** Those who are in a seat of a world, in the order in which they came. */
export const delegatesIn = ({ people }: Roll, world: string, power: string): readonly Enrolled[] =>
  people.filter(({ place }) => place?.role === 'delegate' && place.world === world && place.power === power);

type Of<K extends ExerciseEntry['kind']> = Extract<ExerciseEntry, { kind: K }>;

function newcomer({ people }: Roll, { person, nickname, name }: Of<'joined'>): Enrolled {
  const id = `p${people.length + 1}`;
  return { id, person, nickname, name, place: null, removedFrom: null, isByHand: false, isMuted: false, hasPractised: false };
}

function withPerson(roll: Roll, id: string, change: (now: Enrolled) => Partial<Enrolled>): Roll {
  return { ...roll, people: roll.people.map((one) => (one.id === id ? { ...one, ...change(one) } : one)) };
}

/** If he had come with that device before, as somebody else, that one is gone: he is one person. */
function moved(roll: Roll, { id, person, nickname }: Of<'moved'>): Roll {
  const people = roll.people.map((one) => {
    if (one.id === id) return { ...one, person, nickname };
    return one.person === person ? { ...one, place: null } : one;
  });
  return { ...roll, people };
}

const noteOf = (
  atMs: number,
  { world, by, role = 'facilitator', about, words, language = '', event = null }: Of<'note'>,
): Note => ({
  atMs,
  world,
  by,
  role,
  about,
  words,
  language,
  event,
});

/** Each answers a question once: the last one counts. */
function withAnswer(answers: Roll['answers'], { id, question, words, language = '' }: Of<'answered'>): Roll['answers'] {
  const others = answers.filter((one) => one.participant !== id || one.question !== question);
  return [...others, { participant: id, question, words, language }];
}
