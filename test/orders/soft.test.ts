import { describe, expect, it } from 'vitest';
import type { Game } from '../../shared/game/game.ts';
import type { Order } from '../../shared/orders/sheet.ts';
import { gameOn, moved, orders, quietTurns, returnedKeys, standingAt, start, still, turn, withConsent } from '../belief/table.ts';

const low = standingAt(still, withConsent(withConsent(start, 'turkey', 40), 'south-korea', 90));
const court: Order = { kind: 'court', host: 'turkey' };
const consent = (game: Game): number => moved(game, 'hosts/turkey', 'consent');

describe('soft orders lose force when repeated (RULES 5)', () => {
  it('to two fifths for each repeat within four turns: 7, 2.8, 1.12, .448', () => {
    let game = low;
    for (const expected of [7, 2.8, 1.12, 0.448, 0.1792]) {
      game = turn(game, { us: orders(court) });
      expect(consent(game)).toBeCloseTo(expected, 10);
    }
    // The first of them is now five turns ago and forgotten: still four in memory.
    game = turn(game, { us: orders(court) });
    expect(consent(game)).toBeCloseTo(0.1792, 10);
  });

  it('and have it back in full when four turns have passed without', () => {
    const once = turn(low, { us: orders(court) });
    expect(consent(turn(quietTurns(once, 3), { us: orders(court) }))).toBeCloseTo(2.8, 10);
    expect(consent(turn(quietTurns(once, 4), { us: orders(court) }))).toBeCloseTo(7, 10);
  });

  it('not by what another power did, or by another kind', () => {
    const busy = turn(low, { us: orders({ kind: 'exercise', host: 'turkey' }), ru: orders(court) });
    expect(consent(turn(busy, { us: orders(court) }))).toBeCloseTo(7, 10);
  });

  it('courting and visits with any of their kind: there is one court to be paid in a year, and one open day', () => {
    const elsewhere = turn(low, { us: orders({ kind: 'court', host: 'japan' }) });
    expect(consent(turn(elsewhere, { us: orders(court) }))).toBeCloseTo(2.8, 10);
    const visit = (battery: string) => ({ us: orders({ kind: 'visit', battery }) });
    const trust = (game: Game): number => moved(game, 'pairs/ru>us', 'trust', 'visit');
    const first = turn(gameOn(still), visit('deveselu'));
    const second = turn(first, visit('aegis-pacific'));
    expect(trust(second) / trust(first)).toBeCloseTo(0.4, 10);
  });

  it('pressing: one government by itself, the standing that pleading brings with whomever it is', () => {
    const press = (third: string) => ({ cn: orders({ kind: 'press', third }) });
    const second = turn(turn(gameOn(still), press('nk')), press('iran'));
    // China's influence on Iran is 30 of the 60 at which pressing has its full force of 14 and 1.6.
    expect(moved(second, 'thirds/iran', 'restraint', 'press')).toBeCloseTo(7, 10);
    expect(moved(second, 'powers/cn', 'influence', 'press')).toBeCloseTo(1.6 * 0.5 * 0.4, 10);
  });

  it('coercion by host alone', () => {
    const coerce = (host: string) => ({ cn: orders({ kind: 'coerce', host }) });
    const elsewhere = turn(low, coerce('japan'));
    expect(moved(turn(elsewhere, coerce('south-korea')), 'hosts/south-korea', 'consent')).toBeCloseTo(-12, 10);
  });

  it('coercion too: 12, then 4.8; its costs do not soften', () => {
    const coerce = { cn: orders({ kind: 'coerce', host: 'south-korea' }) };
    const second = turn(turn(low, coerce), coerce);
    expect(moved(second, 'hosts/south-korea', 'consent')).toBeCloseTo(-4.8, 10);
    expect(moved(second, 'powers/cn', 'influence')).toBeCloseTo(-1.5, 10);
  });

  it('exercises too: consent 3, then 1.2, with whichever ally', () => {
    const exercise = (host: string) => ({ us: orders({ kind: 'exercise', host }) });
    expect(consent(turn(low, exercise('turkey')))).toBeCloseTo(3, 10);
    expect(consent(turn(turn(low, exercise('turkey')), exercise('turkey')))).toBeCloseTo(1.2, 10);
    expect(consent(turn(turn(low, exercise('japan')), exercise('turkey')))).toBeCloseTo(1.2, 10);
  });
});

describe('exercises', () => {
  it('are for one’s own allies only', () => {
    expect(returnedKeys(turn(gameOn(still), { ru: orders({ kind: 'exercise', host: 'japan' }) }))).toEqual([
      'refusal.not-your-ally',
    ]);
    expect(returnedKeys(turn(gameOn(still), { ru: orders({ kind: 'exercise', host: 'belarus' }) }))).toEqual([]);
  });

  it('raise tension', () => {
    const game = turn(gameOn(still), { us: orders({ kind: 'exercise', host: 'japan' }) });
    expect(moved(game, 'world', 'tension')).toBeCloseTo(1.2 * 1.6 * 0.55, 10);
  });

  it('cost the rivals’ trust, and do not earn it', () => {
    const game = turn(gameOn(still), { us: orders({ kind: 'exercise', host: 'japan' }) });
    expect(moved(game, 'pairs/cn>us', 'trust')).toBeLessThan(0);
  });
});
