/** A vite plugin that lays a brotli and a gzip copy beside every built text file, so that the server never compresses. */
import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** Pictures and woff2 fonts are compressed already. */
const TEXT = /\.(html|js|css|json|svg|geojson|txt)$/;
/** Below this the headers cost more than the copy saves. */
const LEAST_BYTES = 1024;
/** The most there is: eight per cent less than at 9 for five seconds of building, which is done once and served for ever. */
const BROTLI_QUALITY = constants.BROTLI_MAX_QUALITY;

export function precompress(): Plugin {
  let folder = '';
  return {
    name: 'threshold-precompress',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    async closeBundle() {
      const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      await Promise.all(files.filter(({ name }) => TEXT.test(name)).map((file) => layCopies(join(file.parentPath, file.name))));
    },
  };
}

async function layCopies(file: string): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.length < LEAST_BYTES) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, { params }));
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
}
