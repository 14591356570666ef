import { describe, expect, it } from 'vitest';
import type { Board } from '../../shared/capability/board.ts';
import type { Game } from '../../shared/game/game.ts';
import {
  boardWith,
  moved,
  now,
  orders,
  returnedKeys,
  standingAt,
  start,
  still,
  turn,
  withBattery,
  withConsent,
} from '../belief/table.ts';

const at = (consent: number, host = 'romania', on: Board = still): Game => standingAt(on, withConsent(start, host, consent));
const reinforce = orders({ kind: 'reinforce', battery: 'deveselu' });
const status = (game: Game): string => now(game).batteries['deveselu']!.status;

describe('hosts (RULES 7)', () => {
  it('let nothing new be built under consent 35, and let it at 35', () => {
    expect(returnedKeys(turn(at(34.99), { us: reinforce }))).toEqual(['refusal.host']);
    expect(returnedKeys(turn(at(35), { us: reinforce }))).toEqual([]);
  });

  it('refuse new sites the same way, and have no say on the owner’s own soil', () => {
    const korea = at(34, 'south-korea');
    expect(returnedKeys(turn(korea, { us: orders({ kind: 'build', battery: 'seongju' }) }))).toEqual(['refusal.host']);
    const nobody = standingAt(still, {
      ...start,
      hosts: Object.fromEntries(Object.keys(start.hosts).map((id) => [id, { consent: 0 }])),
    });
    expect(returnedKeys(turn(nobody, { us: orders({ kind: 'reinforce', battery: 'fort-greely' }) }))).toEqual([]);
  });

  it('ask a power of its own allies too: Belarus under 35 takes no S-500', () => {
    expect(returnedKeys(turn(at(20, 'belarus'), { ru: orders({ kind: 'build', battery: 's500-belarus' }) }))).toEqual([
      'refusal.host',
    ]);
  });

  it('suspend a battery under consent 15, and not at 15', () => {
    expect(status(turn(at(14.99)))).toBe('suspended');
    expect(status(turn(at(15)))).toBe('active');
  });

  it('let it resume when consent is back', () => {
    const rested = standingAt(still, withBattery(withConsent(start, 'romania', 14), 'deveselu', { status: 'suspended' }));
    expect(status(turn(rested))).toBe('suspended');
    const willing = standingAt(still, withBattery(withConsent(start, 'romania', 16), 'deveselu', { status: 'suspended' }));
    expect(status(turn(willing))).toBe('active');
  });

  it('raise nothing that was withdrawn', () => {
    const gone = standingAt(still, withBattery(start, 'deveselu', { status: 'withdrawn', inventory: 0 }));
    expect(status(turn(gone))).toBe('withdrawn');
  });

  it('go six in a hundred of the way back to where they began', () => {
    const drifting = boardWith({ hosts: { drift: 0.06 } }, still);
    expect(moved(turn(at(50, 'romania', drifting)), 'hosts/romania', 'consent')).toBeCloseTo(0.06 * 30, 10);
  });

  it('are moved by a partner’s courting up by 7, by a rival’s down by .6 of that', () => {
    const court = orders({ kind: 'court', host: 'turkey' });
    expect(moved(turn(at(80), { us: court }), 'hosts/turkey', 'consent')).toBeCloseTo(7, 10);
    expect(moved(turn(at(80), { ru: court }), 'hosts/turkey', 'consent')).toBeCloseTo(-4.2, 10);
  });

  it('are coerced as far as they can be: China on Korea 12, Russia on Romania .6 of that; both sides pay', () => {
    const korea = turn(at(80), { cn: orders({ kind: 'coerce', host: 'south-korea' }) });
    expect(moved(korea, 'hosts/south-korea', 'consent')).toBeCloseTo(-12, 10);
    expect(moved(korea, 'powers/cn', 'influence')).toBeCloseTo(-1.5, 10);
    expect(moved(korea, 'powers/cn', 'tradeLost', 'coerce')).toBeCloseTo(0.5, 10);
    expect(moved(korea, 'pairs/us>cn', 'trust')).toBeCloseTo(-2, 10);
    expect(moved(turn(at(80), { ru: orders({ kind: 'coerce', host: 'romania' }) }), 'hosts/romania', 'consent')).toBeCloseTo(
      -7.2,
      10,
    );
  });

  it('cannot be coerced by their own partner', () => {
    expect(returnedKeys(turn(at(80), { us: orders({ kind: 'coerce', host: 'romania' }) }))).toEqual(['refusal.own-ally']);
  });

  it('pay for being built on: consent falls by 3 and is held at 0', () => {
    expect(moved(turn(at(80), { us: reinforce }), 'hosts/romania', 'consent')).toBeCloseTo(-3, 10);
    const game = turn(at(5, 'south-korea'), { cn: orders({ kind: 'coerce', host: 'south-korea' }) });
    expect(now(game).hosts['south-korea']!.consent).toBe(0);
  });
});
