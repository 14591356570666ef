/** `threshold COMMAND`: the server and its formulas from the command line. Answers on stdout, complaints on stderr. */
import { readShelf, SCENARIO_FOLDER } from '../match/scenarios.ts';
import { StartFault } from '../start-fault.ts';
import { BACKUP_USAGE, backup } from './backup.ts';
import { runModel } from './model.ts';
import { SIMULATE_USAGE, simulate } from './simulate.ts';

const USAGE = `threshold serve [--port N] [--host ADDRESS] [--data FOLDER] [--keep-days N] [--ops-password WORD] [--demo]
${BACKUP_USAGE}
${SIMULATE_USAGE}
threshold model trajectory|leakage|shots|horizon|stability|coverage [options] [--json]
threshold scenario list [--json]`;
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
  scenario([action, ...rest]) {
    if (action !== 'list') return complain(`There is no "scenario ${action ?? ''}": use \`threshold scenario list\`.`);
    const cards = [...readShelf(SCENARIO_FOLDER).values()].map(({ scenario: { id, title, turns } }) => ({
      id,
      title: title.en,
      turns,
    }));
    const lines = cards.map(({ id, title, turns }) => `${id}\t${turns} turns\t${title}`).join('\n');
    process.stdout.write(`${rest.includes('--json') ? JSON.stringify(cards) : lines}\n`);
  },
};

function complain(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = BAD_INPUT;
}

const [name, ...args] = process.argv.slice(2);
const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
try {
  if (command) await command(args);
  else complain(`${name === undefined ? 'Say what to do' : `There is no command "${name}"`}:\n${USAGE}`);
} catch (error) {
  if (!(error instanceof StartFault)) throw error;
  complain(error.message);
}
