/** `npm run dev`: the server restarts and the page reloads whenever a file changes. Open the address that vite prints. */
import { runTogether } from './processes.mjs';
import { checkNode, ensureInstalled, NODE } from './setup.mjs';

checkNode();
ensureInstalled();
process.exit(
  await runTogether([[NODE, '--watch', '--watch-preserve-output', 'server/main.ts', ...process.argv.slice(2)], ['vite']]),
);
