/** What the server is told from outside: the command line over the environment, frozen, or refused with a sentence. */
import { parseArgs } from 'node:util';
import { StartFault } from './start-fault.ts';

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Folder of the log of games. */
  readonly data: string;
  /** Days after which everything kept of a match is deleted. */
  readonly keepDays: number;
  /** Opens figures, monitor and backup to whoever has it; null: they are not there. */
  readonly opsPassword: string | null;
  /** Whether a reverse proxy of this machine or network stands before the server, and says who really asks. */
  readonly isBehindProxy: boolean;
  /** Keeps one world running that only bots play. */
  readonly demo: boolean;
}

const DEFAULT_PORT = '2567';
const DEFAULT_KEEP_DAYS = '30';
const SHORTEST_PASSWORD = 12;
const USAGE = 'Options: --port N, --host ADDRESS, --data FOLDER, --keep-days N, --ops-password WORD, --behind-proxy, --demo.';

export function readConfig(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Config {
  const given = readArgs(argv);
  return Object.freeze({
    port: readPort(given.port ?? env.PORT ?? DEFAULT_PORT),
    host: filled('--host', given.host ?? env.HOST ?? '0.0.0.0'),
    data: filled('--data', given.data ?? env.DATA_DIR ?? './data'),
    keepDays: readDays(given['keep-days'] ?? env.KEEP_DAYS ?? DEFAULT_KEEP_DAYS),
    opsPassword: readPassword(given['ops-password'] ?? env.OPS_PASSWORD ?? null),
    isBehindProxy: given['behind-proxy'] ?? env.BEHIND_PROXY === '1',
    demo: given.demo ?? false,
  });
}

function readArgs(argv: readonly string[]) {
  try {
    const options = {
      port: { type: 'string' },
      host: { type: 'string' },
      data: { type: 'string' },
      'keep-days': { type: 'string' },
      'ops-password': { type: 'string' },
      'behind-proxy': { type: 'boolean' },
      demo: { type: 'boolean' },
    } as const;
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const complaint = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new StartFault(`${complaint}. ${USAGE}`);
  }
}

/** 0 asks the system for any free port. */
function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new StartFault(`The port must be a whole number from 0 to 65535, not "${text}".`);
  return port;
}

function readDays(text: string): number {
  const days = Number(text);
  if (!/^\d{1,4}$/.test(text) || days < 1 || days > 3650)
    throw new StartFault(`--keep-days must be a whole number from 1 to 3650, not "${text}".`);
  return days;
}

/** It opens every room's figures and a copy of everything: a short one is no password. */
function readPassword(text: string | null): string | null {
  if (text !== null && text.length < SHORTEST_PASSWORD)
    throw new StartFault(
      `--ops-password must have at least ${SHORTEST_PASSWORD} characters; OPS_PASSWORD does not show it in the list of processes.`,
    );
  return text;
}

function filled(option: string, text: string): string {
  if (text.trim() === '') throw new StartFault(`${option} must not be empty.`);
  return text;
}
