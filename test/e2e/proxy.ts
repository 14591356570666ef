/**
 * A TCP proxy of the test's own between browser and server: it can cut every line without a word, as a dead network does,
 * or by reset. Chromium's offline switch leaves open sockets alive, so it proves nothing.
 */
import { connect, createServer, type Server, type Socket } from 'node:net';

export interface Proxy {
  readonly port: number;
  /** From now on nothing passes and nobody is told; new lines hang as well, and go through when the network is back. */
  cutSilently(): void;
  /** Closes every line by a reset; new lines are refused in the same way until `mend`. */
  reset(): void;
  /** Everything passes again; lines that were cut stay dead. */
  mend(): void;
  /** Where the server is from now on. */
  pointTo(port: number): void;
  close(): Promise<void>;
}

type Mood = 'open' | 'silent' | 'reset';

export async function openProxy(target: number): Promise<Proxy> {
  let mood: Mood = 'open';
  let port = target;
  const lines = new Set<Socket>();
  const cut = new Set<Socket>();
  const hanging = new Set<Socket>();
  const server: Server = createServer((browserSide) => {
    browserSide.on('error', () => browserSide.destroy());
    if (mood === 'reset') return void browserSide.resetAndDestroy();
    lines.add(browserSide);
    browserSide.on('close', () => {
      lines.delete(browserSide);
      cut.delete(browserSide);
      hanging.delete(browserSide);
    });
    if (mood === 'open') bridge(browserSide, port);
    else hanging.add(browserSide);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cutSilently() {
      mood = 'silent';
      for (const line of lines) cut.add(line.removeAllListeners('data').pause());
    },
    reset() {
      mood = 'reset';
      for (const line of lines) line.resetAndDestroy();
    },
    mend() {
      mood = 'open';
      // As TCP does: whoever knocked in vain knocks again, and is heard.
      for (const line of hanging) bridge(line, port);
      hanging.clear();
      // And whoever speaks on a line that the other side has long given up is told so.
      for (const line of cut) line.on('data', () => line.resetAndDestroy()).resume();
      cut.clear();
    },
    pointTo(next) {
      port = next;
    },
    close() {
      for (const line of lines) line.destroy();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

/** What comes on one side goes out on the other, for as long as nobody has taken the listeners away. */
function bridge(browserSide: Socket, port: number): void {
  const serverSide = connect(port, '127.0.0.1');
  browserSide.on('data', (bytes) => serverSide.write(bytes));
  serverSide.on('data', (bytes) => {
    if (browserSide.listenerCount('data') > 0) browserSide.write(bytes);
  });
  browserSide.on('close', () => serverSide.destroy());
  serverSide.on('close', () => {
    if (browserSide.listenerCount('data') > 0) browserSide.destroy();
  });
  serverSide.on('error', () => serverSide.destroy());
}
