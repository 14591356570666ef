import { describe, expect, test } from 'vitest';
import { csvOf } from '../../shared/export/csv.ts';
import { rowsOf } from './slow-csv.ts';

describe('a table as CSV', () => {
  test('is read back as it was written, with commas, quotes and line ends in its cells', () => {
    const rows = [
      ['plain', 'a, b', 'he said "no"', 'two\r\nlines'],
      ['', 'Россия', '中国', "it's"],
    ];
    expect(rowsOf(csvOf(['one', 'two', 'three', 'four'], rows))).toEqual([['one', 'two', 'three', 'four'], ...rows]);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1+1', '＋1', '－1', '＠SUM(A1)'])(
    'text that begins like a formula is quoted with an apostrophe: %j',
    (text) => {
      expect(rowsOf(csvOf(['x'], [[text]]))[1]).toEqual([`'${text}`]);
    },
  );

  test('begins with the mark of UTF-8, ends each row with CR and LF, and has neither outside of quotes anywhere else', () => {
    const text = csvOf(
      ['x', 'y'],
      [
        ['a\nb', 'c\rd'],
        ['e\r\nf', null],
      ],
    );
    expect([...Buffer.from(text).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const outside = text.replace(/"(?:[^"]|"")*"/g, '').replaceAll('\r\n', '');
    expect(outside).not.toMatch(/[\r\n]/);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  test('a number below zero stays a number', () => {
    expect(csvOf(['x', 'y'], [[-0.125, 1 / 3]])).toBe('\uFEFFx,y\r\n-0.125,0.333333\r\n');
  });
});
