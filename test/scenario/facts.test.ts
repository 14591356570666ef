import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkText } from '../../server/cli/scenario-check.ts';
import { newGame } from '../../shared/game/start.ts';
import { refusalOf } from '../../shared/orders/registry.ts';
import type { Order } from '../../shared/orders/sheet.ts';
import { readScenario } from '../../shared/scenario/load.ts';
import { ORDER_KINDS, type Power } from '../../shared/scenario/names.ts';
import { boardOf } from '../game/play.ts';

const base = JSON.parse(readFileSync(new URL('../../assets/scenarios/best-offense-2016.json', import.meta.url), 'utf8'));
const board = boardOf('best-offense-2016');
const { start: state } = newGame(board, { seed: 'facts', luck: 0, theory: 'contested' });
const text = { en: 'a', ru: 'б', zh: '丙' };

/** What is said of a scenario in which a power's one fact is this order. */
function toldOf(power: Power, order: unknown): string[] {
  const read = readScenario({ ...base, facts: [{ turn: 1, power, text, mark: 'game', orders: [order] }] });
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
