import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkText } from '../../server/cli/scenario-check.ts';
import { judgeOf } from '../../shared/game/check.ts';
import { newGame } from '../../shared/game/start.ts';
import { refusalOf } from '../../shared/orders/registry.ts';
import type { Order, Statement } from '../../shared/orders/sheet.ts';
import { readScenario } from '../../shared/scenario/load.ts';
import { ORDER_KINDS, type Power, STATEMENT_KINDS } from '../../shared/scenario/names.ts';
import { isRefusal } from '../../shared/state/refusal.ts';
import { boardOf } from '../game/play.ts';

const base = JSON.parse(readFileSync(new URL('../../assets/scenarios/best-offense-2016.json', import.meta.url), 'utf8'));
const board = boardOf('best-offense-2016');
const { start: state } = newGame(board, { seed: 'facts', luck: 0, theory: 'contested' });
const text = { en: 'a', ru: 'б', zh: '丙' };

/** What is said of a scenario in which this is a power's one fact, and in which it is this order. */
const toldOf = (power: Power, order: unknown): string[] => toldOfFact({ power, orders: [order] });
function toldOfFact(fact: object): string[] {
  const read = readScenario({ ...base, facts: [{ turn: 1, text, mark: 'game', ...fact }] });
  return 'faults' in read ? read.faults.map(({ args }) => `${args['path']}: ${args['problem']}`) : [];
}

const WRONG: readonly (readonly [Power, Order, string])[] = [
  ['us', { kind: 'build', battery: 'nowhere' }, 'battery: "nowhere" is not among batteries'],
  ['cn', { kind: 'build', battery: 'seongju' }, 'battery: "seongju" belongs to us'],
  ['us', { kind: 'reinforce', battery: 'guam' }, 'battery: "guam" has no "reinforce"'],
  ['us', { kind: 'forward', battery: 'deveselu', deployed: true }, 'battery: "deveselu" is not in reach of us'],
  ['ru', { kind: 'flight-test', interceptor: 'gbi', decoys: false }, 'interceptor: "gbi" is in no battery of ru'],
  ['us', { kind: 'intelligence', interceptor: 'gbi' }, 'interceptor: "gbi" is no rival\'s'],
  ['ru', { kind: 'exercise', host: 'poland' }, 'host: "poland" is no partner of ru'],
  ['us', { kind: 'coerce', host: 'poland' }, 'host: "poland" is us\'s own partner'],
  ['us', { kind: 'press', third: 'atlantis' }, 'third: "atlantis" is not among thirds'],
  ['cn', { kind: 'climb', partner: 'cn' }, 'partner: is cn itself'],
  ['ru', { kind: 'integrate', alliance: 'nato' }, 'alliance: "nato" is led by us'],
  ['cn', { kind: 'strike-proxy', proxy: 'syria' }, 'proxy: cn has no side in "syria"'],
];

describe('the orders of a fact', () => {
  it.each(WRONG)('must be ones that the power could give: %s, %o', (power, order, says) => {
    expect(toldOf(power, order)).toEqual([expect.stringContaining(`facts[0].orders[0].${says}`)]);
    // The rules of the core would not have it either, whatever the state.
    const known = !['nowhere', 'atlantis'].some((name) => JSON.stringify(order).includes(name));
    if (known) expect(refusalOf({ board, state, power }, order)).not.toBe(null);
  });

  it('are told where they stand in the file when their kind does not exist, and may be left out', () => {
    expect(toldOf('us', { kind: 'parade' })[0]).toMatch(/^facts\[0\]\.orders\[0\]/);
    const read = readScenario({ ...base, facts: [{ turn: 1, power: 'us', text, mark: 'game' }] });
    expect('scenario' in read && read.scenario.facts[0]?.orders).toEqual([]);
  });

  it('are checked by `threshold scenario check` with line and cure; those of kinds not in play are doubted', () => {
    const file = JSON.stringify(
      { ...base, facts: [{ turn: 1, power: 'cn', text, mark: 'game', orders: [WRONG[1]?.[1]] }] },
      null,
      1,
    );
    const [mistake] = checkText(file, () => undefined).mistakes;
    expect(mistake).toMatchObject({ path: 'facts[0].orders[0].battery', weight: 'mistake' });
    expect(file.split('\n')[(mistake?.line ?? 0) - 1]).toContain('"battery": "seongju"');
    const idle = { ...base, orderKinds: ORDER_KINDS.filter((kind) => kind !== 'press') };
    const doubts = checkText(JSON.stringify(idle), () => undefined).mistakes.filter(({ path }) => path.startsWith('facts['));
    expect(doubts.length).toBe(2);
    for (const { path, says, weight } of doubts)
      expect([path, says, weight]).toEqual([
        expect.stringMatching(/^facts\[\d+\]\.orders\[\d\]\.kind$/),
        expect.stringContaining('"press" is not in play'),
        'doubt',
      ]);
  });

  it('are no mistake where they are taken over from another scenario that had what they name: they are left out', () => {
    const without = { extends: base.id, id: 'calm', thirds: { nk: null }, hosts: {}, alliances: [], proxies: [] };
    const read = readScenario(without, base);
    const faults = 'faults' in read ? read.faults.map(({ args }) => String(args['path'])) : [];
    expect(faults.filter((path) => path.startsWith('facts['))).toEqual([]);
    const own = readScenario({ ...without, facts: base.facts }, base);
    const at = base.facts.findIndex((fact: { turn: number; power: string }) => fact.turn === 4 && fact.power === 'ru');
    expect('faults' in own && own.faults.map(({ args }) => args['path'])).toContain(`facts[${at}].orders[1].third`);
  });

  it('are in every shipped scenario beyond doubt', () => {
    for (const id of ['best-offense-2016', 'thaad']) {
      const file = readFileSync(new URL(`../../assets/scenarios/${id}.json`, import.meta.url), 'utf8');
      const told = checkText(file, () => base).mistakes.filter(({ path }) => path.startsWith('facts['));
      expect(told, id).toEqual([]);
    }
  });
});

const SAID = { speaker: 'minister', kind: 'warn', target: 'us', subject: 'seongju', venue: 'forum', mark: 'game' } as const;
const BOUND = { condition: { type: 'battery-active', battery: 'deveselu' }, response: null, until: 3 } as const;
const LINE = { ...BOUND, response: 'penaids' } as const;
const WRONG_WORDS: readonly (readonly [Power, Partial<Record<keyof Statement, unknown>>, string])[] = [
  ['us', {}, 'target: is us itself'],
  ['cn', { target: 'all', venue: 'private' }, 'venue: is private'],
  ['cn', { subject: 'nowhere' }, 'subject: "nowhere" is nothing'],
  ['ru', { kind: 'pledge' }, 'commitment: is missing'],
  ['ru', { commitment: BOUND }, 'commitment: is not for a warn'],
  ['ru', { kind: 'red-line', speaker: 'state-media', subject: 'deveselu', commitment: LINE }, 'speaker: cannot bind'],
  ['us', { kind: 'deny', target: 'ru' }, 'subject: "seongju" is no battery of us with fastMidcourse'],
  [
    'us',
    { kind: 'pledge', target: 'ru', subject: 'deveselu', commitment: { ...BOUND, until: 1 } },
    'commitment.until: is no turn',
  ],
  ['ru', { kind: 'pledge', subject: 'deveselu', commitment: BOUND }, 'commitment.condition: is not in the hands of ru'],
  [
    'us',
    { kind: 'red-line', target: 'ru', subject: 'deveselu', commitment: LINE },
    'commitment.condition: is in the hands of us',
  ],
  ['ru', { kind: 'red-line', subject: 'deveselu', commitment: BOUND }, 'commitment.response: is missing'],
  ['us', { kind: 'pledge', target: 'ru', subject: 'deveselu', commitment: LINE }, 'commitment.response: is for a red-line'],
  ['ru', { kind: 'red-line', commitment: LINE }, 'subject: is "seongju", and the condition is about "deveselu"'],
  [
    'ru',
    { kind: 'red-line', subject: 'nowhere', commitment: { ...LINE, condition: { type: 'battery-active', battery: 'nowhere' } } },
    'subject: "nowhere" is nothing',
  ],
  [
    'ru',
    { kind: 'red-line', commitment: { ...LINE, condition: { type: 'battery-active', battery: 'nowhere' } } },
    'commitment.condition.battery: "nowhere" is not among',
  ],
  [
    'ru',
    { kind: 'red-line', commitment: { ...LINE, condition: { type: 'third-test', third: 'atlantis' } } },
    'commitment.condition.third: "atlantis" is not among',
  ],
];

describe('the words of a fact', () => {
  it.each(WRONG_WORDS)('must be ones that the power could say: %s, %o', (power, patch, says) => {
    const said = { ...SAID, ...patch };
    expect(toldOfFact({ power, statements: [said] })).toEqual([expect.stringContaining(`facts[0].statements[0].${says}`)]);
    // The rules of the core would not have it either.
    const { mark: _mark, ...rest } = { commitment: null, ...said };
    const statement = { ...rest, words: '', language: 'en' } as Statement;
    expect(isRefusal(judgeOf(board, state, { power, abandoned: [], money: 0 }).statement(statement))).toBe(true);
  });

  it('carry a sentence in every language or none, no longer than a player may write', () => {
    const words = { en: 'a', ru: 'б', zh: '丙' };
    expect(toldOfFact({ power: 'cn', statements: [{ ...SAID, words }] })).toEqual([]);
    for (const wrong of [
      { en: 'a', ru: 'б' },
      { ...words, en: 'a'.repeat(281) },
      { ...words, zh: '' },
    ])
      expect(toldOfFact({ power: 'cn', statements: [{ ...SAID, words: wrong }] })[0]).toMatch(
        /^facts\[0\]\.statements\[0\]\.words/,
      );
    expect(toldOfFact({ power: 'cn', statements: [{ ...SAID, kind: 'shout' }] })[0]).toMatch(/^facts\[0\]\.statements\[0\]/);
  });

  it('are checked by `threshold scenario check` with line and cure; those that can never be suggested are doubted', () => {
    const facts = [{ turn: 1, power: 'cn', text, mark: 'game', statements: [{ ...SAID, subject: 'nowhere' }] }];
    const file = JSON.stringify({ ...base, facts }, null, 1);
    const [mistake] = checkText(file, () => undefined).mistakes;
    expect(mistake).toMatchObject({ path: 'facts[0].statements[0].subject', weight: 'mistake' });
    expect(file.split('\n')[(mistake?.line ?? 0) - 1]).toContain('"subject": "nowhere"');
    const pledge = { condition: { type: 'treaty-left', power: 'cn' }, response: null, until: 3 };
    const promised = { ...SAID, kind: 'pledge', subject: 'treaty', commitment: pledge };
    const line = { ...SAID, kind: 'red-line', subject: 'deveselu', commitment: { ...LINE, response: 'posture' } };
    const idle = {
      ...base,
      orderKinds: ORDER_KINDS.filter((kind) => !['treaty', 'leave-treaty', 'posture'].includes(kind)),
      statementKinds: STATEMENT_KINDS.filter((kind) => kind !== 'warn'),
      facts: [{ turn: 1, power: 'cn', text, mark: 'game', statements: [SAID, promised, line] }],
    };
    const doubts = checkText(JSON.stringify(idle), () => undefined).mistakes.filter(({ path }) => path.startsWith('facts['));
    expect(doubts.map(({ path, weight }) => [path, weight])).toEqual([
      ['facts[0].statements[0].kind', 'doubt'],
      ['facts[0].statements[1].commitment.condition.type', 'doubt'],
      ['facts[0].statements[2].commitment.response', 'doubt'],
    ]);
  });

  it('are left out where they are taken over by a scenario without what they are about', () => {
    const read = readScenario(
      { extends: base.id, id: 'calm', thirds: { nk: null }, hosts: {}, alliances: [], proxies: [] },
      base,
    );
    const faults = 'faults' in read ? read.faults.map(({ args }) => String(args['path'])) : [];
    expect(faults.filter((path) => path.includes('statements'))).toEqual([]);
  });
});
