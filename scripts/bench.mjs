/** `npm run bench -- NAME`: runs test/bench/NAME.ts under the pinned Node. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium, HOW_TO_INSTALL } from './chromium.mjs';
import { run } from './processes.mjs';
import { checkNode, ensureBuilt, ensureInstalled, NODE, ROOT, stop } from './setup.mjs';

/** What needs a browser and the built page. */
const IN_BROWSER = ['client'];

const [name, ...args] = process.argv.slice(2);
const folder = join(ROOT, 'test', 'bench');
const names = existsSync(folder)
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => file.replace(/\.ts$/, ''))
  : [];
if (!names.includes(name)) stop(`Say which benchmark to run: npm run bench -- ${names.join(' | ') || '(there is none yet)'}`);
checkNode();
ensureInstalled();
const env = IN_BROWSER.includes(name) ? browserEnv() : {};
process.exit((await run([NODE, join('test', 'bench', `${name}.ts`), ...args], { env })).code);

function browserEnv() {
  const chromium = findChromium() ?? stop(HOW_TO_INSTALL);
  ensureBuilt();
  return { CHROMIUM_PATH: chromium };
}
