/** The disk takes no more: what was asked has not happened, nothing is lost, and it goes on when there is room again. */

const SQLITE_FULL = 13;
const SQLITE_IOERR = 10;

/** A write that fails for want of room shows as "full", and on some file systems as an I/O error. */
export function isDiskFull(error: unknown): boolean {
  const errcode = (error as { errcode?: unknown } | null)?.errcode;
  const code = typeof errcode === 'number' ? errcode & 0xff : 0;
  return code === SQLITE_FULL || code === SQLITE_IOERR;
}
