/**
 * Who this browser is to the server: a random id and a secret, made once and kept here alone, and the name its owner goes
 * by. `asNew` makes a second person for this tab only: for tests, and for two at one machine.
 */
import { randomNickname } from './nickname.ts';

interface Person {
  readonly id: string;
  readonly secret: string;
}

const PERSON = 'threshold.person';
const NICKNAME = 'threshold.nickname';

/** For as long as the page lives, where storage is closed. */
let inMemory: Person | null = null;

/** The `authorization` header that says who asks. */
export function bearer(): string {
  const { id, secret } = person();
  return `Bearer ${id}.${secret}`;
}

export function asNew(): void {
  if (read(() => sessionStorage, PERSON) === null) write(() => sessionStorage, PERSON, JSON.stringify(newPerson()));
}

/** The name used last, or one from the generator, which is then kept. */
export function nickname(): string {
  const kept = read(() => localStorage, NICKNAME);
  if (kept !== null && kept.trim() !== '') return kept;
  const made = randomNickname();
  keepNickname(made);
  return made;
}

export function keepNickname(name: string): void {
  write(() => localStorage, NICKNAME, name);
}

function person(): Person {
  const kept = parsed(read(() => sessionStorage, PERSON)) ?? parsed(read(() => localStorage, PERSON)) ?? inMemory;
  if (kept !== null) return kept;
  inMemory = newPerson();
  write(() => localStorage, PERSON, JSON.stringify(inMemory));
  return inMemory;
}

/** 128 bits of id and 256 of secret; `getRandomValues` is there on plain http too. */
function newPerson(): Person {
  return { id: randomText(16), secret: randomText(32) };
}

function randomText(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return btoa(String.fromCharCode(...random))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function parsed(text: string | null): Person | null {
  try {
    const kept = JSON.parse(text ?? 'null') as Partial<Person> | null;
    return typeof kept?.id === 'string' && typeof kept.secret === 'string' ? { id: kept.id, secret: kept.secret } : null;
  } catch {
    return null; // Something else lies there: a new person is made in its place.
  }
}

function read(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return null; // Storage is closed in some private windows: the person then lasts as long as the page.
  }
}

function write(storage: () => Storage, key: string, text: string): void {
  try {
    storage().setItem(key, text);
  } catch {
    // As above: nothing is lost but the way back.
  }
}
