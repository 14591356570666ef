/** Before `npm pack`: the page, and server and rules as JavaScript, since Node refuses TypeScript under node_modules. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './processes.mjs';
import { checkNode, ensureBuilt, ensureInstalled, ROOT, stop } from './setup.mjs';

checkNode();
ensureInstalled();
ensureBuilt();
for (const room of ['server', 'shared']) rmSync(join(ROOT, 'dist', room), { recursive: true, force: true });
const { code, output } = await run(['tsc', '-p', 'tsconfig.build.json', '--pretty', 'false'], { quiet: true });
if (code !== 0) stop(`The server could not be built:\n${output}`);
