/** Ledger lines as a reader asks for them: by step, by variable, and grouped as a newspaper would group the news. */
import type { Power } from '../../shared/scenario/names.ts';
import type { Effect } from '../../shared/state/ledger.ts';
import { isPower } from '../i18n/names.ts';

/** What the reader asked "why?" about: all lines, or those of a subject or variable. */
export interface Question {
  readonly subject: string | null;
  readonly variable: string | null;
}
export const EVERYTHING: Question = { subject: null, variable: null };

export function linesFor(effects: readonly Effect[], question: Question): readonly Effect[] {
  return effects.filter(
    (e) =>
      (question.subject === null || e.subject === question.subject) &&
      (question.variable === null || e.variable === question.variable),
  );
}

/** The variables that changed, each once, in the order in which they first changed. */
export function variablesOf(effects: readonly Effect[]): readonly string[] {
  return [...new Set(effects.map((e) => e.variable))];
}

/** Where the reveal tells it: the world's tension, my country, others, hosts, third states, forces, words. */
export type Group = 'tension' | 'own' | 'others' | 'pairs' | 'hosts' | 'thirds' | 'forces' | 'words';
export const GROUPS: readonly Group[] = ['tension', 'own', 'others', 'pairs', 'hosts', 'thirds', 'forces', 'words'];

const GROUP_OF: Readonly<Record<string, Group>> = {
  pairs: 'pairs',
  hosts: 'hosts',
  thirds: 'thirds',
  leverage: 'thirds',
  batteries: 'forces',
  works: 'forces',
  systems: 'forces',
  deeds: 'forces',
  spoken: 'words',
  commitments: 'words',
};

export function groupOf(effect: Effect, seat: Power | null): Group {
  const [collection = '', id = ''] = effect.subject.split('/');
  if (collection === 'world') return 'tension';
  if (collection === 'powers') return isPower(id) && id === seat ? 'own' : 'others';
  return GROUP_OF[collection] ?? 'others';
}

/** Changes of the same variable told as one: from the first before to the last after, with all their lines. */
export interface Change {
  readonly subject: string;
  readonly variable: string;
  readonly before: Effect['before'];
  readonly after: Effect['after'];
  readonly lines: readonly Effect[];
}

export function changesOf(effects: readonly Effect[]): readonly Change[] {
  const byCell = new Map<string, Effect[]>();
  for (const effect of effects) {
    const cell = `${effect.subject} ${effect.variable}`;
    byCell.set(cell, [...(byCell.get(cell) ?? []), effect]);
  }
  return [...byCell.values()].flatMap((lines) => {
    const [first, last] = [lines[0], lines.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [{ subject: first.subject, variable: first.variable, before: first.before, after: last.after, lines }];
  });
}
