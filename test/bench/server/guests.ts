/** Three persons of one match, for each of the three servers in its own tongue, all alike to whoever lets them play. */
// First, since the SDK takes the socket that is there when it is loaded.
import './counted-socket.ts';

import { Client, type Room } from '@colyseus/sdk';
import { must } from '../../../shared/assert.ts';
import type { Sheet } from '../../../shared/orders/sheet.ts';
import type { Admission, CreateMatch } from '../../../shared/protocol/lobby.ts';
import type { Answer } from '../../../shared/protocol/messages.ts';
import { POWERS, type Power } from '../../../shared/scenario/names.ts';
import { come, create, newBearer } from '../../server/house.ts';
import { CountedSocket } from './counted-socket.ts';
import type { Sample } from './samples.ts';
import type { Script } from './scripts.ts';

export type Wish = 'draft' | 'lock';

export interface Guest {
  readonly socket: CountedSocket;
  /** The view that he was shown at first, and all that had come until it was there. */
  readonly first: Sample;
  readonly joinBytes: number;
  /** Hands in what belongs to the turn; true: the receipt has come and nothing is returned. */
  ask(wish: Wish, turn: number): Promise<boolean>;
  /** Hears of every further view. */
  onView(sample: Sample): void;
  /** Goes; the game's server forgets the match with its host. */
  leave(): Promise<unknown>;
}

/** Opens a match, with this number and by this script, and all three enter. */
export type Open = (origin: string, number: number, script: Script) => Promise<readonly Guest[]>;

const WISH: Omit<CreateMatch, 'scenario'> = {
  seat: 'us',
  bots: { us: 'dove', ru: 'dove', cn: 'dove' },
  friends: true,
  // Its deadlines lie far behind the end of the bench, and yet all stand in the heap.
  clock: 'half-day',
  speech: 'free',
  nickname: 'Host',
  atOnce: true,
  watchMs: 1000,
};

/** Alone against bots, who make nobody wait after the lock. */
export const openThresholdAlone: Open = async (origin, _number, script) => {
  const { seed, scenario } = script;
  return [await enterThreshold(origin, script, 'us', await create(origin, { ...WISH, seed, scenario }))];
};

export const openThreshold: Open = async (origin, _number, script) => {
  const { seed, scenario } = script;
  const created = await create(origin, { ...WISH, seed, scenario });
  const guests = [await enterThreshold(origin, script, 'us', created)];
  for (const seat of ['ru', 'cn'] as const)
    guests.push(await enterThreshold(origin, script, seat, await come(origin, created.code, newBearer(), { seat })));
  return guests;
};

async function enterThreshold(origin: string, script: Script, power: Power, { code, ticket }: Admission): Promise<Guest> {
  const room: Room = await new Client(origin).joinById(code, { ticket });
  let last = 0;
  const request = async (name: string, body: object): Promise<Answer> => {
    last += 1;
    return (await room.request(name, { id: `bench-${power}-${last}`, ...body })) as Answer;
  };
  return inRoom(room, {
    async ask(wish, turn) {
      const answer = await request(wish, { turn, sheet: sheetOf(script, power, turn) });
      return answer.ok && answer.receipt?.returned.length === 0;
    },
    // The line is closed before it can be answered.
    leave: () => request('erase', {}).catch(() => null),
  });
}

export const openMinimal: Open = async (origin, _number, script) => {
  const enter = (room: Room, power: Power): Promise<Guest> =>
    inRoom(room, {
      async ask(wish, turn) {
        const body = { turn, sheet: sheetOf(script, power, turn) };
        return ((await room.request(wish, body)) as { readonly ok: boolean }).ok;
      },
      leave: () => room.leave(),
    });
  const host: Room = await new Client(origin).create('match');
  const guests = [await enter(host, 'us')];
  for (const power of ['ru', 'cn'] as const) guests.push(await enter(await new Client(origin).joinById(host.roomId), power));
  return guests;
};

export const openBare: Open = (origin, number, script) =>
  Promise.all(POWERS.map((power) => onBareSocket(`${origin.replace('http', 'ws')}/${number}`, script, power)));

function sheetOf({ turns }: Script, power: Power, turn: number): Sheet {
  return must(turns[turn - 1], `the script goes as far as turn ${turn}`)[power];
}

type Acts = Pick<Guest, 'ask' | 'leave'>;

function inRoom(room: Room, acts: Acts): Promise<Guest> {
  room.reconnection.enabled = false;
  const { ws } = room.connection.transport as unknown as { readonly ws: CountedSocket };
  // Lines of the channels and whatever else comes is counted and not looked at.
  room.onMessage('*', () => undefined);
  return seated(ws, acts, (hear) => room.onMessage('view', hear));
}

function onBareSocket(address: string, script: Script, power: Power): Promise<Guest> {
  const socket = new CountedSocket(address);
  socket.binaryType = 'arraybuffer';
  const waiting = new Map<number, () => void>();
  let last = 0;
  const ask: Guest['ask'] = (name, turn) =>
    new Promise((done) => {
      last += 1;
      waiting.set(last, () => done(true));
      socket.send(JSON.stringify({ id: last, name, turn, sheet: sheetOf(script, power, turn) }));
    });
  return seated(socket, { ask, leave: async () => socket.close() }, (hear) =>
    socket.addEventListener('message', ({ data }) => {
      if (typeof data !== 'string') return hear({});
      const { id } = JSON.parse(data) as { readonly id: number };
      waiting.get(id)?.();
      waiting.delete(id);
    }),
  );
}

/** He is there once he has been shown something. */
function seated(socket: CountedSocket, acts: Acts, listen: (hear: (message: object) => void) => void): Promise<Guest> {
  return new Promise((done) => {
    let guest: Guest | null = null;
    listen((message) => {
      const sample: Sample = { message, bytes: socket.lastBytes };
      if (guest) return guest.onView(sample);
      guest = { socket, first: sample, joinBytes: socket.bytes, ...acts, onView: () => undefined };
      done(guest);
    });
  });
}
