/** What somebody may do at his seat, by his portfolios and by who else of his delegation is here. */
import type { Delegation, Portfolio } from '../../shared/protocol/portfolio.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { type Member, membersOf, type Seat, type Seats, seatOf } from './seats.ts';
import type { Table } from './table.ts';

/** His portfolios; and the head of state's too, if none of those who are here has it and he is the first of them. */
export function rightsIn(seat: Seat, person: string, here: ReadonlySet<string>): readonly Portfolio[] {
  const members = membersOf(seat);
  const own = members.find((member) => member.person === person)?.portfolios ?? [];
  const present = members.filter((member) => here.has(member.person));
  const isLed = present.some(({ portfolios }) => portfolios.includes('head-of-state'));
  return isLed || present[0]?.person !== person ? own : ['head-of-state', ...own.filter((each) => each !== 'head-of-state')];
}

export function rightsOf(seats: Seats, person: string, here: ReadonlySet<string>): readonly Portfolio[] {
  const power = seatOf(seats, person);
  return power === null ? [] : rightsIn(seats[power], person, here);
}

/** What one of a delegation is told of it; null: the seat is none. */
export function delegationOf(table: Table, power: Power, person: string, here: ReadonlySet<string>): Delegation | null {
  const seat = table.seats[power];
  if (seat.held !== 'delegation') return null;
  const asks = table.strikes[power];
  const place = (who: string): number => seat.members.findIndex((member) => member.person === who);
  return {
    delegates: seat.members.map(({ person: who, nickname }: Member) => ({
      nickname,
      portfolios: rightsIn(seat, who, here),
      isHere: here.has(who),
    })),
    own: place(person),
    strikeBy: asks === undefined ? null : place(asks),
    choice: table.choices[power] ?? null,
  };
}
