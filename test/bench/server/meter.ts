/** Loaded into a measured server before it starts: says what it uses when it is asked, and ends it when nobody is left to ask. */

export interface Figures {
  /** Of all threads, since the start. */
  readonly cpuMs: number;
  readonly residentBytes: number;
  readonly heapBytes: number;
}

const SETTLED_MS = 100;

process.on('message', ({ collect }: { readonly collect: boolean }) => {
  if (!collect) return tell();
  globalThis.gc?.();
  // Once more when what was freed by callbacks is free.
  setTimeout(() => {
    globalThis.gc?.();
    tell();
  }, SETTLED_MS);
});
process.on('disconnect', () => process.exit(0));
// Being asked is no reason to stay.
process.channel?.unref();

function tell(): void {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  const figures: Figures = { cpuMs: (user + system) / 1000, residentBytes: rss, heapBytes: heapUsed };
  process.send?.(figures);
}
