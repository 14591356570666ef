/**
 * Which ledger lines a viewer may read. A cell that he knows exactly shows its lines, with the causes that he may know and
 * the rest summed as undisclosed; a cell that he knows in bands shows only that the band changed; others show nothing.
 */
import type { Board } from '../capability/board.ts';
import { PROGRAMMES, type Viewer } from '../scenario/names.ts';
import { because, type Effect, read } from '../state/ledger.ts';
import type { Json, State } from '../state/state.ts';
import { veil } from './veil.ts';

export interface Change {
  readonly before: State;
  readonly after: State;
  readonly effects: readonly Effect[];
}

type Reading = 'exact' | 'banded' | 'hidden';

export function told(board: Board, change: Change, viewer: Viewer): readonly Effect[] {
  if (viewer === 'all') return change.effects;
  const known = { before: veil(board, change.before, viewer), after: veil(board, change.after, viewer) };
  const cells = new Map<string, Effect[]>();
  for (const effect of change.effects) {
    const key = `${effect.subject} ${effect.variable}`;
    const there = cells.get(key);
    if (there) there.push(effect);
    else cells.set(key, [effect]);
  }
  const lines = [...cells.values()].flatMap((cell) => tellCell(cell, known, viewer));
  // Renumbered, since a gap would tell how many lines were left out.
  return lines.sort((a, b) => a.n - b.n).map((line, n) => ({ ...line, n }));
}

function tellCell(cell: readonly Effect[], known: { before: State; after: State }, viewer: Viewer): readonly Effect[] {
  const [first] = cell;
  if (!first) return [];
  const how = readingOf(first, known, viewer);
  if (how === 'hidden') return [];
  if (how === 'banded') return bandChange(first, known);
  return withoutSecrets(cell, viewer);
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

function readingOf(effect: Effect, known: { before: State; after: State }, viewer: Viewer): Reading {
  const { subject, variable } = effect;
  const [collection, id = ''] = subject.split('/');
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
      return read(known.after, subject, 'self') === null ? 'hidden' : 'exact';
    default:
      return effect.rule === 'forget' || isUnknown(subject, known) ? 'hidden' : 'exact';
  }
}

/** Batteries, works, deeds and words that the viewer knows neither before nor after. */
const isUnknown = (subject: string, known: { before: State; after: State }): boolean =>
  read(known.after, subject, 'self') === null && read(known.before, subject, 'self') === null;

function bandChange(effect: Effect, known: { before: State; after: State }): readonly Effect[] {
  const [before, after] = [
    read(known.before, effect.subject, effect.variable),
    read(known.after, effect.subject, effect.variable),
  ];
  return before === after ? [] : [{ ...effect, rule: 'band', before, after, because: because('why.band') }];
}

/** Lines whose cause the viewer may know, then one for the rest; each starts from where the one before it ended. */
function withoutSecrets(cell: readonly Effect[], viewer: Viewer): readonly Effect[] {
  const open = (effect: Effect): boolean => {
    const { knownTo } = effect.because;
    return knownTo === null || knownTo.some((power) => power === viewer);
  };
  const secret = cell.filter((effect) => !open(effect));
  if (secret.length === 0) return cell;
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
