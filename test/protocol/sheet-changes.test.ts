import { describe, expect, test } from 'vitest';
import { EMPTY_SHEET, type Order, type Sheet } from '../../shared/orders/sheet.ts';
import { mergedSheet, partsChanged } from '../../shared/protocol/sheet-changes.ts';

const REINFORCE: Order = { kind: 'reinforce', battery: 'deveselu' };
const VISIT: Order = { kind: 'visit', battery: 'deveselu' };
const PATROL: Order = { kind: 'patrol' };
const sheet = (orders: Order[], part: Partial<Sheet> = {}): Sheet => ({ ...EMPTY_SHEET, orders, ...part });

describe('what changed on a sheet', () => {
  test('is nothing where only the places of lines or the order of fields differ', () => {
    const turned = { battery: 'deveselu', kind: 'reinforce' } as const;
    expect(partsChanged(sheet([REINFORCE, PATROL]), sheet([PATROL, turned]))).toEqual([]);
  });

  test('is the kind of an order that came, went or was exchanged for another of its kind', () => {
    expect(partsChanged(sheet([PATROL]), sheet([PATROL, VISIT]))).toEqual(['visit']);
    expect(partsChanged(sheet([PATROL, VISIT]), sheet([VISIT]))).toEqual(['patrol']);
    expect(partsChanged(sheet([REINFORCE]), sheet([{ ...REINFORCE, battery: 'redzikowo' }]))).toEqual(['reinforce']);
    expect(partsChanged(sheet([PATROL]), sheet([PATROL, PATROL]))).toEqual(['patrol']);
  });

  test('is the head of state’s where a word is given up or the standing instruction is another', () => {
    expect(partsChanged(sheet([]), sheet([], { abandon: ['c1'] }))).toEqual(['standing']);
    expect(partsChanged(sheet([]), sheet([], { standing: 'stand-down' }))).toEqual(['standing']);
  });
});

describe('two people’s changes of one sheet', () => {
  const base = sheet([REINFORCE, PATROL]);

  test('are both on it', () => {
    expect(mergedSheet(base, sheet([REINFORCE, PATROL, VISIT]), sheet([PATROL]))).toEqual(sheet([PATROL, VISIT]));
  });

  test('come once where both did the same, and where the newest is already one’s own', () => {
    const both = sheet([PATROL, VISIT]);
    expect(mergedSheet(base, both, both)).toEqual(both);
    expect(mergedSheet(base, sheet([]), sheet([REINFORCE]))).toEqual(sheet([]));
  });

  test('leave the other’s alone where one did nothing', () => {
    const newest = sheet([VISIT], { abandon: ['c1'], standing: 'stand-down' });
    expect(mergedSheet(base, base, newest)).toEqual(newest);
    expect(mergedSheet(base, { ...base, standing: 'escalate-once' }, newest).standing).toBe('escalate-once');
  });
});
