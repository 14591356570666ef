import { describe, expect, test } from 'vitest';
import { mayRead } from '../../server/match/judge-talk.ts';
import { stateOf } from '../../shared/game/game.ts';
import { LIMITS } from '../../shared/limits.ts';
import { EMPTY_SHEET } from '../../shared/orders/sheet.ts';
import type { ChannelLine } from '../../shared/protocol/channel.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { HOST, personOf, planFor, QUICK, sitDown, type Table, threeSit } from './table.ts';

const say = (to: Power | 'all', words: string | null, phrase: 'hello' | null = null) =>
  ({ name: 'say', body: { to, words, phrase, language: 'en' } }) as const;
const offer = (to: Power) => ({ name: 'offer', body: { to, what: 'joint-exercise' } }) as const;
const sign = (id: string) => ({ name: 'sign', body: { offer: id } }) as const;
const lastLine = (table: Table): ChannelLine => table.match.table.lines.at(-1)!;
const refusal = (key: string) => ({ ok: false, refusal: { key: `refusal.${key}` } });

async function nextTurn(table: Table): Promise<void> {
  const { turn } = lastTurn(table);
  for (const power of POWERS) await table.ask(personOf(power), { name: 'lock', body: { turn, sheet: EMPTY_SHEET } });
  await table.pass(5000);
  while (lastTurn(table).phase === 'crisis') await table.pass(45_000);
}
const lastTurn = (table: Table) => stateOf(table.match.game).world;

describe('a channel', () => {
  test('is read by the two it is between, or by all three', async () => {
    const table = await threeSit();
    await table.ask(personOf('ru'), say('cn', 'between us'));
    expect(POWERS.filter((power) => mayRead(lastLine(table), power))).toEqual(['ru', 'cn']);
    await table.ask(personOf('us'), say('all', null, 'hello'));
    expect(POWERS.filter((power) => mayRead(lastLine(table), power))).toEqual(['us', 'ru', 'cn']);
  });

  test('takes words or a phrase, not both and not neither, and nothing to oneself', async () => {
    const table = await threeSit();
    expect(await table.ask(personOf('ru'), say('cn', 'both', 'hello'))).toMatchObject(refusal('words-or-phrase'));
    expect(await table.ask(personOf('ru'), say('cn', null))).toMatchObject(refusal('words-or-phrase'));
    expect(await table.ask(personOf('ru'), say('ru', 'me'))).toMatchObject(refusal('to-yourself'));
    expect(await table.ask('a passer-by', say('ru', 'me'))).toMatchObject(refusal('not-your-seat'));
    expect(table.match.table.lines).toEqual([]);
  });

  test('takes phrases only where the game was made so', async () => {
    const table = await threeSit({ speech: 'phrases' });
    expect(await table.ask(personOf('ru'), say('cn', 'free words'))).toMatchObject(refusal('phrases-only'));
    expect(await table.ask(personOf('ru'), say('cn', null, 'hello'))).toMatchObject({ ok: true });
  });

  test('takes so many lines of a seat in a turn and no more, and again in the next', async () => {
    const table = await threeSit();
    for (let i = 0; i < LIMITS.channelLinesPerTurn; i++)
      expect(await table.ask(personOf('ru'), say('cn', `line ${i}`))).toMatchObject({ ok: true });
    expect(await table.ask(personOf('ru'), say('cn', 'one more'))).toMatchObject(refusal('too-many-lines'));
    expect(await table.ask(personOf('cn'), say('ru', 'my first'))).toMatchObject({ ok: true });
    await nextTurn(table);
    expect(await table.ask(personOf('ru'), say('cn', 'a new turn'))).toMatchObject({ ok: true });
  });
});

describe('a treaty offer', () => {
  const terms = (...partners: Power[]) => ({ partners, clauses: [{ type: 'notification' as const }] });
  const propose = (to: Power, counters?: string) =>
    ({ name: 'offer', body: { to, what: 'treaty', terms: terms(to), ...(counters ? { counters } : {}) } }) as const;
  const full = () => threeSit({ scenario: 'best-offense-2016' });

  test('comes with its terms, to a party of it, within what its author trusts', async () => {
    const table = await full();
    expect(await table.ask(personOf('ru'), { name: 'offer', body: { to: 'cn', what: 'treaty' } })).toMatchObject(
      refusal('terms-missing'),
    );
    expect(
      await table.ask(personOf('ru'), { name: 'offer', body: { to: 'cn', what: 'treaty', terms: terms('us') } }),
    ).toMatchObject(refusal('terms-missing'));
    expect(
      await table.ask(personOf('ru'), { name: 'offer', body: { to: 'cn', what: 'climb', terms: terms('cn') } }),
    ).toMatchObject(refusal('terms-unwanted'));
    expect(await table.ask(personOf('ru'), propose('us'))).toMatchObject(refusal('too-little-trust'));
    expect(await table.ask(personOf('ru'), propose('cn'))).toMatchObject({ ok: true });
    expect(lastLine(table).offer).toMatchObject({ what: 'treaty', terms: terms('cn') });
  });

  test('is countered by another, which closes it', async () => {
    const table = await full();
    await table.ask(personOf('ru'), propose('cn'));
    const first = lastLine(table).id;
    expect(await table.ask(personOf('cn'), propose('ru', first))).toMatchObject({ ok: true });
    const second = lastLine(table).id;
    expect(await table.ask(personOf('cn'), sign(first))).toMatchObject(refusal('offer-closed'));
    expect(await table.ask(personOf('cn'), propose('ru', first))).toMatchObject(refusal('offer-closed'));
    expect(await table.ask(personOf('ru'), sign(second))).toMatchObject({ ok: true });
  });

  test('signed and ordered by both is a treaty', async () => {
    const table = await full();
    await table.ask(personOf('ru'), propose('cn'));
    await table.ask(personOf('cn'), sign(lastLine(table).id));
    const order = (partner: Power) => ({ ...EMPTY_SHEET, orders: [{ kind: 'treaty' as const, ...terms(partner) }] });
    const { turn } = lastTurn(table);
    await table.ask(personOf('us'), { name: 'lock', body: { turn, sheet: EMPTY_SHEET } });
    await table.ask(personOf('ru'), { name: 'lock', body: { turn, sheet: order('cn') } });
    await table.ask(personOf('cn'), { name: 'lock', body: { turn, sheet: order('ru') } });
    await table.pass(5000);
    expect(Object.values(stateOf(table.match.game).treaties)).toMatchObject([{ parties: ['ru', 'cn'], status: 'signed' }]);
  });
});

describe('an offer', () => {
  test('is signed once, by the one it was made to', async () => {
    const table = await threeSit();
    await table.ask(personOf('ru'), offer('cn'));
    const { id } = lastLine(table);
    expect(await table.ask(personOf('ru'), offer('cn'))).toMatchObject(refusal('offered-already'));
    expect(await table.ask(personOf('us'), sign(id))).toMatchObject(refusal('no-such-offer'));
    expect(await table.ask(personOf('ru'), sign(id))).toMatchObject(refusal('no-such-offer'));
    expect(await table.ask(personOf('cn'), sign(id))).toMatchObject({ ok: true });
    expect(await table.ask(personOf('cn'), sign(id))).toMatchObject(refusal('offer-closed'));
  });

  test('stands until the end of the next turn, and not longer', async () => {
    const table = await threeSit();
    await table.ask(personOf('ru'), offer('cn'));
    await table.ask(personOf('us'), offer('cn'));
    const [first, second] = table.match.table.lines;
    await nextTurn(table);
    expect(await table.ask(personOf('cn'), sign(first!.id))).toMatchObject({ ok: true });
    await nextTurn(table);
    expect(await table.ask(personOf('cn'), sign(second!.id))).toMatchObject(refusal('offer-closed'));
  });

  test('is neither made nor signed by who may not give that order now', async () => {
    const board = QUICK.board();
    const trust = { ...board.scenario.trust, 'us>ru': 60, 'ru>us': 0 };
    const unequal = { ...board, scenario: { ...board.scenario, trust } };
    const table = await threeSit({}, { shelved: { ...QUICK, board: () => unequal } });
    expect(await table.ask(personOf('ru'), offer('us'))).toMatchObject(refusal('too-little-trust'));
    expect(await table.ask(personOf('us'), offer('ru'))).toMatchObject({ ok: true });
    expect(await table.ask(personOf('ru'), sign(lastLine(table).id))).toMatchObject(refusal('too-little-trust'));
    expect(lastLine(table).signs).toBe(null);
  });

  test('that was signed becomes an order of both, if both put it on their sheets in that turn', async () => {
    const table = await threeSit();
    await table.ask(personOf('ru'), offer('cn'));
    await table.ask(personOf('cn'), sign(lastLine(table).id));
    const exercise = (partner: Power) => ({ ...EMPTY_SHEET, orders: [{ kind: 'joint-exercise' as const, partner }] });
    const sheets = { us: EMPTY_SHEET, ru: exercise('cn'), cn: exercise('ru') };
    for (const power of POWERS) await table.ask(personOf(power), { name: 'lock', body: { turn: 1, sheet: sheets[power] } });
    await table.pass(5000);
    expect(table.match.game.played[0]).toMatchObject({ step: { agreed: [['ru', 'cn', 'joint-exercise']] }, returned: [] });
  });

  test('to a bot is answered at once, by its trust in whoever offers', async () => {
    const table = await sitDown(planFor({ seat: 'ru', bots: { us: 'hawk', ru: 'hawk', cn: 'dove' } }));
    const opening = table.match.table.lines.length;
    await table.ask(HOST, offer('cn'));
    expect(table.match.table.lines.slice(opening).map((line) => [line.from, line.signs !== null])).toEqual([
      ['ru', false],
      ['cn', true],
    ]);
    await table.ask(HOST, offer('us'));
    // Who sees no use in it says so.
    expect(table.match.table.lines.slice(opening + 2)).toMatchObject([
      { from: 'ru' },
      { from: 'us', to: 'ru', phrase: 'no-use' },
    ]);
  });
});
