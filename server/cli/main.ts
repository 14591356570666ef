/** `threshold COMMAND`: the server and its formulas from the command line. Answers on stdout, complaints on stderr. */

import { SERVE_USAGE } from '../config.ts';
import { SIMULATE_HELP, SIMULATE_USAGE } from '../league/wanted.ts';
import { StartFault } from '../start-fault.ts';
import { BACKUP_USAGE, backup } from './backup.ts';
import { runModel } from './model.ts';
import { REPLAY_USAGE, replayCommand } from './replay.ts';
import { type Answer, SCENARIO_USAGE, scenarioCommand } from './scenario.ts';
import { simulate } from './simulate.ts';

const USAGE = `${SERVE_USAGE}
${BACKUP_USAGE}
${SIMULATE_USAGE}
${REPLAY_USAGE}
threshold model trajectory|leakage|shots|horizon|stability|coverage|exchange [options] [--json]
${SCENARIO_USAGE}
threshold COMMAND --help`;
const BAD_INPUT = 2;

interface Command {
  /** What --help tells; null: the command tells it itself. */
  readonly help: string | null;
  readonly run: (args: readonly string[]) => void | Promise<void>;
}

const progress = (line: string): void => void process.stderr.write(`${line}\n`);
const print = (text: string): void => void process.stdout.write(`${text}\n`);

const COMMANDS: Readonly<Record<string, Command>> = {
  // The server and all that it needs are read only where they are wanted.
  serve: { help: null, run: async (args) => (await import('../main.ts')).serve(args) },
  backup: { help: BACKUP_USAGE, run: async (args) => print(await backup(args, process.env)) },
  simulate: { help: SIMULATE_HELP, run: async (args) => print(await simulate(args, progress)) },
  model: {
    help: null,
    run(args) {
      const answer = runModel(args);
      if ('refusal' in answer) complain(answer.refusal);
      else print(answer.text);
    },
  },
  scenario: { help: SCENARIO_USAGE, run: (args) => say(scenarioCommand(args, progress)) },
  replay: { help: REPLAY_USAGE, run: (args) => say(replayCommand(args)) },
};

function say({ out, complaint, code }: Answer): void {
  if (out !== '') print(out);
  if (complaint !== '') process.stderr.write(`${complaint}\n`);
  process.exitCode = code;
}

function complain(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = BAD_INPUT;
}

async function obey(name: string | undefined, args: readonly string[]): Promise<void> {
  if (name === '--help' || name === 'help') return print(USAGE);
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined)
    return complain(`${name === undefined ? 'Say what to do' : `There is no command "${name}"`}:\n${USAGE}`);
  if (command.help !== null && args.includes('--help')) return print(command.help);
  await command.run(args);
}

// Whoever reads the answer may have read enough; a server goes on without its reader.
const [name, ...args] = process.argv.slice(2);
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  if (name !== 'serve') process.exit();
});
try {
  await obey(name, args);
} catch (error) {
  if (!(error instanceof StartFault)) throw error;
  complain(error.message);
}
