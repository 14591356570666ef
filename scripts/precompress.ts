/** A vite plugin that lays a brotli and a gzip copy beside every built text file, so that the server never compresses. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Pictures and woff2 fonts are compressed already. */
const TEXT = /\.(html|js|css|json|svg|geojson|txt)$/;
/** Below this the headers cost more than the copy saves. */
const LEAST_BYTES = 1024;
/** Of 11: the last two levels take ten times as long for some four per cent. */
const BROTLI_QUALITY = 9;

export function precompress(): Plugin {
  let folder = '';
  return {
    name: 'threshold-precompress',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    closeBundle() {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (entry.isFile() && TEXT.test(entry.name)) layCopies(join(entry.parentPath, entry.name));
      }
    },
  };
}

function layCopies(file: string): void {
  const bytes = readFileSync(file);
  if (bytes.length < LEAST_BYTES) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}
