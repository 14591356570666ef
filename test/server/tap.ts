/** A line to the server on which everything that it sends is kept, byte for byte: what a listener with all tools would have. */
import { connect, createServer, type Socket } from 'node:net';

export interface Tap {
  readonly origin: string;
  /** Everything sent from the server so far. */
  heard(): Buffer;
  close(): Promise<void>;
}

export async function openTap(origin: string): Promise<Tap> {
  const { port } = new URL(origin);
  const chunks: Buffer[] = [];
  const lines = new Set<Socket>();
  const server = createServer((guest) => {
    const house = connect(Number(port), '127.0.0.1');
    for (const line of [guest, house]) {
      lines.add(line);
      line.on('error', () => line.destroy());
    }
    guest.pipe(house);
    house.on('data', (chunk) => {
      chunks.push(chunk);
      guest.write(chunk);
    });
    house.on('close', () => guest.destroy());
    guest.on('close', () => house.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    heard: () => Buffer.concat(chunks),
    close() {
      for (const line of lines) line.destroy();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

/** A number as it stands in a frame: eight bytes, the most significant first. */
export function bytesOf(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
}
