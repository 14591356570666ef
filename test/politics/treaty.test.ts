import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { haveDirectLine } from '../../shared/crisis/outbreak.ts';
import type { Agreed, Game, Sheets } from '../../shared/game/game.ts';
import { advance } from '../../shared/game/turn.ts';
import type { Order } from '../../shared/orders/sheet.ts';
import { presentAt } from '../../shared/politics/commitment.ts';
import { fearOf } from '../../shared/politics/fear.ts';
import { allayedOf, restraintsOf } from '../../shared/politics/restraint.ts';
import { countInForce, depthOf, gateOf } from '../../shared/politics/treaty.ts';
import { CLAUSE_TYPES, PAIRS, type Power, pairId } from '../../shared/scenario/names.ts';
import type { Clause, State } from '../../shared/state/state.ts';
import {
  board,
  moved,
  now,
  orders,
  quietTurns,
  returnedKeys,
  say,
  standingAt,
  start,
  still,
  turn,
  withPair,
} from '../belief/table.ts';

const friendly: State = PAIRS.reduce((state, [from, to]) => withPair(state, pairId(from, to), { trust: 90 }), start);
const order = (partners: readonly Power[], clauses: readonly Clause[]): Order => ({
  kind: 'treaty',
  partners: [...partners],
  clauses: [...clauses] as Extract<Order, { kind: 'treaty' }>['clauses'],
});
const US_RU: Agreed = [['us', 'ru', 'treaty']];

/** The US and Russia sign these clauses. */
function signed(clauses: readonly Clause[], state: State = friendly): Game {
  const sheets: Sheets = { us: orders(order(['ru'], clauses)), ru: orders(order(['us'], clauses)) };
  return advance(standingAt(still, state), { type: 'turn', sheets, agreed: US_RU });
}
const only = (game: Game) => Object.values(now(game).treaties)[0]!;
const p = board.scenario.parameters.treaties;

describe('a treaty (RULES 7)', () => {
  const inspection: Clause = { type: 'inspection' };

  it('is signed by both and in force a turn later', () => {
    const game = signed([inspection]);
    expect(returnedKeys(game)).toEqual([]);
    expect(only(game)).toMatchObject({ parties: ['us', 'ru'], status: 'signed', made: 1 });
    expect(only(quietTurns(game, 1)).status).toBe('in-force');
    expect(countInForce(now(game), 'us')).toBe(0);
    expect(countInForce(now(quietTurns(game, 1)), 'us')).toBe(1);
    expect(countInForce(now(quietTurns(game, 1)), 'cn')).toBe(0);
  });

  it('is less news with the same partner a turn later, and full news with another (RULES 5: softened by repeats)', () => {
    const first = signed([inspection]);
    const [gain, trust] = [moved(first, 'powers/us', 'influence', 'treaty'), moved(first, 'pairs/us>ru', 'trust', 'treaty')];
    const clauses: readonly Clause[] = [{ type: 'notification' }];
    const share = depthOf(board, clauses) / depthOf(board, [inspection]);
    const again = (partner: Power): Game =>
      advance(standingAt(still, { ...now(first), pairs: friendly.pairs, powers: friendly.powers }), {
        type: 'turn',
        sheets: { us: orders(order([partner], clauses)), [partner]: orders(order(['us'], clauses)) },
        agreed: [['us', partner, 'treaty']],
      });
    const { softRepeat } = board.scenario.parameters.orders;
    expect(moved(again('ru'), 'powers/us', 'influence', 'treaty')).toBeCloseTo(gain * share * softRepeat, 9);
    expect(moved(again('ru'), 'pairs/us>ru', 'trust', 'treaty')).toBeLessThan(trust);
    expect(moved(again('cn'), 'powers/us', 'influence', 'treaty')).toBeCloseTo(gain * share, 9);
  });

  it('of three tires by each pair of parties, in whatever order they are named', () => {
    const before = now(signed([inspection]));
    const [[id, first] = ['', undefined]] = Object.entries(before.treaties);
    // It is over, and still no news.
    const treaties = { [id]: { ...first!, status: 'ended' as const } };
    const state: State = { ...before, treaties, pairs: friendly.pairs, powers: friendly.powers };
    const clauses: readonly Clause[] = [{ type: 'notification' }];
    const agreed: Agreed = [
      ['us', 'ru', 'treaty'],
      ['us', 'cn', 'treaty'],
      ['ru', 'cn', 'treaty'],
    ];
    const depth = depthOf(board, clauses);
    const partners: readonly (readonly Power[])[] = [
      ['ru', 'cn'],
      ['cn', 'ru'],
    ];
    for (const named of partners) {
      const sheets: Sheets = {
        us: orders(order(named, clauses)),
        ru: orders(order(['us', 'cn'], clauses)),
        cn: orders(order(['us', 'ru'], clauses)),
      };
      const game = advance(standingAt(still, state), { type: 'turn', sheets, agreed });
      const gained = (pair: string): number => moved(game, `pairs/${pair}`, 'trust', 'treaty') / (p.signedTrust * depth);
      const { softRepeat } = board.scenario.parameters.orders;
      expect(['us>ru', 'ru>us', 'us>cn', 'cn>us', 'ru>cn'].map(gained)).toEqual(
        [softRepeat, softRepeat, 1, 1, 1].map((share) => expect.closeTo(share, 9)),
      );
    }
  });

  it('asks for mutual trust by depth: each answers for his own, just enough is enough', () => {
    for (const type of ['notification', 'inspection', 'data-exchange'] as const) {
      const at = (trust: number): State => withPair(friendly, 'us>ru', { trust });
      expect(returnedKeys(signed([{ type }], at(p.gates[type])))).toEqual([]);
      expect(returnedKeys(signed([{ type }], at(p.gates[type] - 0.01)))).toContain('refusal.too-little-trust');
    }
    expect(gateOf(board, [inspection, { type: 'notification' }])).toBe(p.gates.inspection + p.perClause);
  });

  it('costs approval at home and gives trust and standing, more the deeper it is', () => {
    const shallow = signed([{ type: 'notification' }]);
    const deep = signed([{ type: 'cap', battery: 'fort-greely', count: 40 }]);
    for (const power of ['us', 'ru'] as const) {
      expect(moved(shallow, `powers/${power}`, 'approval', 'treaty')).toBe(p.signedApproval);
      expect(moved(deep, `powers/${power}`, 'influence', 'treaty')).toBeGreaterThan(
        moved(shallow, `powers/${power}`, 'influence', 'treaty'),
      );
    }
    expect(depthOf(board, [{ type: 'cap', battery: 'fort-greely', count: 40 }])).toBe(1);
  });

  it('is not made by halves, by different words, or without an offer', () => {
    const half = advance(standingAt(still, friendly), {
      type: 'turn',
      sheets: { us: orders(order(['ru'], [inspection])) },
      agreed: US_RU,
    });
    expect(returnedKeys(half)).toEqual(['refusal.left-waiting']);
    expect(moved(half, 'pairs/us>ru', 'trust', 'left-waiting')).toBeLessThan(0);
    const other: Sheets = { us: orders(order(['ru'], [inspection])), ru: orders(order(['us'], [{ type: 'notification' }])) };
    expect(returnedKeys(advance(standingAt(still, friendly), { type: 'turn', sheets: other, agreed: US_RU }))).toEqual([
      'refusal.left-waiting',
      'refusal.left-waiting',
    ]);
    expect(returnedKeys(turn(standingAt(still, friendly), other))).toEqual(['refusal.not-signed', 'refusal.not-signed']);
  });

  it('is the same treaty in whatever order its clauses are written', () => {
    const both: readonly Clause[] = [inspection, { type: 'no-battery', battery: 'redzikowo' }];
    const sheets: Sheets = { us: orders(order(['ru'], both)), ru: orders(order(['us'], [...both].reverse())) };
    const game = advance(standingAt(still, friendly), { type: 'turn', sheets, agreed: US_RU });
    expect(only(game).status).toBe('signed');
  });

  it('of three takes all three, and two signatures under offers', () => {
    const sheets: Sheets = {
      us: orders(order(['ru', 'cn'], [inspection])),
      ru: orders(order(['us', 'cn'], [inspection])),
      cn: orders(order(['ru', 'us'], [inspection])),
    };
    const play = (agreed: Agreed, some: Sheets = sheets): Game =>
      advance(standingAt(still, friendly), { type: 'turn', sheets: some, agreed });
    const all: Agreed = [
      ['us', 'ru', 'treaty'],
      ['us', 'cn', 'treaty'],
    ];
    expect(only(play(all)).parties).toEqual(['us', 'ru', 'cn']);
    expect(now(play(US_RU)).treaties).toEqual({});
    expect(now(play(all, { us: sheets.us!, ru: sheets.ru! })).treaties).toEqual({});
  });

  it('while it holds is worth trust and calm every turn', () => {
    const game = quietTurns(signed([inspection]), 2);
    expect(moved(game, 'pairs/us>ru', 'trust', 'treaty')).toBeCloseTo(p.keptTrust * depthOf(board, [inspection]), 9);
    expect(moved(game, 'world', 'tension', 'treaty')).toBeLessThan(0);
  });

  it('names a party, what there is, and nothing twice', () => {
    const keys = (clauses: readonly Clause[]) => returnedKeys(signed(clauses))[0];
    expect(keys([inspection, inspection])).toBe('refusal.clause-twice');
    expect(keys([{ type: 'cap', battery: 'nowhere', count: 1 }])).toBe('refusal.no-such-subject');
    expect(keys([{ type: 'cap', battery: 'hq19-beijing', count: 1 }])).toBe('refusal.clause-binds-nobody');
    expect(keys([{ type: 'no-forward', power: 'ru', battery: 'fort-greely' }])).toBe('refusal.out-of-reach');
    const again = advance(quietTurns(signed([inspection]), 1), {
      type: 'turn',
      sheets: { us: orders(order(['ru'], [inspection])), ru: orders(order(['us'], [inspection])) },
      agreed: US_RU,
    });
    expect(returnedKeys(again)).toContain('refusal.clause-in-force');
  });
});

describe('what clauses do', () => {
  it('a cap and no battery: what is beyond is taken away, and what they forbid is refused', () => {
    const game = quietTurns(
      signed([
        { type: 'cap', battery: 'deveselu', count: 10 },
        { type: 'no-battery', battery: 'redzikowo' },
      ]),
      1,
    );
    expect(now(game).batteries.deveselu!.inventory).toBe(10);
    const tries = (o: Order) => returnedKeys(turn(game, { us: orders(o) }));
    expect(tries({ kind: 'reinforce', battery: 'deveselu' })).toEqual(['refusal.treaty-forbids']);
    expect(tries({ kind: 'build', battery: 'redzikowo' })).toEqual(['refusal.treaty-forbids']);
    expect(tries({ kind: 'build', battery: 'seongju' })).toEqual([]);
    expect(returnedKeys(turn(game, { ru: orders({ kind: 'reinforce', battery: 'moscow-a135' }) }))).toEqual([]);
  });

  it('no battery at a site means the site: what an upgrade would put there goes too, begun or not', () => {
    const begun = now(turn(standingAt(still, friendly), { us: orders({ kind: 'upgrade', battery: 'deveselu' }) }));
    const game = quietTurns(signed([{ type: 'no-battery', battery: 'deveselu' }], begun), 5);
    const there = Object.values(now(game).batteries).filter(({ site, status }) => site === 'deveselu' && status !== 'withdrawn');
    expect(there).toEqual([]);
    const pending = signed([{ type: 'no-battery', battery: 'deveselu-iia' }]);
    expect(returnedKeys(turn(pending, { us: orders({ kind: 'upgrade', battery: 'deveselu' }) }))).toEqual([
      'refusal.treaty-forbids',
    ]);
  });

  const upgrade: Order = { kind: 'upgrade', battery: 'deveselu' };
  const toIia = still.plans['deveselu']!.upgrade!.turns;

  it('a cap goes on for what an upgrade puts there: as many better ones are within it, and counted once; none beyond', () => {
    const capsIn = (game: Game) => restraintsOf(board, now(game), 'us', 'ru').caps;
    const kept = quietTurns(signed([{ type: 'cap', battery: 'deveselu', count: 24 }]), 1);
    const begun = turn(kept, { us: orders(upgrade) });
    expect(returnedKeys(begun)).toEqual([]);
    expect(presentAt(now(begun), 'deveselu')).toBe(24);
    const done = quietTurns(begun, toIia);
    expect(now(done).batteries['deveselu-iia']).toMatchObject({ status: 'active', inventory: 24 });
    expect([capsIn(begun)['deveselu-iia'], capsIn(done)['deveselu-iia']]).toEqual([0.9, 0.9]);
    const growing = { ...still.plans['deveselu-iia']!, reinforce: still.plans['deveselu']!.reinforce! };
    const bigger = { ...still, plans: { ...still.plans, 'deveselu-iia': growing } };
    const more = turn({ ...done, board: bigger }, { us: orders({ kind: 'reinforce', battery: 'deveselu-iia' }) });
    expect(returnedKeys(more)).toEqual(['refusal.treaty-forbids']);
  });

  it('a cap under which an upgrade leads is carried out on it too: what stands is cut, the work ends, nothing is left half built', () => {
    const begun = now(turn(standingAt(still, friendly), { us: orders(upgrade) }));
    const game = quietTurns(signed([{ type: 'cap', battery: 'deveselu', count: 10 }], begun), toIia + 1);
    expect(now(game).batteries['deveselu']).toMatchObject({ status: 'active', inventory: 10 });
    expect(now(game).batteries['deveselu-iia']).toMatchObject({ status: 'withdrawn', inventory: 0 });
    expect(Object.values(now(game).works).filter(({ battery }) => battery.startsWith('deveselu'))).toEqual([]);
  });

  it('no forward missiles at a site means the site: an upgrade lets none back in', () => {
    const game = turn(quietTurns(signed([{ type: 'no-forward', power: 'ru', battery: 'deveselu' }]), 1), { us: orders(upgrade) });
    for (const later of [0, toIia])
      expect(
        returnedKeys(turn(quietTurns(game, later), { ru: orders({ kind: 'forward', battery: 'deveselu-iia', deployed: true }) })),
      ).toEqual(['refusal.treaty-forbids']);
    const held = turn(standingAt(still, friendly), {
      us: orders(upgrade),
      ru: orders({ kind: 'forward', battery: 'deveselu', deployed: true }),
    });
    expect(now(quietTurns(signed([{ type: 'no-forward', power: 'ru', battery: 'deveselu-iia' }], now(held)), 1)).forward).toEqual(
      {},
    );
  });

  it('no forward missiles and no flight tests', () => {
    const held = now(turn(standingAt(still, friendly), { ru: orders({ kind: 'forward', battery: 'deveselu', deployed: true }) }));
    const clauses: readonly Clause[] = [{ type: 'no-forward', power: 'ru', battery: 'deveselu' }, { type: 'test-moratorium' }];
    const game = quietTurns(signed(clauses, held), 1);
    expect(now(game).forward).toEqual({});
    expect(returnedKeys(turn(game, { ru: orders({ kind: 'forward', battery: 'deveselu', deployed: true }) }))).toEqual([
      'refusal.treaty-forbids',
    ]);
    for (const [power, interceptor] of [
      ['us', 'gbi'],
      ['ru', 'a135'],
    ] as const)
      expect(returnedKeys(turn(game, { [power]: orders({ kind: 'flight-test', interceptor, decoys: false }) }))).toEqual([
        'refusal.treaty-forbids',
      ]);
    expect(returnedKeys(turn(game, { cn: orders({ kind: 'flight-test', interceptor: 'hq19', decoys: false }) }))).toEqual([]);
  });

  it('inspection leaves a fifth of the worst case, between the parties alone', () => {
    const state = now(quietTurns(signed([{ type: 'inspection' }]), 1));
    expect(allayedOf(board, state, 'us', 'ru')['aegis-pacific']).toBeCloseTo(0.8, 12);
    expect(allayedOf(board, state, 'us', 'cn')).toEqual({});
    expect(fearOf(board, state, 'ru', 'us').fear).toBeLessThanOrEqual(fearOf(board, friendly, 'ru', 'us').fear);
  });

  it('a signed cap replaces the trend by nine tenths, by all of it with inspection (RULES 4)', () => {
    const cap: Clause = { type: 'cap', battery: 'fort-greely', count: 40 };
    const caps = (clauses: readonly Clause[]) =>
      restraintsOf(board, now(quietTurns(signed(clauses), 1)), 'us', 'cn').caps['fort-greely'];
    expect(caps([cap])).toBe(0.9);
    expect(caps([cap, { type: 'inspection' }])).toBe(1);
    expect(caps([{ ...cap, count: 99 }])).toBeUndefined();
  });

  it('exchanged data are a direct line; notice halves the alarm of tests', () => {
    const state = now(quietTurns(signed([{ type: 'data-exchange' }]), 1));
    expect(haveDirectLine(state, 'ru', 'us')).toBe(true);
    expect(haveDirectLine(state, 'us', 'cn')).toBe(false);
    const test = { us: orders({ kind: 'flight-test', interceptor: 'gbi', decoys: false }) };
    const calm = turn(
      standingAt(still, { ...now(quietTurns(signed([{ type: 'notification' }]), 1)), world: friendly.world }),
      test,
    );
    expect(moved(calm, 'world', 'tension', 'flight-test')).toBeCloseTo(
      moved(turn(standingAt(still, friendly), test), 'world', 'tension', 'flight-test') / 2,
      9,
    );
  });
});

describe('leaving and breaking', () => {
  const clauses: readonly Clause[] = [{ type: 'no-battery', battery: 'redzikowo' }];
  const inForce = quietTurns(signed(clauses), 1);
  const id = Object.keys(now(inForce).treaties)[0]!;

  it('with notice: it binds to the end of the next turn, then it is over, and nobody’s word has suffered', () => {
    const noticed = turn(inForce, { us: orders({ kind: 'leave-treaty', treaty: id }) });
    expect(only(noticed)).toMatchObject({ status: 'noticed', by: ['us'] });
    expect(returnedKeys(turn(noticed, { us: orders({ kind: 'build', battery: 'redzikowo' }) }))).toEqual([
      'refusal.treaty-forbids',
    ]);
    const ended = quietTurns(noticed, 1);
    expect(only(ended).status).toBe('ended');
    expect(now(ended).powers.us.credibility).toBe(now(inForce).powers.us.credibility);
    expect(returnedKeys(turn(ended, { us: orders({ kind: 'build', battery: 'redzikowo' }) }))).toEqual([]);
  });

  it('openly broken: the act goes ahead, the word is worth less, trust falls, and the door is shut for three turns', () => {
    const sheet = { ...orders({ kind: 'build', battery: 'redzikowo' }), abandon: [id] };
    const broken = turn(inForce, { us: sheet });
    expect(returnedKeys(broken)).toEqual([]);
    expect(only(broken)).toMatchObject({ status: 'broken', by: ['us'] });
    expect(now(broken).batteries.redzikowo?.status).toBe('building');
    expect(now(broken).powers.us.credibility).toBeCloseTo(now(inForce).powers.us.credibility * (1 - 0.35), 9);
    expect(moved(broken, 'pairs/ru>us', 'trust', 'treaty')).toBeLessThan(0);
    expect(moved(broken, 'pairs/cn>us', 'trust', 'treaty')).toBe(0);
    const tries = (after: number) => {
      const game = quietTurns(broken, after);
      const sheets: Sheets = {
        us: orders(order(['ru'], [{ type: 'notification' }])),
        ru: orders(order(['us'], [{ type: 'notification' }])),
      };
      const warm = standingAt(still, { ...now(game), pairs: friendly.pairs });
      return returnedKeys(advance(warm, { type: 'turn', sheets, agreed: US_RU }));
    };
    expect(tries(2)).toContain('refusal.treaty-door-shut');
    expect(tries(3)).toEqual([]);
  });

  it('is what a red line may be drawn at', () => {
    const line = { condition: { type: 'treaty-left', power: 'us' }, response: 'penaids', until: 8 } as const;
    const said = {
      speaker: 'head-of-state',
      kind: 'red-line',
      target: 'us',
      subject: 'treaty',
      venue: 'home',
      commitment: line,
      words: '',
      language: 'en',
    } as const;
    const drawn = turn(inForce, { ru: { orders: [], statements: [said], abandon: [] } });
    expect(returnedKeys(drawn)).toEqual([]);
    const crossed = turn(drawn, { us: orders({ kind: 'leave-treaty', treaty: id }) });
    expect(Object.values(now(crossed).commitments)[0]!.status).toBe('met');
    const broken = turn(drawn, { us: { ...orders(), abandon: [id] } });
    expect(Object.values(now(broken).commitments)[0]!.status).toBe('met');
  });

  it('breaks the pledge not to leave one, in the turn of the breach', () => {
    const pledge = { condition: { type: 'treaty-left', power: 'us' }, response: null, until: 8 } as const;
    const said = say({ kind: 'pledge', target: 'ru', subject: 'treaty', venue: 'home', commitment: pledge });
    const promised = turn(inForce, { us: { orders: [], statements: [said], abandon: [] } });
    expect(returnedKeys(promised)).toEqual([]);
    const broken = turn(promised, { us: { ...orders(), abandon: [id] } });
    expect(Object.values(now(broken).commitments)[0]!.status).toBe('broken');
  });

  it('broken on the day on which it would enter into force, it never does: nothing is taken away, what is ordered is built', () => {
    const pending = signed([{ type: 'no-battery', battery: 'deveselu' }]);
    const pact = Object.keys(now(pending).treaties)[0]!;
    const broken = turn(pending, { us: { ...orders({ kind: 'reinforce', battery: 'deveselu' }), abandon: [pact] } });
    expect(returnedKeys(broken)).toEqual([]);
    expect(only(broken)).toMatchObject({ status: 'broken', by: ['us'] });
    expect(now(broken).batteries.deveselu).toEqual(now(pending).batteries.deveselu);
    expect(Object.values(now(broken).works).filter(({ battery }) => battery === 'deveselu')).toHaveLength(1);
  });
});

describe('laws of treaties', () => {
  it('a clause more never asks for less trust, and depth is between nothing and a little over one', () => {
    const clause = fc.constantFrom(...CLAUSE_TYPES).map((type): Clause => {
      if (type === 'cap') return { type, battery: 'fort-greely', count: 40 };
      if (type === 'no-battery') return { type, battery: 'redzikowo' };
      return type === 'no-forward' ? { type, power: 'ru', battery: 'deveselu' } : { type };
    });
    fc.assert(
      fc.property(fc.array(clause, { minLength: 1, maxLength: 3 }), clause, (some, more) => {
        expect(gateOf(board, [...some, more])).toBeGreaterThanOrEqual(gateOf(board, some));
        expect(depthOf(board, some)).toBeGreaterThan(0);
        expect(depthOf(board, some)).toBeLessThanOrEqual(1.5);
      }),
    );
  });
});
