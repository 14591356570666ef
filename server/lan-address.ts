/** The address by which other devices of the network reach this server: what a page that was opened on this machine cannot know. */
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

interface Listening {
  readonly host: string;
  readonly port: number;
  readonly isBehindProxy: boolean;
}

export type Interfaces = Readonly<
  Record<string, readonly Pick<NetworkInterfaceInfo, 'address' | 'family' | 'internal'>[] | undefined>
>;

const EVERYWHERE = ['0.0.0.0', '::'];
const LINK_LOCAL = /^169\.254\./;
/** The likeliest network of a school or a home first. */
const PRIVATE = [/^192\.168\./, /^10\./, /^172\.(1[6-9]|2\d|3[01])\./];
/** Networks inside this machine, and tunnels out of it: no phone in the room is there. */
const NO_ROOM = /^(docker|br-|veth|virbr|vmnet|vboxnet|vethernet|tun|tap|utun|wg|tailscale|zt)/i;

/** Null: there is none, it listens elsewhere, or a proxy stands before it whose address only the operator knows. */
export function lanOrigin({ host, port, isBehindProxy }: Listening, interfaces: Interfaces = networkInterfaces()): string | null {
  if (isBehindProxy) return null;
  const found = Object.entries(interfaces).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ address, family, internal }) => family === 'IPv4' && !internal && !LINK_LOCAL.test(address))
      .map(({ address }) => ({ address, rank: rankOf(name, address) })),
  );
  const heard = found.filter(({ address }) => EVERYWHERE.includes(host) || host === address);
  const [first] = heard.sort((a, b) => a.rank - b.rank);
  return first === undefined ? null : `http://${first.address}:${port}`;
}

function rankOf(name: string, address: string): number {
  const isPrivate = PRIVATE.findIndex((range) => range.test(address));
  return (NO_ROOM.test(name) ? 10 : 0) + (isPrivate === -1 ? PRIVATE.length : isPrivate);
}
