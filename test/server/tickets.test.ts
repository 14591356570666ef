import { expect, test } from 'vitest';
import { Strikes } from '../../server/http/strikes.ts';
import { Tickets } from '../../server/match/tickets.ts';

const ANNA = { person: 'anna', nickname: 'Anna' };

test('a ticket opens its own room, once, within a minute', () => {
  let now = 0;
  const tickets = new Tickets(() => now);
  const ticket = tickets.issue('ABCDEF', ANNA);
  expect(tickets.redeem(ticket, 'OTHERS')).toBeNull();
  expect(tickets.redeem(ticket, 'ABCDEF')).toEqual(ANNA);
  expect(tickets.redeem(ticket, 'ABCDEF')).toBeNull();
  const late = tickets.issue('ABCDEF', ANNA);
  now += 60_000;
  expect(tickets.redeem(late, 'ABCDEF')).toBeNull();
  expect(tickets.redeem('made up', 'ABCDEF')).toBeNull();
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
