/** A vite plugin that builds the service worker as /sw.js and tells it which built files there are. */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { Kept } from '../client/sw/source.ts';

const WORKER = fileURLToPath(new URL('../client/sw/worker.ts', import.meta.url));
const PLACE = '__KEPT__';

export function offlineFiles(): Plugin {
  return {
    name: 'threshold-offline-files',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: WORKER, fileName: 'sw.js', name: 'sw' });
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle['sw.js'];
        if (worker?.type !== 'chunk' || !worker.code.includes(PLACE) || worker.imports.length > 0)
          return this.error('sw.js has to be one script with a place for the list of files.');
        const page = bundle['index.html'];
        const html = page?.type === 'asset' ? String(page.source) : '';
        worker.code = worker.code.replace(PLACE, () => JSON.stringify(keptOf(Object.keys(bundle), html)));
      },
    },
  };
}

/** Only what lies under assets/ has a name that changes with its content. */
function keptOf(names: readonly string[], html: string): Kept {
  const paths = names
    .filter((name) => name.startsWith('assets/') && !name.endsWith('.map'))
    .map((name) => `/${name}`)
    .sort();
  const isCode = (path: string): boolean => /\.(js|css)$/.test(path);
  const version = createHash('sha256').update(paths.join()).update(html).digest('hex').slice(0, 12);
  return { version, atOnce: paths.filter(isCode), whenUsed: paths.filter((path) => !isCode(path)) };
}
