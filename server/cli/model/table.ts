/** An answer of the model for people: single values one to a line, lists as columns. */

import { linesOf, type Why } from '../../../shared/capability/why.ts';

const DIGITS = 6;

/** The answer as lines. Lists follow the single values, each under its name; whys, indented, come last. */
export function tableOf({ why = {}, ...answer }: { readonly why?: Readonly<Record<string, Why>> }): string {
  const entries = Object.entries(answer);
  const single = entries.filter(([, value]) => !Array.isArray(value));
  const lists = entries.filter((entry): entry is [string, object[]] => Array.isArray(entry[1]));
  const told = new Set<Why>();
  return [
    ...columns(single.map(([name, value]) => [name, written(value)])),
    ...lists.flatMap(([name, rows]) => ['', `${name}:`, ...listed(rows, told)]),
    ...Object.entries(why).flatMap(([name, each]) => ['', `why ${name}:`, ...linesOf(each, 0, told)]),
  ].join('\n');
}

function listed(rows: readonly object[], told: Set<Why>): readonly string[] {
  const whys = rows.flatMap((row) =>
    'why' in row ? Object.values(row.why as Record<string, Why>).flatMap((why) => ['', ...linesOf(why, 0, told)]) : [],
  );
  if (whys.length > 0)
    return [
      ...listed(
        rows.map(({ why: _, ...row }: { why?: unknown }) => row),
        told,
      ),
      ...whys,
    ];
  const names = Object.keys(rows[0] ?? {});
  return columns([names, ...rows.map((row) => names.map((name) => written(row[name as keyof typeof row])))]);
}

/** Each column as wide as its widest cell. */
function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function written(value: unknown): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(DIGITS))) : String(value);
}
