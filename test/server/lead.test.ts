import { describe, expect, test } from 'vitest';
import { remake } from '../../server/match/remake.ts';
import { stateOf } from '../../shared/game/game.ts';
import { recordOf, replay } from '../../shared/game/record.ts';
import { hashOf } from '../../shared/hash.ts';
import { EMPTY_SHEET, type Sheet, type Statement } from '../../shared/orders/sheet.ts';
import { isRefusal } from '../../shared/state/refusal.ts';
import { HOST, personOf, planFor, QUICK, sitDown, type Table } from './table.ts';

const TURN_MS = 60_000;
const worldOf = ({ match }: Table) => stateOf(match.game).world;
const PENAIDS: Sheet = { ...EMPTY_SHEET, orders: [{ kind: 'penaids' }] };
const CALM = { ...planFor({ seat: 'us' }), exercise: 'TEST22' };

/** Where a facilitator sees it stand. */
const seenAt = ({ match }: Table) => {
  const { world, crisis } = stateOf(match.game);
  return { turn: world.turn, round: crisis.round };
};

/** Whatever a crisis asks is answered, so that turns follow one another. */
async function throughTurn(table: Table): Promise<void> {
  const { turn } = worldOf(table);
  for (let i = 0; i < 12 && worldOf(table).turn === turn && !table.match.isOver; i++)
    expect(await table.match.lead({ name: 'advance', seen: seenAt(table) })).toBeNull();
}

describe('a facilitator', () => {
  test('who presses twice takes one step, not two', async () => {
    const table = await sitDown(CALM);
    const seen = seenAt(table);
    const answers = await Promise.all([1, 2, 3].map(() => table.match.lead({ name: 'advance', seen })));
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    expect(answers[2]).toMatchObject({ key: 'refusal.stale-turn' });
    expect(table.match.game.played).toHaveLength(1);
  });

  test('stops the clock and lets it go on with what was left, and gives more', async () => {
    const table = await sitDown(CALM);
    await table.pass(20_000);
    await table.match.lead({ name: 'pause' });
    await table.pass(10 * TURN_MS);
    expect(table.match.game.played).toHaveLength(0);
    expect(table.match.deadlineMs()).toBeNull();
    await table.match.lead({ name: 'resume' });
    await table.match.lead({ name: 'extend', seconds: 30 });
    await table.pass(40_000 + 29_999);
    expect(table.match.game.played).toHaveLength(0);
    await table.pass(1);
    expect(table.match.game.played).toHaveLength(1);
  });

  test('holds a world without a clock too: locks alone do not move it', async () => {
    const table = await sitDown({ ...CALM, pace: { clock: 'untimed', turnSeconds: null, watchMs: 0 } });
    await table.match.lead({ name: 'pause' });
    expect(await table.ask(HOST, { name: 'lock', body: { turn: 1, sheet: PENAIDS } })).toMatchObject({ ok: true });
    await table.pass(TURN_MS);
    expect(table.match.game.played).toHaveLength(0);
    await table.match.lead({ name: 'resume' });
    await table.pass(0);
    expect(table.match.game.played).toHaveLength(1);
  });

  test('freezes: whoever plays is told so, and what he had saved stays', async () => {
    const table = await sitDown(CALM);
    await table.ask(HOST, { name: 'draft', body: { turn: 1, sheet: PENAIDS } });
    await table.match.lead({ name: 'freeze', isFrozen: true });
    expect(await table.ask(HOST, { name: 'draft', body: { turn: 1, sheet: EMPTY_SHEET } })).toMatchObject({
      refusal: { key: 'refusal.frozen' },
    });
    await table.match.lead({ name: 'freeze', isFrozen: false });
    expect(table.match.table.drafts.us?.sheet).toEqual(PENAIDS);
    await table.pass(TURN_MS);
    expect(table.match.game.played[0]?.step).toMatchObject({ sheets: { us: PENAIDS } });
  });

  test('injects: the effects come with the next turn, once', async () => {
    const table = await sitDown(CALM);
    const bulletin = { to: 'all', kind: 'inject', words: 'A radar goes dark.', language: 'en' } as const;
    const event = { id: 'i1', effects: [{ subject: 'powers/us', variable: 'approval', add: -7 }] };
    await table.match.lead({ name: 'bulletin', bulletin, event, msel: null });
    expect(table.match.table.bulletins).toMatchObject([{ words: 'A radar goes dark.', turn: 1 }]);
    await throughTurn(table);
    const lines = table.match.game.played[0]?.effects.filter(
      (line) => line.rule === 'event' && line.because.key === 'why.inject',
    );
    expect(lines).toMatchObject([{ subject: 'powers/us', variable: 'approval' }]);
    await throughTurn(table);
    expect(
      table.match.game.played.flatMap(({ effects }) => effects).filter((line) => line.because.key === 'why.inject'),
    ).toHaveLength(1);
  });

  test('winds back with everybody seated: same luck and same sheets give the same world, what was said since is gone', async () => {
    const table = await sitDown(CALM);
    await throughTurn(table);
    const first = hashOf(stateOf(table.match.game));
    await throughTurn(table);
    const second = hashOf(stateOf(table.match.game));
    await table.ask(HOST, { name: 'say', body: { to: 'ru', words: 'Since.', phrase: null, language: 'en' } });
    const seats = table.match.table.seats;
    expect(await table.match.lead({ name: 'rewind', toTurn: 1, luck: 'same' })).toBeNull();
    expect(hashOf(stateOf(table.match.game))).toBe(first);
    expect(table.match.table).toMatchObject({ seats, branch: 1, luck: 0, hold: 'paused' });
    expect(table.match.table.lines.filter(({ words, turn }) => words === 'Since.' || turn > 2)).toEqual([]);
    await table.match.lead({ name: 'resume' });
    await throughTurn(table);
    expect(hashOf(stateOf(table.match.game))).toBe(second);
  });

  test('winds back for other luck: another world, whose record proves itself and whose log makes it again', async () => {
    const table = await sitDown(CALM);
    await throughTurn(table);
    await throughTurn(table);
    const before = hashOf(stateOf(table.match.game));
    await table.match.lead({ name: 'rewind', toTurn: 0, luck: 'new' });
    await throughTurn(table);
    await throughTurn(table);
    expect(hashOf(stateOf(table.match.game))).not.toBe(before);
    expect(replay(QUICK.board(), recordOf(table.match.game)).verified).toBe(true);
    const again = remake(table.match.plan, table.log);
    if (isRefusal(again)) throw new Error(again.key);
    expect(hashOf(stateOf(again.game))).toBe(hashOf(stateOf(table.match.game)));
    expect(again.table).toEqual(table.match.table);
  });

  test('does not wind back to a turn that has not been played, nor once the record is out', async () => {
    const table = await sitDown(CALM);
    expect(await table.match.lead({ name: 'rewind', toTurn: 1, luck: 'same' })).toMatchObject({ key: 'refusal.not-played-yet' });
    await table.match.lead({ name: 'end' });
    expect(worldOf(table)).toMatchObject({ phase: 'ended', ending: 'facilitator' });
    expect(await table.match.lead({ name: 'rewind', toTurn: 0, luck: 'same' })).toMatchObject({ key: 'refusal.ended' });
  });

  test('hands in for a seat on paper, which is waited for like any other and never covered', async () => {
    const table = await sitDown(CALM);
    await table.match.lead({ name: 'paper', power: 'cn', isOnPaper: true });
    await table.ask(HOST, { name: 'lock', body: { turn: 1, sheet: EMPTY_SHEET } });
    await table.pass(30_000);
    expect(table.match.game.played).toHaveLength(0);
    const written: Sheet = { ...EMPTY_SHEET, orders: [{ kind: 'penaids' }] };
    expect(await table.match.lead({ name: 'sheet', power: 'cn', sheet: written, isLocked: true })).toBeNull();
    await table.pass(10_000);
    expect(table.match.game.played[0]?.step).toMatchObject({ sheets: { cn: written } });
    expect(await table.match.lead({ name: 'sheet', power: 'ru', sheet: written, isLocked: true })).toMatchObject({
      key: 'refusal.not-on-paper',
    });
  });
});

describe('typed words that a facilitator reads first', () => {
  const APPROVED = { ...planFor({ seat: 'us', friends: true }), exercise: 'TEST22', speech: 'approved' as const };
  const said: Statement = {
    speaker: 'spokesperson',
    kind: 'deny',
    target: 'all',
    subject: 'arms',
    venue: 'home',
    commitment: null,
    words: 'Nothing of the kind.',
    language: 'en',
  };

  test('reach the others once he lets them through, and not before', async () => {
    const table = await sitDown(APPROVED);
    const say = (words: string) => table.ask(HOST, { name: 'say', body: { to: 'ru', words, phrase: null, language: 'en' } });
    await say('First.');
    await say('Second.');
    expect(table.match.table.lines.filter(({ words }) => words !== null)).toEqual([]);
    const [first, second] = table.match.table.waiting;
    await table.match.lead({ name: 'approve', id: first?.id ?? '', isApproved: true });
    await table.match.lead({ name: 'approve', id: second?.id ?? '', isApproved: false });
    expect(table.match.table.lines.map(({ words }) => words).filter((words) => words !== null)).toEqual(['First.']);
    expect(table.match.table.waiting).toEqual([]);
  });

  test('on a sheet are left out unless he let them through; the statement is made all the same', async () => {
    for (const isApproved of [true, false, null]) {
      const table = await sitDown(APPROVED);
      await table.ask(HOST, { name: 'lock', body: { turn: 1, sheet: { ...EMPTY_SHEET, statements: [said] } } });
      if (isApproved !== null) await table.match.lead({ name: 'approve', id: 'words:us:Nothing of the kind.', isApproved });
      await table.match.lead({ name: 'advance', seen: seenAt(table) });
      const words = isApproved ? said.words : '';
      expect(table.match.game.played[0]?.step).toMatchObject({ sheets: { us: { statements: [{ ...said, words }] } } });
    }
  });

  test('of somebody who was muted go nowhere, phrases do', async () => {
    const table = await sitDown({ ...APPROVED, speech: 'free' });
    await table.match.lead({ name: 'mute', person: personOf('us'), isMuted: true });
    const say = (body: { words: string | null; phrase: 'yes' | null }) =>
      table.ask(HOST, { name: 'say', body: { to: 'ru', language: 'en', ...body } });
    expect(await say({ words: 'Loud.', phrase: null })).toMatchObject({ refusal: { key: 'refusal.muted' } });
    expect(await say({ words: null, phrase: 'yes' })).toMatchObject({ ok: true });
  });
});
