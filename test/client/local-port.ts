/** A worker without a thread: messages are copied as they would be between threads, and come one after the other. */
import { type FromWorld, hostWorlds } from '../../client/local/host.ts';
import type { Port } from '../../client/local/line.ts';

export function portInPage(): Port {
  let hear: (word: FromWorld) => void = () => undefined;
  const host = hostWorlds((word) => {
    const copy = structuredClone(word);
    queueMicrotask(() => hear(copy));
  });
  return {
    post(message) {
      const copy = structuredClone(message);
      queueMicrotask(() => host(copy));
    },
    listen(listener) {
      hear = listener;
    },
    close() {
      hear = () => undefined;
    },
  };
}
