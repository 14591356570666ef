/** `threshold COMMAND`: the server and its formulas from the command line. Answers on stdout, complaints on stderr. */

import { SIMULATE_USAGE } from '../league/wanted.ts';
import { StartFault } from '../start-fault.ts';
import { BACKUP_USAGE, backup } from './backup.ts';
import { runModel } from './model.ts';
import type { Answer } from './scenario.ts';
import { simulate } from './simulate.ts';

const USAGE = `threshold serve [--port N] [--host ADDRESS] [--data FOLDER] [--keep-days N] [--ops-password WORD] [--demo]
${BACKUP_USAGE}
${SIMULATE_USAGE}
threshold replay FILE [--to-turn N] [--flip TURN:SEAT:INDEX] [--json]
threshold model trajectory|leakage|shots|horizon|stability|coverage|exchange [options] [--json]
threshold scenario list | schema | check FILE | smoke FILE --games N [--json]`;
const BAD_INPUT = 2;

type Command = (args: string[]) => void | Promise<void>;

const COMMANDS: Readonly<Record<string, Command>> = {
  serve: async (args) => (await import('../main.ts')).serve(args),
  backup: async (args) => void process.stdout.write(`${await backup(args, process.env)}\n`),
  simulate: async (args) => {
    const progress = (line: string): void => void process.stderr.write(`${line}\n`);
    process.stdout.write(`${await simulate(args, progress)}\n`);
  },
  model(args) {
    const answer = runModel(args);
    if ('refusal' in answer) return complain(answer.refusal);
    process.stdout.write(`${answer.text}\n`);
  },
  async scenario(args) {
    const { scenarioCommand } = await import('./scenario.ts');
    say(scenarioCommand(args, (line) => void process.stderr.write(`${line}\n`)));
  },
  replay: async (args) => say((await import('./replay.ts')).replayCommand(args)),
};

function say({ out, complaint, code }: Answer): void {
  if (out !== '') process.stdout.write(`${out}\n`);
  if (complaint !== '') process.stderr.write(`${complaint}\n`);
  process.exitCode = code;
}

function complain(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = BAD_INPUT;
}

const [name, ...args] = process.argv.slice(2);
// Whoever reads the answer may have read enough; a server goes on without its reader.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  if (name !== 'serve') process.exit();
});
const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
try {
  if (command) await command(args);
  else complain(`${name === undefined ? 'Say what to do' : `There is no command "${name}"`}:\n${USAGE}`);
} catch (error) {
  if (!(error instanceof StartFault)) throw error;
  complain(error.message);
}
