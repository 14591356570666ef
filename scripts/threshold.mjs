/** `npm run -s threshold -- COMMAND`: the command line, on a bare clone too. Stdout carries the answer and nothing else. */
import { runTogether } from './processes.mjs';
import { checkNode, ensureInstalled, NODE } from './setup.mjs';

checkNode();
ensureInstalled();
process.exit(await runTogether([[NODE, 'server/cli/main.ts', ...process.argv.slice(2)]]));
