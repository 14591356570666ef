import { describe, expect, test } from 'vitest';
import { remake } from '../../server/match/remake.ts';
import { delegationOf, rightsIn } from '../../server/match/rights.ts';
import type { Member, Seat } from '../../server/match/seats.ts';
import { type CrisisChoice, stateOf } from '../../shared/game/game.ts';
import { LIMITS } from '../../shared/limits.ts';
import { EMPTY_SHEET, type Order, type Sheet, type Statement } from '../../shared/orders/sheet.ts';
import { PORTFOLIOS, type Portfolio } from '../../shared/protocol/portfolio.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { personOf, planFor, QUICK, sitDown, type Table } from './table.ts';

const member = (person: string, ...portfolios: Portfolio[]): Member => ({ person, nickname: `Nick ${person}`, portfolios });
const HEAD = member('head', 'head-of-state');
const GENERAL = member('general', 'defence');
const ENVOY = member('envoy', 'foreign-affairs');
const VOICE = member('voice', 'press');
const CABINET: Seat = { held: 'delegation', members: [HEAD, GENERAL, ENVOY, VOICE] };
const people = (...members: Member[]): Seat => ({ held: 'delegation', members });

/** The United States are a delegation; a person each holds Russia and China. */
async function cabinetSits(seat: Seat = CABINET, shelved = QUICK): Promise<Table> {
  const plan = planFor({ friends: true }, shelved);
  const seats = { ...plan.seats, us: seat, ru: alone('ru'), cn: alone('cn') };
  const table = await sitDown({ ...plan, seats });
  await comes(table, 'head', 'general', 'envoy', 'voice');
  return table;
}

/** The same in a crisis of the United States, in its first round. */
async function inCrisis(seat: Seat) {
  const board = QUICK.board();
  const { parameters } = board.scenario;
  const crisis = { ...parameters.crisis, midpoint: -1000, most: 1, hazard: 0 };
  const nervous = { ...board, scenario: { ...board.scenario, parameters: { ...parameters, crisis } } };
  const table = await cabinetSits(seat, { ...QUICK, board: () => nervous });
  await table.pass(LONG_MS);
  const choose = (person: string, choice: CrisisChoice) =>
    table.ask(person, { name: 'choose', body: { turn: 1, round: 1, choice } });
  expect(stateOf(table.match.game)).toMatchObject({ world: { phase: 'crisis' }, crisis: { first: 'us', round: 1 } });
  return { table, choose };
}
/** Longer than a turn, a round or an absence that is waited for. */
const LONG_MS = 76_000;
const alone = (power: Power): Seat => ({ held: 'person', person: personOf(power), nickname: power });
const comes = (table: Table, ...persons: string[]): Promise<void> =>
  table.match.setPresent(new Set([...persons, personOf('ru'), personOf('cn')]), true);

const REINFORCE: Order = { kind: 'reinforce', battery: 'deveselu' };
const VISIT: Order = { kind: 'visit', battery: 'deveselu' };
const WORDS: Statement = {
  speaker: 'minister',
  kind: 'reassure',
  target: 'ru',
  subject: 'arms',
  venue: 'united-nations',
  commitment: null,
  words: '',
  language: 'en',
};
const sheet = (part: Partial<Sheet>): Sheet => ({ ...EMPTY_SHEET, ...part });
const draft = (part: Partial<Sheet>, base = 0) => ({ name: 'draft', body: { turn: 1, sheet: sheet(part), base } }) as const;
const lock = (part: Partial<Sheet>, base = 0) => ({ name: 'lock', body: { turn: 1, sheet: sheet(part), base } }) as const;
const say = (to: Power | 'all', words: string) => ({ name: 'say', body: { to, words, phrase: null, language: 'en' } }) as const;
const refused = (key: string, args: object = {}) => ({ ok: false, refusal: { key: `refusal.${key}`, args } });
const notYours = (portfolio: Portfolio) => refused('not-your-portfolio', { portfolio });
const YES = { ok: true };

describe('the rights of somebody in a seat', () => {
  test('are all for who sits alone, and none for who does not sit there', () => {
    expect(rightsIn(alone('ru'), personOf('ru'), new Set())).toEqual(PORTFOLIOS);
    expect(rightsIn(alone('ru'), 'head', new Set(['head']))).toEqual([]);
    expect(rightsIn({ held: 'bot', bot: 'dove' }, 'head', new Set(['head']))).toEqual([]);
  });

  test('are his portfolios while a head of state is here', () => {
    const here = new Set(['head', 'general']);
    expect(rightsIn(CABINET, 'head', here)).toEqual(['head-of-state']);
    expect(rightsIn(CABINET, 'general', here)).toEqual(['defence']);
  });

  test('are the head of state’s too for exactly one of those who are here, whoever is away', () => {
    const all = ['head', 'general', 'envoy', 'voice'];
    for (let mask = 1; mask < 2 ** all.length; mask++) {
      const here = new Set(all.filter((_, i) => mask & (2 ** i)));
      const signing = all.filter((person) => here.has(person) && rightsIn(CABINET, person, here).includes('head-of-state'));
      expect(signing, [...here].join()).toHaveLength(1);
    }
    expect(rightsIn(CABINET, 'general', new Set(['general', 'envoy']))).toEqual(['head-of-state', 'defence']);
    expect(rightsIn(people(VOICE), 'voice', new Set(['voice']))).toEqual(['head-of-state', 'press']);
  });
});

describe('the sheet of a delegation', () => {
  test('takes from each his part and from the head of state any', async () => {
    const table = await cabinetSits();
    expect(await table.ask('voice', draft({ orders: [REINFORCE] }))).toMatchObject(notYours('defence'));
    expect(await table.ask('general', draft({ orders: [VISIT] }))).toMatchObject(notYours('foreign-affairs'));
    expect(await table.ask('envoy', draft({ statements: [WORDS] }))).toMatchObject(notYours('press'));
    expect(await table.ask('voice', draft({ standing: 'stand-down' }))).toMatchObject(notYours('head-of-state'));
    expect(await table.ask('general', draft({ orders: [REINFORCE] }))).toMatchObject(YES);
    expect(await table.ask('envoy', draft({ orders: [REINFORCE, VISIT] }, 1))).toMatchObject(YES);
    expect(await table.ask('envoy', draft({ orders: [VISIT] }, 2))).toMatchObject(notYours('defence'));
    expect(await table.ask('voice', draft({ orders: [REINFORCE, VISIT], statements: [WORDS] }, 2))).toMatchObject(YES);
    expect(await table.ask('head', draft({ orders: [VISIT], standing: 'hold' }, 3))).toMatchObject(YES);
    expect(table.match.table.drafts.us).toMatchObject({ number: 4, by: 'Nick head', sheet: { orders: [VISIT], statements: [] } });
  });

  test('is not written over by who has not seen its last change', async () => {
    const table = await cabinetSits();
    const first = await table.ask('general', draft({ orders: [REINFORCE] }));
    expect(first).toMatchObject({ ok: true, receipt: { number: 1 } });
    expect(await table.ask('envoy', draft({ orders: [VISIT] }))).toMatchObject(refused('draft-moved-on'));
    expect(await table.ask('head', lock({ orders: [] }))).toMatchObject(refused('draft-moved-on'));
    expect(table.match.table.drafts.us).toMatchObject({ number: 1, isLocked: false, sheet: { orders: [REINFORCE] } });
  });

  test('is locked and unlocked by one signature, the head of state’s', async () => {
    const table = await cabinetSits();
    expect(await table.ask('general', lock({}))).toMatchObject(notYours('head-of-state'));
    expect(await table.ask('head', lock({}))).toMatchObject(YES);
    expect(table.match.hasCommitted('us')).toBe(true);
    expect(await table.ask('general', { name: 'unlock', body: { turn: 1 } })).toMatchObject(notYours('head-of-state'));
    expect(await table.ask('head', { name: 'unlock', body: { turn: 1 } })).toMatchObject(YES);
    await comes(table, 'general', 'voice');
    expect(await table.ask('general', lock({}, 2))).toMatchObject(YES);
  });

  test('comes back from the log with its number and with who changed it', async () => {
    const table = await cabinetSits();
    await table.ask('general', draft({ orders: [REINFORCE] }));
    const remade = remake(table.match.plan, table.log);
    expect(remade).toMatchObject({ table: { drafts: { us: { number: 1, by: 'Nick general' } } } });
  });

  test('tells the others of the delegation and nobody else', async () => {
    const table = await cabinetSits();
    const heard: unknown[] = [];
    table.match.listen((event) => heard.push(event));
    await table.ask('general', draft({ orders: [REINFORCE] }));
    expect(heard).toEqual([{ what: 'draft', power: 'us', by: 'general' }]);
  });
});

describe('a delegation', () => {
  test('is here while one of it is, and is covered only once all are gone', async () => {
    const table = await cabinetSits();
    await comes(table, 'voice');
    await table.pass(LONG_MS);
    expect(table.match.isHere('us')).toBe(true);
    expect(table.match.table.covered.us ?? false).toBe(false);
    await comes(table);
    await table.pass(LONG_MS);
    expect(table.match.table.covered.us).toBe(true);
  });

  test('stops the clock by the hand that signs', async () => {
    const table = await cabinetSits();
    expect(await table.ask('voice', { name: 'pause', body: {} })).toMatchObject(notYours('head-of-state'));
    expect(await table.ask('head', { name: 'pause', body: {} })).toMatchObject(YES);
  });

  test('loses who stands up, and its seat to a bot with the last of them', async () => {
    const table = await cabinetSits(people(HEAD, VOICE));
    await table.ask('head', { name: 'hand-back', body: { bot: 'dove' } });
    expect(table.match.table.seats.us).toEqual(people(VOICE));
    await table.ask('voice', { name: 'rename', body: { nickname: 'Loud' } });
    expect(table.match.table.seats.us).toEqual(people({ ...VOICE, nickname: 'Loud' }));
    await table.ask('voice', { name: 'hand-back', body: { bot: 'dove' } });
    expect(table.match.table.seats.us).toEqual({ held: 'bot', bot: 'dove' });
  });

  test('goes on as it is when one of it moves to another device', async () => {
    const table = await cabinetSits();
    expect(await table.match.move('general', { person: 'phone', nickname: 'G' })).toBeNull();
    expect(table.match.table.seats.us).toEqual(people(HEAD, { ...GENERAL, person: 'phone', nickname: 'G' }, ENVOY, VOICE));
    expect(await table.match.move('voice', { person: 'head', nickname: 'H' })).toMatchObject({ key: 'refusal.one-seat-each' });
  });

  test('reads a rival as the last of it who tapped does', async () => {
    const table = await cabinetSits();
    await table.pass(LONG_MS);
    const tap = (reading: 'strike' | 'defensive') => ({ name: 'perceive', body: { turn: 1, of: 'ru', reading } }) as const;
    await table.ask('voice', tap('strike'));
    await table.ask('general', tap('defensive'));
    expect(table.match.table.perceptions).toEqual([{ turn: 1, by: 'us', of: 'ru', reading: 'defensive' }]);
  });

  test('is shown to its own, with who stands in for whom', async () => {
    const table = await cabinetSits(people(HEAD, GENERAL));
    const shown = delegationOf(table.match.table, 'us', 'general', new Set(['general']));
    expect(shown).toEqual({
      delegates: [
        { nickname: 'Nick head', portfolios: ['head-of-state'], isHere: false },
        { nickname: 'Nick general', portfolios: ['head-of-state', 'defence'], isHere: true },
      ],
      own: 1,
      strikeBy: null,
      choice: null,
    });
    expect(delegationOf(table.match.table, 'ru', personOf('ru'), new Set())).toBeNull();
  });
});

describe('the channels of a delegation', () => {
  test('have one of its own, whose lines take nothing of what it may say to others', async () => {
    const table = await cabinetSits();
    for (let i = 0; i < LIMITS.channelLinesPerTurn; i++)
      expect(await table.ask('voice', say('us', `aside ${i}`))).toMatchObject(YES);
    expect(await table.ask('voice', say('ru', 'good day'))).toMatchObject(YES);
    expect(table.match.table.lines.at(-1)).toMatchObject({ from: 'us', to: 'ru', by: 'Nick voice' });
    expect(await table.ask(personOf('ru'), say('ru', 'to myself'))).toMatchObject(refused('to-yourself'));
  });

  test('take offers and signatures from foreign affairs and the head of state only', async () => {
    const table = await cabinetSits();
    const offer = { name: 'offer', body: { to: 'cn', what: 'joint-exercise' } } as const;
    expect(await table.ask('general', offer)).toMatchObject(notYours('foreign-affairs'));
    expect(await table.ask('envoy', offer)).toMatchObject(YES);
    await table.ask(personOf('cn'), { name: 'offer', body: { to: 'us', what: 'joint-exercise' } });
    const sign = { name: 'sign', body: { offer: table.match.table.lines.at(-1)!.id } } as const;
    expect(await table.ask('voice', sign)).toMatchObject(notYours('foreign-affairs'));
    expect(await table.ask('head', sign)).toMatchObject(YES);
  });
});

describe('a strike of a delegation', () => {
  test('is chosen by two: one who signs asks for it, and a second confirms', async () => {
    const { table, choose } = await inCrisis(CABINET);
    expect(await choose('general', 'strike')).toMatchObject(notYours('head-of-state'));
    await choose('head', 'hold');
    expect(await choose('head', 'strike')).toMatchObject(YES);
    expect(await choose('head', 'strike')).toMatchObject(YES);
    expect(table.match.table.choices.us).toBeUndefined();
    expect(delegationOf(table.match.table, 'us', 'general', new Set(['general']))?.strikeBy).toBe(0);
    expect(await choose('general', 'escalate')).toMatchObject(notYours('head-of-state'));
    expect(await choose('general', 'strike')).toMatchObject(YES);
    expect(table.match.table.choices.us).toBe('strike');
  });

  test('is withdrawn by any other choice, and then confirmed by nobody', async () => {
    const { table, choose } = await inCrisis(CABINET);
    await choose('head', 'strike');
    await choose('head', 'stand-down');
    expect(await choose('general', 'strike')).toMatchObject(notYours('head-of-state'));
    expect(table.match.table.choices.us).toBe('stand-down');
  });

  test('is never that of one person on two devices, nor of who has left', async () => {
    const { table, choose } = await inCrisis(CABINET);
    await choose('head', 'strike');
    await table.match.move('head', { person: 'phone', nickname: 'H' });
    await comes(table, 'phone', 'general');
    await choose('phone', 'strike');
    expect(table.match.table.choices.us).toBeUndefined();
    await table.ask('phone', { name: 'hand-back', body: { bot: 'dove' } });
    await choose('general', 'strike');
    expect(table.match.table.choices.us).toBeUndefined();
  });

  test('is chosen by who sits there alone', async () => {
    const { table, choose } = await inCrisis(people(HEAD));
    await choose('head', 'strike');
    expect(table.match.table.choices.us).toBe('strike');
  });

  test('that nobody confirmed in time is none', async () => {
    const { table, choose } = await inCrisis(CABINET);
    await choose('head', 'strike');
    await table.pass(LONG_MS);
    const round = table.match.game.played.find(({ step }) => step.type === 'round')?.step;
    expect(round).toMatchObject({ choices: { us: 'hold' } });
    expect(table.match.table.strikes).toEqual({});
  });
});
