/** The folder of package.json: the sources lie in server/, the built JavaScript of a package in dist/server/. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function rootAbove(folder: string): string {
  return existsSync(join(folder, 'package.json')) || dirname(folder) === folder ? folder : rootAbove(dirname(folder));
}

export const ROOT = rootAbove(import.meta.dirname);
