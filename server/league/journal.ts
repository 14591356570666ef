/**
 * A file of finished games, a line each: a run that was stopped goes on where it stopped. Its first line says what was asked
 * for, and games of anything else are not mixed in; more games of the same go on from those that there are.
 */
import { appendFileSync, existsSync, truncateSync } from 'node:fs';
import { bytesOf, faultOf, textOf } from '../named-file.ts';
import { StartFault } from '../start-fault.ts';
import type { Told } from './retell.ts';
import type { Terms } from './terms.ts';

export interface Journal {
  /** Games that were finished before, by their seed. */
  readonly told: ReadonlyMap<string, Told>;
  readonly note: (told: Told) => void;
}

/** Of a run that is not to be kept. */
export const NO_JOURNAL: Journal = { told: new Map(), note: () => undefined };

/** How the first line begins. */
const HEAD = '{"finished games of":"threshold simulate",';

export function openJournal(file: string, terms: Terms): Journal {
  const bytes = existsSync(file) ? bytesOf(file) : Buffer.alloc(0);
  const end = bytes.lastIndexOf('\n') + 1;
  const isHeadCut = end === 0 && HEAD.startsWith(bytes.subarray(0, HEAD.length).toString('utf8'));
  if (end === 0 && !isHeadCut) throw new StartFault(notOurs(file));
  const note = (told: Told): void => append(file, `${JSON.stringify(told)}\n`);
  if (end === 0) {
    begin(file, terms);
    return { told: new Map(), note };
  }
  const before = readJournal(file);
  refuseOther(file, before.terms, terms);
  // What was half written when it stopped is played again.
  truncateSync(file, end);
  return { told: before.told, note };
}

function begin(file: string, terms: Terms): void {
  append(file, '');
  truncateSync(file, 0);
  append(file, `${HEAD}${JSON.stringify(terms).slice(1)}\n`);
}

function append(file: string, line: string): void {
  try {
    appendFileSync(file, line);
  } catch (error) {
    throw faultOf(file, error, 'written');
  }
}

/** A page would take the place of what took so long to play. */
export function refuseJournal(file: string): void {
  if (existsSync(file) && bytesOf(file).subarray(0, HEAD.length).toString('utf8') === HEAD)
    throw new StartFault(`${file} holds finished games: name another file for the page.`);
}

/** What a file holds, without a line that was only half written. */
export function readJournal(file: string): { readonly terms: Terms; readonly told: ReadonlyMap<string, Told> } {
  const [head = '', ...games] = textOf(file).split('\n').slice(0, -1);
  const terms = parsed(head);
  if (!head.startsWith(HEAD) || terms === null) throw new StartFault(notOurs(file));
  return { terms: terms as Terms, told: new Map(games.map((line, i) => toldIn(file, line, i + 2))) };
}

const notOurs = (file: string): string => `${file} holds something else than finished games: name another file.`;

const NAMED: Readonly<Record<keyof Terms, string>> = {
  scenario: '--scenario',
  contents: 'scenario file',
  theory: '--theory',
  seed: '--seed',
  seats: '--seats or --rotate',
  again: 'set of games to be played again',
};

function refuseOther(file: string, before: Terms, now: Terms): void {
  const keys = Object.keys(NAMED) as (keyof Terms)[];
  const others = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(now[key])).map((key) => NAMED[key]);
  if (others.length > 0)
    throw new StartFault(`${file} holds games of another ${others.join(', another ')}: ask for the same, or name another file.`);
}

function toldIn(file: string, line: string, place: number): readonly [string, Told] {
  const told = parsed(line) as Partial<Told> | null;
  if (!isTold(told))
    throw new StartFault(`${file} is damaged in line ${place}: take that line out, and its game is played again.`);
  return [told.seed, told];
}

const isTold = (told: Partial<Told> | null): told is Told =>
  typeof told?.seed === 'string' &&
  told.tale?.scores !== undefined &&
  told.tale.orders !== undefined &&
  Array.isArray(told.again);

function parsed(line: string): object | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
