import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replayCommand } from '../../server/cli/replay.ts';
import { StartFault } from '../../server/start-fault.ts';
import { type RecordFile, recordText } from '../../shared/export/record-file.ts';
import { stateOf } from '../../shared/game/game.ts';
import { hashOf } from '../../shared/hash.ts';
import { finishedGame } from '../export/finished.ts';

const folder = mkdtempSync(join(tmpdir(), 'threshold-replay-'));
let file: RecordFile;
let hash: string;
beforeAll(() => {
  const made = finishedGame();
  ({ file } = made);
  hash = hashOf(stateOf(made.finished.game));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, record: Partial<RecordFile>): string {
  const path = join(folder, name);
  writeFileSync(path, recordText(record as RecordFile));
  return path;
}

describe('threshold replay', () => {
  test('verifies every hash of a record and says how it ended', () => {
    const { out, code } = replayCommand([written('sound.json', file), '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ verified: true, scenario: 'quick', steps: file.steps.length, hash });
  }, 20_000);

  test('takes the scenario that came with the program where the record holds none', () => {
    const { content: _content, ...bare } = file;
    expect(replayCommand([written('bare.json', bare), '--json']).code).toBe(0);
  }, 20_000);

  test('stops after a turn, at the hash that the record has there', () => {
    const { out } = replayCommand([written('turn.json', file), '--to-turn', '1', '--json']);
    expect(JSON.parse(out)).toMatchObject({ turn: 1, steps: 1, hash: file.hashes[0] });
  }, 20_000);

  test('says what would have been without one order', () => {
    const at = file.steps.findIndex((step) => step.type === 'turn' && (step.sheets.ru?.orders.length ?? 0) > 0);
    const { out } = replayCommand([written('flip.json', file), '--flip', `${at + 1}:ru:0`, '--json']);
    const { flip } = JSON.parse(out);
    expect(flip).toMatchObject({ flip: { turn: at + 1, seat: 'ru', index: 0 }, unchanged: "others' orders unchanged" });
    expect(flip.turns[0].turn).toBe(at + 1);
  }, 20_000);

  test('names the step whose hash differs, and ends with 1', () => {
    const hashes = file.hashes.map((one, i) => (i === 1 ? 'a'.repeat(64) : one));
    const { complaint, code } = replayCommand([written('false.json', { ...file, hashes })]);
    expect(code).toBe(1);
    expect(complaint).toContain(`step 2 of ${file.steps.length} does not come out as recorded`);
  }, 20_000);

  test.each([
    [['--to-turn', '99'], 'is not among them'],
    [['--flip', '1:ru:9'], 'There is no order at 1:ru:9'],
    [['--flip', 'one'], '--flip must name'],
  ])(
    'refuses %j with a sentence',
    (options, sentence) => {
      expect(() => replayCommand([written('asked.json', file), ...options])).toThrow(StartFault);
      expect(() => replayCommand([written('asked.json', file), ...options])).toThrow(sentence);
    },
    20_000,
  );

  test('as a program ends with 2 where the file is no record', () => {
    const path = join(folder, 'none.json');
    writeFileSync(path, '{}');
    const { status, stdout, stderr } = spawnSync(process.execPath, ['server/cli/main.ts', 'replay', path, '--json'], {
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('is no record of a game');
  }, 20_000);
});
