/** `npm start`: from a bare clone to a running game. Everything after `--` goes to the server (--port, --demo, --data). */
import { runTogether } from './processes.mjs';
import { checkNode, ensureBuilt, ensureInstalled, NODE } from './setup.mjs';

checkNode();
ensureInstalled();
ensureBuilt();
process.exit(await runTogether([[NODE, 'server/main.ts', ...process.argv.slice(2)]]));
