import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isMet, type Row, sanityAnchors, vectorRows } from './anchors.ts';

const digits = (value: number): string => (Number.isFinite(value) ? String(Number(value.toPrecision(6))) : 'infeasible');

function tableOf(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.anchor,
    row.what,
    digits(row.expected),
    digits(row.got),
    digits(row.tolerance),
    isMet(row) ? '' : 'MISSED',
  ]);
  const all = [['anchor', 'what', 'expected', 'got', 'tolerance', ''], ...cells];
  const widths = all[0]!.map((_, i) => Math.max(...all.map((line) => line[i]!.length)));
  return all
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

describe('the core beside the worked values of SCIENCE', () => {
  it('meets the fifteen anchors of SCIENCE 7 and the tables 3.3 and 3.4', () => {
    const rows = sanityAnchors();
    console.log(`SCIENCE 7, 3.3, 3.4:\n${tableOf(rows)}`);
    expect(new Set(rows.map(({ anchor }) => anchor))).toEqual(
      new Set([...Array.from({ length: 15 }, (_, i) => `${i + 1}`), 'totals']),
    );
    expect(tableOf(rows.filter((row) => !isMet(row)))).toBe(tableOf([]));
  });

  it('meets every row of science-vectors.json', () => {
    const rows = vectorRows();
    console.log(`science-vectors.json:\n${tableOf(rows)}`);
    expect(rows.length).toBeGreaterThan(300);
    expect(tableOf(rows.filter((row) => !isMet(row)))).toBe(tableOf([]));
  });

  it('names the figures of the order of battle on the data page exactly', () => {
    const page = readFileSync(new URL('../../docs/model.md', import.meta.url), 'utf8');
    for (const figure of ['681/1,367', '508/1,796', '44 = 40 + 4', '34/41', '15/15', '9/17']) expect(page).toContain(figure);
  });

  it('would say so if a row were missed', () => {
    expect(isMet({ anchor: 'x', what: 'x', expected: 1, got: 1.02, tolerance: 0.01 })).toBe(false);
    expect(isMet({ anchor: 'x', what: 'x', expected: Number.POSITIVE_INFINITY, got: 5, tolerance: 0 })).toBe(false);
    expect(isMet({ anchor: 'x', what: 'x', expected: 1, got: Number.NaN, tolerance: 1 })).toBe(false);
  });
});
