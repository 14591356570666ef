/** Overrides laid over the scenario that they extend: objects are merged, lists replaced whole or changed by id. */
import { type Refusal, refuse } from '../state/refusal.ts';

export const problem = (path: string, what: string): Refusal =>
  refuse('refusal.scenario', { path: path || '(whole file)', problem: what });

export type Fields = Readonly<Record<string, unknown>>;
export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

export function laidOver(raw: unknown, base: unknown): unknown {
  if (!isFields(raw) || raw['extends'] === undefined) return raw;
  const { extends: wanted, ...overrides } = raw;
  if (!isFields(base)) return problem('extends', `the scenario "${String(wanted)}" was not found: put its file beside this one.`);
  if (base['extends'] !== undefined) return problem('extends', `"${String(wanted)}" itself extends another: extend that one.`);
  if (base['id'] !== wanted)
    return problem('extends', `"${String(wanted)}" is asked for, "${String(base['id'])}" is there: name that one.`);
  return merged(base, overrides);
}

/** Each member of a list that is to be left out, where the list has none of that id. */
export function leftOutInVain(over: unknown, under: unknown, path = ''): readonly Refusal[] {
  if (!isFields(over) || !isFields(under)) return [];
  return Object.entries(over).flatMap(([key, value]) => {
    const there = under[key];
    const at = path === '' ? key : `${path}.${key}`;
    if (!Array.isArray(there)) return leftOutInVain(value, there, at);
    const byId = Object.fromEntries(there.map((member) => [idOf(member), member]));
    const astray = isFields(value) ? Object.keys(value).filter((id) => value[id] === null && !Object.hasOwn(byId, id)) : [];
    const says = 'there is none of this id to leave out: correct it, or take the line out.';
    return [...astray.map((id) => problem(`${at}.${id}`, says)), ...leftOutInVain(value, byId, at)];
  });
}

function merged(under: Fields, over: Fields): Fields {
  const fields = new Map(Object.entries(under));
  for (const [key, value] of Object.entries(over)) {
    const there = fields.get(key);
    if (isFields(value) && isFields(there)) fields.set(key, merged(there, value));
    else fields.set(key, isFields(value) && Array.isArray(there) ? mergedById(there, value) : value);
  }
  return Object.fromEntries(fields);
}

/** A list may be given whole, or as its changes by id: fields laid over that member, null to leave it out, a new id at the end. */
function mergedById(under: readonly unknown[], over: Fields): readonly unknown[] {
  const known = under.map(idOf);
  const kept = under.flatMap((member) => {
    const change = Object.hasOwn(over, idOf(member)) ? over[idOf(member)] : undefined;
    if (change === null) return [];
    return [isFields(change) && isFields(member) ? merged(member, change) : (change ?? member)];
  });
  const added = Object.entries(over)
    .filter(([id, member]) => !known.includes(id) && member !== null)
    .map(([id, member]) => (isFields(member) ? { id, ...member } : member));
  return [...kept, ...added];
}

const idOf = (member: unknown): string => (isFields(member) ? String(member['id']) : '');
