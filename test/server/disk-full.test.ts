import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Match } from '../../server/match/match.ts';
import { remake } from '../../server/match/remake.ts';
import { answerRequest, newRate } from '../../server/rooms/request-gate.ts';
import { NodeSqliteDialect, openDatabase } from '../../server/store/dialect.ts';
import { isDiskFull } from '../../server/store/disk-full.ts';
import { openStore } from '../../server/store/open.ts';
import type { Tables } from '../../server/store/schema.ts';
import { Store } from '../../server/store/store.ts';
import { EMPTY_SHEET, type Sheet } from '../../shared/orders/sheet.ts';
import { requestSchemas } from '../../shared/protocol/requests.ts';
import { newRequestId } from './house.ts';
import { HOST, planFor } from './table.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'threshold-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A store on a disk whose size the test sets: SQLite refuses pages over a limit as it refuses those of a full disk. */
async function storeOnSmallDisk(): Promise<{ store: Store; database: DatabaseSync }> {
  await (await openStore(folder)).close();
  const database = openDatabase(join(folder, 'threshold.sqlite'));
  return { store: new Store(new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) })), database };
}

function setRoom(database: DatabaseSync, spare: number): void {
  const pages = Number(database.prepare('pragma page_count').get()?.['page_count']);
  database.exec(`pragma max_page_count = ${pages + spare}`);
}

const sheetOf = (words: string): Sheet => ({
  ...EMPTY_SHEET,
  statements: [
    { speaker: 'minister', kind: 'warn', target: 'ru', subject: 'arms', venue: 'home', commitment: null, words, language: 'en' },
  ],
});

test('a disk that fills up while it runs: requests are refused by name, none that was answered is lost, and it goes on', async () => {
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const { store, database } = await storeOnSmallDisk();
  const plan = planFor({ turnSeconds: 60 });
  await store.createMatch({ code: plan.code, scenario: 'quick', scenario_hash: '', plan: '{}', created_ms: 0, erase_ms: 9 });
  let nowMs = 1000;
  const match = new Match(plan, { journal: store, nowMs: () => nowMs });
  await match.begin();
  const draft = (words: string) => {
    const body = { id: newRequestId(), turn: 1, sheet: sheetOf(words) };
    const schema = requestSchemas.draft;
    const request = { name: 'draft', schema, body, rate: newRate(), nowMs, code: plan.code } as const;
    return answerRequest(request, ({ id, ...draft }) =>
      match.act({ person: HOST, nickname: '' }, id, { name: 'draft', body: draft }),
    );
  };
  setRoom(database, 12);
  let kept = '';
  let refused = 0;
  for (let i = 0; i < 400 && refused < 3; i++) {
    const answer = await draft(`draft ${i} ${'x'.repeat(200)}`);
    if (answer.ok) kept = `draft ${i} ${'x'.repeat(200)}`;
    else expect(answer.refusal.key).toBe('refusal.disk-full');
    refused += answer.ok ? 0 : 1;
  }
  expect(refused).toBe(3);
  expect(kept).not.toBe('');
  expect(match.table.drafts.us?.sheet).toEqual(sheetOf(kept));
  nowMs += 60_000;
  expect(isDiskFull(await match.step().catch((error: unknown) => error))).toBe(true);
  expect(match.game.played).toHaveLength(0);
  setRoom(database, 1000);
  expect(await match.step()).toBe(true);
  expect(match.game.played[0]?.step).toMatchObject({ sheets: { us: sheetOf(kept) } });
  const log = await store.entriesOf(plan.code);
  expect(remake(plan, log)).toMatchObject({ table: match.table });
  await store.close();
  stderr.mockRestore();
});
