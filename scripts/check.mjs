/** `npm run check`: what can be said about the code without playing, in less than half a minute. */
import { checkNode, ensureInstalled } from './setup.mjs';
import { CHECKS, runChecks } from './steps.mjs';

checkNode();
ensureInstalled();
const laws = { name: 'laws of the code', command: ['vitest', 'run', 'test/laws'] };
const failed = await runChecks([...CHECKS, laws]);
process.exit(failed === 0 ? 0 : 1);
