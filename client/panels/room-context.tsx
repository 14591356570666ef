/** The match and the desk that all panels of a room share. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Desk } from '../model/desk.ts';
import type { Match } from '../model/match.ts';
import type { Table } from '../model/table.ts';

export interface RoomContext {
  readonly match: Match;
  readonly desk: Desk;
}

export const Room = createContext<RoomContext | null>(null);

export function useRoom(): RoomContext {
  const room = useContext(Room);
  if (room === null) throw new Error('This panel stands in a room.');
  return room;
}

/** What lobby and room share. */
export const AtTable = createContext<Table | null>(null);

export function useTable(): Table {
  const table = useContext(AtTable);
  if (table === null) throw new Error('This part stands at a table.');
  return table;
}
