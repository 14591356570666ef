import { describe, expect, test } from 'vitest';
import { remake } from '../../server/match/remake.ts';
import { EMPTY_SHEET } from '../../shared/orders/sheet.ts';
import type { Reading } from '../../shared/protocol/perception.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { isRefusal } from '../../shared/state/refusal.ts';
import { HOST, personOf, type Table, threeSit } from './table.ts';

const RUSSIAN = personOf('ru');
const tap = (turn: number, of: Power, reading: Reading | null) => ({ name: 'perceive', body: { turn, of, reading } }) as const;
const lockAll = async (table: Table, turn: number): Promise<void> => {
  for (const power of ['us', 'ru', 'cn'] as const)
    await table.ask(personOf(power), { name: 'lock', body: { turn, sheet: EMPTY_SHEET } });
  await table.pass(5000);
};

describe('how a seat reads another', () => {
  test('is taken down for the turn that was told last, once for each rival, and the last tap counts', async () => {
    const table = await threeSit();
    await lockAll(table, 1);
    expect(await table.ask(RUSSIAN, tap(1, 'us', 'unsure'))).toMatchObject({ ok: true });
    await table.ask(RUSSIAN, tap(1, 'us', 'strike'));
    await table.ask(RUSSIAN, tap(1, 'cn', 'defensive'));
    await table.ask(HOST, tap(1, 'ru', 'unsure'));
    await table.ask(HOST, tap(1, 'ru', null));
    expect(table.match.table.perceptions).toEqual([
      { turn: 1, by: 'ru', of: 'us', reading: 'strike' },
      { turn: 1, by: 'ru', of: 'cn', reading: 'defensive' },
    ]);
    const again = remake(table.match.plan, table.log);
    if (isRefusal(again)) throw new Error(again.key);
    expect(again.table).toEqual(table.match.table);
  });

  test('is no matter of turns that are to come or long past, of oneself, or of who only watches', async () => {
    const table = await threeSit();
    expect(await table.ask(RUSSIAN, tap(1, 'us', 'unsure'))).toMatchObject({ refusal: { key: 'refusal.stale-turn' } });
    await lockAll(table, 1);
    await lockAll(table, 2);
    expect(await table.ask(RUSSIAN, tap(1, 'us', 'unsure'))).toMatchObject({ refusal: { key: 'refusal.stale-turn' } });
    expect(await table.ask(RUSSIAN, tap(2, 'ru', 'unsure'))).toMatchObject({ refusal: { key: 'refusal.to-yourself' } });
    expect(await table.ask('a passer-by', tap(2, 'ru', 'unsure'))).toMatchObject({
      refusal: { key: 'refusal.not-your-seat' },
    });
  });
});
