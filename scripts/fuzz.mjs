/** `npm run fuzz -- --seed N --seconds S` and `npm run test:long`: storms (test/storm) under the pinned Node. */
import { join } from 'node:path';
import { run } from './processes.mjs';
import { checkNode, ensureInstalled, NODE } from './setup.mjs';

checkNode();
ensureInstalled();
process.exit((await run([NODE, join('test', 'storm', 'fuzz.ts'), ...process.argv.slice(2)])).code);
