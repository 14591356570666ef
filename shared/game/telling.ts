/**
 * Which ledger lines a viewer may read. A cell that he knows exactly shows its lines, with the causes that he may know and
 * the rest summed as undisclosed; a cell that he knows in bands shows only that the band changed; others show nothing.
 */
import type { Board } from '../capability/board.ts';
import { PROGRAMMES, type Viewer } from '../scenario/names.ts';
import { because, type Effect, read } from '../state/ledger.ts';
import type { Json, State, Work } from '../state/state.ts';
import { veil, workSeen } from './veil.ts';

export interface Change {
  readonly before: State;
  readonly after: State;
  readonly effects: readonly Effect[];
}

type Reading = 'exact' | 'banded' | 'hidden';

/** The lines of one cell, and its subject taken apart. */
interface Cell {
  readonly collection: string;
  /** Empty for the world and the crisis. */
  readonly id: string;
  readonly variable: string;
  readonly lines: Effect[];
}

/** A step's lines are told to all seats one after another and then no more: what is kept is the last step's cells. */
let latest: { readonly effects: readonly Effect[]; readonly cells: readonly Cell[] } | null = null;

export function told(board: Board, change: Change, viewer: Viewer): readonly Effect[] {
  if (viewer === 'all') return change.effects;
  const known = { before: veil(board, change.before, viewer), after: veil(board, change.after, viewer) };
  const lines = cellsOf(change.effects).flatMap((cell) => tellCell(cell, known, viewer));
  // Renumbered, since a gap would tell how many lines were left out.
  return lines.sort((a, b) => a.n - b.n).map((line, n) => (line.n === n ? line : { ...line, n }));
}

function cellsOf(effects: readonly Effect[]): readonly Cell[] {
  if (latest?.effects !== effects) latest = { effects, cells: sortedOut(effects) };
  return latest.cells;
}

function sortedOut(effects: readonly Effect[]): readonly Cell[] {
  const cells = new Map<string, Cell>();
  for (const effect of effects) {
    const { subject, variable } = effect;
    const key = `${subject} ${variable}`;
    const there = cells.get(key);
    if (there) {
      there.lines.push(effect);
      continue;
    }
    const [collection = '', id = ''] = subject.split('/');
    cells.set(key, { collection, id, variable, lines: [effect] });
  }
  return [...cells.values()];
}

function tellCell(cell: Cell, known: { before: State; after: State }, viewer: Viewer): readonly Effect[] {
  const [first] = cell.lines;
  if (!first) return [];
  const how = readingOf(cell, first.rule, known, viewer);
  if (how === 'hidden') return [];
  if (how === 'banded') return bandChange(first, known);
  if (cell.collection === 'works') return workLines(cell.lines, viewer);
  return withoutSecrets(isProgramme(cell.variable) ? levelLines(cell, viewer) : cell.lines, viewer);
}

const isProgramme = (variable: string): boolean => PROGRAMMES.some((programme) => programme === variable);

/** A step got from a partner's data looks from outside like any other: a cause left out would tell where it came from. */
function levelLines({ id, variable, lines }: Cell, viewer: Viewer): readonly Effect[] {
  const finished = { rule: 'work-ends', because: because('why.work.level', { power: id, programme: variable }) };
  return lines.map((line) => (isOpen(line, viewer) ? line : { ...line, ...finished }));
}

/** Who found a work before all saw it is told to finders and owner alone, also when it comes to its end. */
function workLines(lines: readonly Effect[], viewer: Viewer): readonly Effect[] {
  const told = (value: Json): Json => (value === null ? null : { ...workSeen(value as unknown as Work, viewer) });
  return lines
    .filter((line) => isOpen(line, viewer))
    .map((line) => (line.variable === 'self' ? { ...line, before: told(line.before), after: told(line.after) } : line));
}

function isOpen({ because: { knownTo } }: Effect, viewer: Viewer): boolean {
  return knownTo === null || knownTo.some((power) => power === viewer);
}

const PUBLIC_OF_POWERS: readonly string[] = [
  'credibility',
  'influence',
  'posture',
  'generatedTurns',
  'launchUnderAttack',
  ...PROGRAMMES,
  'tradeLost',
];

function readingOf(
  { collection, id, variable }: Cell,
  rule: string,
  known: { before: State; after: State },
  viewer: Viewer,
): Reading {
  switch (collection) {
    case 'world':
    case 'crisis':
    case 'systems':
      return 'exact';
    case 'powers':
      return id === viewer || PUBLIC_OF_POWERS.includes(variable) ? 'exact' : 'hidden';
    case 'pairs':
    case 'leverage':
    case 'insights':
      return id.slice(0, 2) === viewer ? 'exact' : 'hidden';
    case 'hosts':
      return 'banded';
    case 'thirds':
      return variable === 'stage' ? 'banded' : variable === 'restraint' ? 'hidden' : 'exact';
    case 'commitments':
      if (variable === 'temptations' && known.after.commitments[id]?.power !== viewer) return 'hidden';
      return known.after.commitments[id] === undefined ? 'hidden' : 'exact';
    default:
      return rule === 'forget' || isUnknown(collection, id, known) ? 'hidden' : 'exact';
  }
}

/** Batteries, works, deeds and words that the viewer knows neither before nor after. */
function isUnknown(collection: string, id: string, known: { before: State; after: State }): boolean {
  const isIn = (state: State): boolean => (state[collection as keyof State] as Records)[id] !== undefined;
  return !isIn(known.after) && !isIn(known.before);
}
type Records = Readonly<Record<string, unknown>>;

function bandChange(effect: Effect, known: { before: State; after: State }): readonly Effect[] {
  const [before, after] = [
    read(known.before, effect.subject, effect.variable),
    read(known.after, effect.subject, effect.variable),
  ];
  return before === after ? [] : [{ ...effect, rule: 'band', before, after, because: because('why.band') }];
}

/** Lines whose cause the viewer may know, then one for the rest; each starts from where the one before it ended. */
function withoutSecrets(cell: readonly Effect[], viewer: Viewer): readonly Effect[] {
  const open = (effect: Effect): boolean => isOpen(effect, viewer);
  if (cell.every(open)) return cell;
  const [first] = cell;
  const last = cell.at(-1);
  if (!first || !last) return [];
  if (typeof first.before !== 'number') {
    return [{ ...last, before: first.before, rule: 'undisclosed', because: because('why.undisclosed') }];
  }
  let value: Json = first.before;
  const lines = cell.filter(open).map((effect) => {
    const before: number = value as number;
    const after = before + (effect.after as number) - (effect.before as number);
    value = after;
    return { ...effect, before, after };
  });
  return [...lines, { ...last, before: value, after: last.after, rule: 'undisclosed', because: because('why.undisclosed') }];
}
