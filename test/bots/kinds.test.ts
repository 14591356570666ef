import { expect, test } from 'vitest';
import { toldOf } from '../../server/league/retell.ts';
import { seatingsOf } from '../../server/league/seatings.ts';
import { slotSharesOf } from '../../server/league/slots.ts';
import { boardOf } from '../game/play.ts';

const GAMES = 96;
/** Where a seat could give a kind in fewer games, its share says nothing. */
const ENOUGH = 20;

test.for(['best-offense-2016', 'lesson'])(
  'in %s no kind is shown to fill under 1 of 100 slots, or over 20, of a seat that may give it, among mixed bots (RULES 11)',
  { timeout: 120_000 },
  (scenario) => {
    const board = boardOf(scenario);
    const boards = { board, theory: 'contested' as const, changed: () => board };
    const seatings = seatingsOf('mixed');
    const told = Array.from({ length: GAMES }, (_, i) =>
      toldOf(boards, { seed: `kinds ${i}`, seats: seatings[i % seatings.length] ?? [], again: [] }),
    );
    const shares = slotSharesOf(told).filter(({ games }) => games >= ENOUGH);
    const named = (some: typeof shares) => some.map(({ power, kind }) => `${power} ${kind}`);
    expect(shares.length).toBeGreaterThan(3 * (board.scenario.orderKinds.length / 2));
    expect(named(shares.filter(({ whereAllowed }) => whereAllowed.high < 0.01))).toEqual([]);
    expect(named(shares.filter(({ share }) => share.low > 0.2))).toEqual([]);
  },
);
