/** One JSON line per event on stderr, for a person or a log reader; never a ticket, a key or a sheet. */

type Field = string | number | boolean | null;

export function log(event: string, fields: Readonly<Record<string, Field>> = {}): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...fields })}\n`);
}

/** What to keep of an error: its stack says where our mistake is. */
export function logError(event: string, error: unknown, fields: Readonly<Record<string, Field>> = {}): void {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log(event, { ...fields, error: told });
}
