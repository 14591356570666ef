/** What the disk itself takes to keep a few bytes for good: a receipt that is kept cannot come sooner. */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

const WRITES = 60;
const BYTES = Buffer.alloc(4096, 1);

/** The middle one of some writes that are waited for, in ms. */
export function keepMs(file: string): number {
  const opened = openSync(file, 'w');
  const times = Array.from({ length: WRITES }, () => {
    const startMs = performance.now();
    writeSync(opened, BYTES);
    fsyncSync(opened);
    return performance.now() - startMs;
  });
  closeSync(opened);
  return times.sort((a, b) => a - b)[WRITES / 2] ?? Number.NaN;
}
