/** What the server is told from outside: the command line over the environment, frozen, or refused with a sentence. */
import { parseArgs } from 'node:util';
import { orUsage, StartFault } from './start-fault.ts';

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Folder of the log of games. */
  readonly data: string;
  /** Folder of scenarios that are played beside those of the game; null: there are none. */
  readonly scenarios: string | null;
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
const LONGEST_KEPT = 3650;

export const SERVE_USAGE = `threshold serve [--port N] [--host ADDRESS] [--data FOLDER] [--scenarios FOLDER] [--keep-days N]
  [--ops-password WORD] [--behind-proxy] [--demo]`;

export const SERVE_HELP = `${SERVE_USAGE}

The environment may say the same, by the name on the right; an option comes before it.
  --port N             where it listens; 0: on any free port (${DEFAULT_PORT})              PORT
  --host ADDRESS       the network that it listens to (0.0.0.0: all)              HOST
  --data FOLDER        the log of games (./data)                                  DATA_DIR
  --scenarios FOLDER   scenarios of your own, beside those of the game            SCENARIOS
  --keep-days N        how long games are kept, 1 to ${LONGEST_KEPT} days (${DEFAULT_KEEP_DAYS})           KEEP_DAYS
  --ops-password WORD  opens figures, monitor and backup, ${SHORTEST_PASSWORD} characters or more   OPS_PASSWORD
  --behind-proxy       a reverse proxy stands before it and says who asks         BEHIND_PROXY=1
  --demo               a world that bots play, to watch`;

export function readConfig(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Config {
  const given = readArgs(argv);
  return Object.freeze({
    port: readPort(given.port ?? env.PORT ?? DEFAULT_PORT),
    host: filled('--host', given.host ?? env.HOST ?? '0.0.0.0'),
    data: filled('--data', given.data ?? env.DATA_DIR ?? './data'),
    scenarios: scenariosIn(given.scenarios ?? env.SCENARIOS ?? null),
    keepDays: readDays(given['keep-days'] ?? env.KEEP_DAYS ?? DEFAULT_KEEP_DAYS),
    opsPassword: readPassword(given['ops-password'] ?? env.OPS_PASSWORD ?? null),
    isBehindProxy: given['behind-proxy'] ?? isYes('BEHIND_PROXY', env.BEHIND_PROXY ?? ''),
    demo: given.demo ?? false,
  });
}

function readArgs(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const told = { port: text, host: text, data: text, scenarios: text, 'keep-days': text, 'ops-password': text } as const;
  const options = { ...told, 'behind-proxy': flag, demo: flag, help: flag } as const;
  return orUsage(SERVE_USAGE, () => parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values);
}

const scenariosIn = (folder: string | null): string | null => (folder === null ? null : filled('--scenarios', folder));

function isYes(name: string, text: string): boolean {
  if (!['', '0', '1'].includes(text)) throw new StartFault(`${name} must be 1, or 0 or nothing, not "${text}".`);
  return text === '1';
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
  if (!/^\d{1,4}$/.test(text) || days < 1 || days > LONGEST_KEPT)
    throw new StartFault(`--keep-days must be a whole number from 1 to ${LONGEST_KEPT}, not "${text}".`);
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
