import { describe, expect, it } from 'vitest';
import { sameOrder } from '../../client/model/same-order.ts';
import { missingHalves, offersFrom, pricesOf, refusalOfHalf, signedHalves } from '../../client/model/talks.ts';
import { checkSheet } from '../../shared/game/check.ts';
import { newGame } from '../../shared/game/start.ts';
import { viewOf } from '../../shared/game/view.ts';
import { halfOf } from '../../shared/orders/half.ts';
import { EMPTY_SHEET, type Order } from '../../shared/orders/sheet.ts';
import type { ChannelLine, Offered } from '../../shared/protocol/channel.ts';
import { JOINT_KINDS, type Power } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { boardOf } from '../game/play.ts';
import { lineTo } from './line.ts';

const board = boardOf('best-offense-2016');
const start = newGame(board, { seed: 'offers', luck: 0, theory: 'contested' });
const line = (id: string, from: Power, to: Power, part: Partial<ChannelLine>): ChannelLine => ({
  id,
  from,
  to,
  turn: 1,
  atMs: 0,
  words: null,
  phrase: null,
  language: '',
  offer: null,
  signs: null,
  ...part,
});
const offered = (what: Offered['what'], from: Power = 'ru'): ChannelLine =>
  line(`offer-${what}`, from, from === 'ru' ? 'cn' : 'ru', { offer: { what, until: 2 } });
const signed = (offer: ChannelLine): ChannelLine => line(`sign-${offer.id}`, offer.to as Power, offer.from, { signs: offer.id });
const CLIMB: Order = { kind: 'climb', partner: 'cn' };

/** Russia's page, and what its partner says on the line. */
function russia() {
  const { match, hearing, say } = lineTo(board);
  say(start, 'ru');
  return { draft: match.draft, hearing, match };
}

describe('what an offer takes', () => {
  /** Everybody trusts everybody and has money: then every joint order may be given. */
  const { state } = viewOf(start, 'all');
  const friendly: State = {
    ...state,
    pairs: Object.fromEntries(Object.keys(state.pairs).map((id) => [id, { trust: 100, provocation: 0 }])),
  };

  it.each(JOINT_KINDS)('is of each side what the core takes from its purse for its half: %s', (what) => {
    const [from, to] = what === 'deconflict' ? (['us', 'ru'] as const) : (['ru', 'cn'] as const);
    const terms = { partners: [to], clauses: [{ type: 'notification' as const }] };
    const offer = line('o', from, to, { offer: { what, until: 2, ...(what === 'treaty' ? { terms } : {}) } });
    const prices = pricesOf(board, friendly, offer);
    expect(prices.map(({ power }) => power)).toEqual([from, to]);
    for (const { power, money } of prices) {
      const whole = checkSheet(board, friendly, power, EMPTY_SHEET).money;
      const left = checkSheet(board, friendly, power, { ...EMPTY_SHEET, orders: [halfOf(offer, power)!] });
      expect(left.returned).toEqual([]);
      expect(whole - left.money).toBeCloseTo(money, 9);
    }
  });
});

describe('a signature', () => {
  it('puts the own half onto the own sheet, of whoever offered and of whoever signed', () => {
    for (const from of ['ru', 'cn'] as const) {
      const { draft, hearing } = russia();
      const offer = offered('climb', from);
      hearing.line(offer);
      expect(draft.sheet.value.orders).toEqual([]);
      hearing.line(signed(offer));
      expect(draft.sheet.value.orders).toEqual([CLIMB]);
    }
  });

  it('leaves it to the player to strike his half: it does not come back by itself, and he can put it back', () => {
    const { draft, hearing } = russia();
    hearing.line(offered('climb'));
    hearing.line(signed(offered('climb')));
    draft.removeOrder(0);
    hearing.line(line('later', 'cn', 'ru', { words: 'Thank you.' }));
    hearing.lines([offered('climb'), signed(offered('climb'))]);
    expect(draft.sheet.value.orders).toEqual([]);
    draft.addOrder(CLIMB);
    expect(draft.sheet.value.orders).toEqual([CLIMB]);
  });

  it('changes no sheet that is full, and none that is locked: what is missing there is told', async () => {
    const full: Order[] = [{ kind: 'penaids' }, { kind: 'dispersal' }, { kind: 'patrol' }, { kind: 'glide' }];
    const { draft, hearing, match } = russia();
    for (const order of full.slice(0, draft.slots.value.orders)) draft.addOrder(order);
    const before = draft.sheet.value.orders;
    hearing.line(offered('climb'));
    hearing.line(signed(offered('climb')));
    expect(draft.sheet.value.orders).toEqual(before);
    expect(refusalOfHalf(draft, CLIMB)?.key).toBe('refusal.order-slots');
    expect(missingHalves(match.lines.value, { power: 'ru', turn: 1, orders: before })).toEqual([CLIMB]);

    const other = russia();
    await other.draft.lock();
    other.hearing.line(offered('climb'));
    other.hearing.line(signed(offered('climb')));
    expect(other.draft.sheet.value.orders).toEqual([]);
  });

  it('of another turn, or of others, puts nothing onto it', () => {
    const { draft, hearing } = russia();
    hearing.line(offered('climb'));
    hearing.line({ ...signed(offered('climb')), turn: 2 });
    expect(draft.sheet.value.orders).toEqual([]);
    const theirs = line('theirs', 'us', 'cn', { offer: { what: 'hotline', until: 2 } });
    expect(halfOf(theirs, 'ru')).toBe(null);
    expect(signedHalves([theirs, signed(theirs)], 'ru', 1)).toEqual([]);
  });
});

describe('the same order', () => {
  it('is the same however its fields and those of its clauses are ordered, and another with another clause', () => {
    const one: Order = { kind: 'treaty', partners: ['cn'], clauses: [{ type: 'cap', battery: 'moscow-a135', count: 68 }] };
    const other: Order = { clauses: [{ count: 68, battery: 'moscow-a135', type: 'cap' }], partners: ['cn'], kind: 'treaty' };
    expect(sameOrder(one, other)).toBe(true);
    expect(sameOrder(one, { ...one, clauses: [{ type: 'cap', battery: 'moscow-a135', count: 69 }] })).toBe(false);
  });
});

describe('an offer that waits for an answer', () => {
  it('is counted with whom it is from, until it is signed, countered or past', () => {
    const offer = offered('climb');
    const waiting = (lines: readonly ChannelLine[], power: Power, turn = 1): number =>
      offersFrom(lines, { power, from: 'ru', turn }).length;
    expect(waiting([offer], 'cn')).toBe(1);
    expect(waiting([offer], 'us')).toBe(0);
    expect(waiting([offer, signed(offer)], 'cn')).toBe(0);
    expect(waiting([offer], 'cn', 3)).toBe(0);
  });
});
