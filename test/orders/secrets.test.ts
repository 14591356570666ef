import { describe, expect, it } from 'vitest';
import type { Game } from '../../shared/game/game.ts';
import { viewOf } from '../../shared/game/view.ts';
import type { Order, Sheet, Statement } from '../../shared/orders/sheet.ts';
import { fearOf } from '../../shared/politics/fear.ts';
import type { Viewer } from '../../shared/scenario/names.ts';
import {
  gameOn,
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
  words,
} from '../belief/table.ts';

const fresh = gameOn(still);
const secret: Order = { kind: 'build', battery: 's500-moscow' };
/** Russia begins a battery on its own soil; it is due three turns later, half done from the second on. */
const begun = turn(fresh, { ru: orders(secret) });
const seen = (game: Game, viewer: Viewer = 'us') => {
  const { state } = viewOf(game, viewer);
  return { battery: 's500-moscow' in state.batteries, work: 'w1-ru-0' in state.works, deed: 'd1-ru-0' in state.deeds };
};
const none = { battery: false, work: false, deed: false };
const all = { battery: true, work: true, deed: true };
const told = (game: Game, viewer: Viewer = 'public'): string => JSON.stringify(viewOf(game, viewer).effects);

describe('what others may see of works', () => {
  it('on one’s own soil: nothing before half-time, all from half-time on; one’s own at once', () => {
    expect(seen(begun)).toEqual(none);
    expect(seen(begun, 'public')).toEqual(none);
    expect(seen(begun, 'ru')).toEqual(all);
    expect(seen(quietTurns(begun, 1))).toEqual(all);
  });

  it('on a host’s soil: all at once, since the host debates it', () => {
    const game = turn(fresh, { us: orders({ kind: 'build', battery: 'redzikowo' }) });
    for (const viewer of ['ru', 'cn', 'public'] as const) {
      const { state } = viewOf(game, viewer);
      expect([state.batteries['redzikowo']?.status, state.works['w1-us-0']?.add, state.deeds['d1-us-0']?.kind]).toEqual([
        'building',
        24,
        'build',
      ]);
    }
  });

  it('the works of the start are known to all', () => {
    expect(viewOf(fresh, 'public').state.works['w0-0']).toMatchObject({ battery: 'fort-greely', add: 8 });
  });

  it('programmes only when they are finished', () => {
    const game = turn(fresh, { cn: orders({ kind: 'penaids' }) });
    for (const later of [0, 1]) {
      const { state } = viewOf(quietTurns(game, later), 'us');
      expect([state.works['w1-cn-0'], state.deeds['d1-cn-0'], state.powers.cn.penaids]).toEqual([undefined, undefined, 0]);
    }
    const done = viewOf(quietTurns(game, 2), 'us').state;
    expect([done.deeds['d1-cn-0']?.kind, done.powers.cn.penaids]).toEqual(['penaids', 1]);
  });

  it('nobody fears what he cannot know: a reinforcement on own soil moves rivals’ fear when it is seen, and not before', () => {
    const reinforced = turn(fresh, { us: orders({ kind: 'reinforce', battery: 'fort-greely' }) });
    const fear = (game: Game): number => fearOf(still, viewOf(game, 'cn').state, 'cn', 'us').fear;
    expect(fear(reinforced)).toBe(fear(turn(fresh)));
    expect(fear(quietTurns(reinforced, 1))).toBeGreaterThan(fear(quietTurns(turn(fresh), 1)));
  });

  it('money, approval, secret aims and the truth of systems are nobody else’s', () => {
    const { state } = viewOf(begun, 'us');
    expect(state.powers.ru).toMatchObject({ money: 0, secretAim: '' });
    expect(state.powers.us.secretAim).not.toBe('');
    expect(state.systems['gbi']!.trueKill).toBeCloseTo(10 / 19, 12);
  });

  it('private words and pledges reach the two who speak, and nobody else', () => {
    const commitment = { condition: { type: 'posture-generated', power: 'us' }, response: null, until: 4 } as const;
    const game = turn(fresh, {
      us: words(say({ kind: 'pledge', venue: 'private', target: 'ru', subject: 'posture', commitment })),
    });
    for (const viewer of ['us', 'ru'] as const) expect(Object.keys(viewOf(game, viewer).state.commitments)).toEqual(['c1-us-0']);
    for (const viewer of ['cn', 'public'] as const) {
      expect(viewOf(game, viewer).state.commitments).toEqual({});
      expect(viewOf(game, viewer).state.spoken).toEqual({});
    }
  });
});

describe('what gives a secret away', () => {
  const line = (until: number): Statement =>
    say({
      kind: 'red-line',
      target: 'ru',
      subject: 's500-moscow',
      commitment: { condition: { type: 'battery-active', battery: 's500-moscow' }, response: 'build', until },
    });

  it('no refusal tells of works that are not seen: a red line against them is accepted', () => {
    expect(returnedKeys(turn(begun, { us: words(line(6)) }))).toEqual(returnedKeys(turn(turn(fresh), { us: words(line(6)) })));
  });

  it('no red line is crossed, for all to read, by works that nobody has seen', () => {
    const drawn = turn(fresh, { us: words(line(6)) });
    expect(now(turn(drawn, { ru: orders(secret) })).commitments['c1-us-0']!.status).toBe('open');
  });

  it('pressing stays quiet: no line of the public ledger names it', () => {
    const game = turn(fresh, { cn: orders({ kind: 'press', third: 'nk' }) });
    expect(viewOf(game, 'us').state.deeds).toEqual({});
    expect(told(game)).not.toContain('why.order.press');
  });

  it('a private promise broken does not name itself to those who never heard it', () => {
    const commitment = { condition: { type: 'posture-generated', power: 'us' }, response: null, until: 4 } as const;
    const made = turn(fresh, {
      us: words(say({ kind: 'pledge', venue: 'private', target: 'ru', subject: 'posture', commitment })),
    });
    expect(told(turn(made, { us: orders({ kind: 'posture', posture: 'generated' }) }), 'cn')).not.toContain('c1-us-0');
  });

  it('a private reassurance that acts contradict does not tell the public that it was made', () => {
    const sheet: Sheet = {
      ...orders({ kind: 'build', battery: 'seongju' }),
      statements: [say({ kind: 'reassure', venue: 'private', target: 'ru', subject: 'seongju' })],
    };
    expect(told(turn(fresh, { us: sheet }))).not.toContain('why.statement.contradicted');
  });

  it('secret building does not show in the builder’s public standing before it is seen', () => {
    const influence = (game: Game): number => viewOf(game, 'us').state.powers.ru.influence;
    expect(influence(begun)).toBe(influence(turn(fresh)));
  });

  it('nor does it show in the ledger by name', () => {
    expect(told(begun)).not.toContain('s500');
    expect(told(begun, 'us')).not.toContain('s500');
    const provoked = turn(standingAt(still, withPair(start, 'ru>us', { provocation: 0.5 })), { ru: orders(secret) });
    expect(told(provoked, 'us')).not.toContain('s500');
  });
});
