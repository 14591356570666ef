/** The WebSocket of this process, which counts what it receives. Imported before the SDK, which takes whatever is there. */

export class CountedSocket extends WebSocket {
  /** Payload of all frames so far, and of the last one. */
  bytes = 0;
  lastBytes = 0;

  constructor(...address: ConstructorParameters<typeof WebSocket>) {
    super(...address);
    this.addEventListener('message', ({ data }) => {
      this.lastBytes = typeof data === 'string' ? Buffer.byteLength(data) : (data as ArrayBuffer).byteLength;
      this.bytes += this.lastBytes;
    });
  }
}

globalThis.WebSocket = CountedSocket;
