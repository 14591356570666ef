/** `threshold scenario`: the scenarios that there are, the schema of their files, what is wrong with one, how it plays. */
import { parseArgs } from 'node:util';
import { scenarioJsonSchema } from '../../shared/scenario/json-schema.ts';
import { readShelf, SCENARIO_FOLDER } from '../match/scenarios.ts';
import { orUsage, StartFault } from '../start-fault.ts';
import { checkFile, mistakeLines } from './scenario-check.ts';
import { smoke } from './scenario-smoke.ts';

/** All mixtures of the bots once. */
const DEFAULT_GAMES = 64;
const MOST_GAMES = 10_000;

export const SCENARIO_USAGE = `threshold scenario list [--json]
threshold scenario schema
threshold scenario check FILE [--json]
threshold scenario smoke FILE [--games ${DEFAULT_GAMES}] [--json]`;

export interface Answer {
  readonly out: string;
  /** For people, beside the answer. */
  readonly complaint: string;
  /** 2: the file is wrong; 1: it can be played and something is amiss. */
  readonly code: 0 | 1 | 2;
}

export function scenarioCommand([action, ...args]: readonly string[], say: (progress: string) => void): Answer {
  switch (action) {
    case 'list':
      return { out: list(read(args, { json: FLAG }, 0).json), complaint: '', code: 0 };
    case 'schema':
      read(args, {}, 0);
      return { out: JSON.stringify(scenarioJsonSchema(), null, 1), complaint: '', code: 0 };
    case 'check':
      return check(read(args, { json: FLAG }, 1));
    case 'smoke':
      return smoked(read(args, { json: FLAG, games: TEXT }, 1), say);
    default:
      throw new StartFault(
        `${action === undefined ? 'Say what about scenarios' : `There is no "scenario ${action}"`}:\n${SCENARIO_USAGE}`,
      );
  }
}

interface Wanted {
  readonly file: string;
  readonly games: number;
  readonly json: boolean;
}

const FLAG = { type: 'boolean' } as const;
const TEXT = { type: 'string' } as const;

/** What stands behind the action: no option that it does not know, and `files` files. */
function read(args: readonly string[], options: Readonly<Record<string, typeof FLAG | typeof TEXT>>, files: 0 | 1): Wanted {
  return orUsage(SCENARIO_USAGE, () => {
    const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
    const [file = ''] = positionals;
    if (positionals.length !== files)
      throw new Error(files === 1 ? 'Name one file' : `Nothing is to be named here, not "${file}"`);
    const games = Number(values['games'] ?? DEFAULT_GAMES);
    if (!Number.isInteger(games) || games < 1 || games > MOST_GAMES)
      throw new Error(`--games must be a whole number from 1 to ${MOST_GAMES}`);
    return { file, games, json: values['json'] === true };
  });
}

function list(asJson: boolean): string {
  const cards = [...readShelf(SCENARIO_FOLDER).values()].map(({ scenario: { id, title, turns } }) => ({
    id,
    title: title.en,
    turns,
  }));
  return asJson ? JSON.stringify(cards) : cards.map(({ id, title, turns }) => `${id}\t${turns} turns\t${title}`).join('\n');
}

function check({ file, json }: Wanted): Answer {
  const { scenario, mistakes } = checkFile(file);
  const isWrong = mistakes.some(({ weight }) => weight === 'mistake');
  const verdict =
    scenario && !isWrong
      ? `${file} is sound: "${scenario.title.en}", ${scenario.turns} turns${mistakes.length === 0 ? '' : `, ${mistakes.length} doubtful`}.`
      : `${file} cannot be used: ${mistakes.length} to correct.`;
  const code = isWrong ? 2 : 0;
  if (json) return { out: JSON.stringify({ sound: !isWrong, mistakes }), complaint: '', code };
  const lines = mistakeLines(file, mistakes);
  return isWrong
    ? { out: '', complaint: `${lines}\n${verdict}`, code }
    : { out: [lines, verdict].filter((line) => line !== '').join('\n'), complaint: '', code };
}

function smoked({ file, games, json }: Wanted, say: (progress: string) => void): Answer {
  const { scenario, mistakes } = checkFile(file);
  const wrong = mistakes.filter(({ weight }) => weight === 'mistake');
  if (scenario === null || wrong.length > 0) return { out: '', complaint: mistakeLines(file, wrong), code: 2 };
  const { findings } = smoke(scenario, games, say);
  const code = findings.length === 0 ? 0 : 1;
  if (json) return { out: JSON.stringify({ games, findings }), complaint: '', code };
  const verdict =
    findings.length === 0
      ? `${games} games of "${scenario.title.en}": nothing amiss.`
      : `${games} games of "${scenario.title.en}":`;
  return { out: [verdict, ...findings].join('\n'), complaint: '', code };
}
