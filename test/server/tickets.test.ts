import { expect, test } from 'vitest';
import { Strikes } from '../../server/http/strikes.ts';
import { RESERVED_MS, Tickets } from '../../server/match/tickets.ts';

const ANNA = { code: 'ABCDEF', person: 'anna', nickname: 'Anna' };

test('a ticket lets whom it was made for into the room it was made for, once, within a minute', () => {
  let now = 0;
  const tickets = new Tickets(() => now);
  const ticket = tickets.issue(ANNA, false);
  expect(tickets.redeem(ticket)).toEqual(ANNA);
  expect(tickets.redeem(ticket)).toBeNull();
  const late = tickets.issue(ANNA, false);
  now += 60_000;
  expect(tickets.redeem(late)).toBeNull();
  expect(tickets.redeem('made up')).toBeNull();
});

test('those who are on the way to watch a match are counted until their ticket or their reservation has run out', () => {
  let now = 0;
  const tickets = new Tickets(() => now);
  const shown = tickets.issue(ANNA, true);
  tickets.issue(ANNA, true);
  tickets.issue(ANNA, false);
  tickets.issue({ ...ANNA, code: 'OTHERS' }, true);
  expect(tickets.watchersOnTheWay('ABCDEF')).toBe(2);
  tickets.redeem(shown);
  expect(tickets.watchersOnTheWay('ABCDEF')).toBe(2);
  now += RESERVED_MS;
  expect(tickets.watchersOnTheWay('ABCDEF')).toBe(1);
  now += 60_000;
  expect(tickets.watchersOnTheWay('ABCDEF')).toBe(0);
});

test('an address is out after sixty mistakes in a minute, and in again after it', () => {
  let now = 0;
  const strikes = new Strikes(() => now);
  for (let i = 0; i < 60; i++) {
    expect(strikes.isOut('here')).toBe(false);
    strikes.add('here');
  }
  expect(strikes.isOut('here')).toBe(true);
  expect(strikes.isOut('there')).toBe(false);
  now += 60_000;
  expect(strikes.isOut('here')).toBe(false);
});
