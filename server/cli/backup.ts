/** `threshold backup FILE`: a copy of the log that is whole, from the folder of a stopped server or from a running one. */
import { createWriteStream, existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { faultOf } from '../named-file.ts';
import { orUsage, StartFault } from '../start-fault.ts';
import { openStore } from '../store/open.ts';

export const BACKUP_USAGE =
  'threshold backup FILE [--data FOLDER], or of a running server: threshold backup FILE --server ADDRESS (with OPS_PASSWORD)';

interface Wanted {
  readonly file: string;
  readonly data: string;
  readonly server: string | null;
}

export async function backup(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Promise<string> {
  const wanted = read(args, env);
  if (existsSync(wanted.file)) throw new StartFault(`${wanted.file} is there already: name a file that is not.`);
  if (!existsSync(dirname(wanted.file)))
    throw new StartFault(`There is no folder ${dirname(wanted.file)}: make it, or name another file.`);
  if (wanted.server === null) await copyFolder(wanted);
  else await fetchCopy(wanted.file, wanted.server, env['OPS_PASSWORD'] ?? '');
  return `The log is copied to ${wanted.file}. To go back to it, put it into the data folder as threshold.sqlite.`;
}

function read(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Wanted {
  return orUsage(BACKUP_USAGE, () => {
    const options = { data: { type: 'string' }, server: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw new Error('Name one file for the copy');
    return { file, data: values.data ?? env['DATA_DIR'] ?? './data', server: values.server ?? null };
  });
}

async function copyFolder({ file, data }: Wanted): Promise<void> {
  if (!existsSync(data)) throw new StartFault(`There is no folder ${data}: say where the log is with --data.`);
  const store = await openStore(data).catch((error: unknown) => {
    if (error instanceof StartFault && error.message.includes('in use'))
      throw new StartFault(`A server has this log open: ask it for the copy with --server ADDRESS and its OPS_PASSWORD.`);
    throw error;
  });
  try {
    await store.copyTo(file);
  } catch (error) {
    throw faultOf(file, error, 'written');
  } finally {
    await store.close();
  }
}

async function fetchCopy(file: string, server: string, password: string): Promise<void> {
  const authorization = `Basic ${Buffer.from(`ops:${password}`).toString('base64')}`;
  const where = URL.parse('/ops/backup', server);
  if (where === null || !where.protocol.startsWith('http'))
    throw new StartFault(`"${server}" is no address of a server: write it out, as in http://localhost:2567.`);
  const response = await fetch(where, { method: 'POST', headers: { authorization } }).catch(() => {
    throw new StartFault(`${server} does not answer: say the address of the running server, such as http://localhost:2567.`);
  });
  if (response.status === 401) throw new StartFault('The server does not take this password: put it into OPS_PASSWORD.');
  if (response.status === 404) throw new StartFault('That server was started without --ops-password, so it gives no copy.');
  if (!response.ok || response.body === null) throw new StartFault(`The server could not make the copy (${response.status}).`);
  try {
    await pipeline(response.body as AsyncIterable<Uint8Array>, createWriteStream(file, { flags: 'wx' }));
  } catch (error) {
    await rm(file, { force: true });
    throw faultOf(file, error, 'written');
  }
}
