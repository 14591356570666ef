/** How the client is built and served while it is written; the game's own server is behind the proxy. */
import { defineConfig } from 'vite';
import { phaserLite } from './client/map/phaser-vite.ts';
import { fontLicences } from './scripts/font-licences.ts';
import { leftOutOfPage, leftOutOfWorkers } from './scripts/left-out.ts';
import { offlineFiles } from './scripts/offline-files.ts';
import { precompress } from './scripts/precompress.ts';
import { textParts } from './scripts/text-parts.ts';

const SERVER = process.env.THRESHOLD_SERVER ?? 'http://localhost:2567';

export default defineConfig({
  root: 'client',
  publicDir: false,
  plugins: [leftOutOfPage(), textParts(), phaserLite(), fontLicences(), offlineFiles(), precompress()],
  worker: { plugins: () => [leftOutOfWorkers()] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    rolldownOptions: { input: ['client/index.html', 'client/check.html'] },
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // An inlined font or picture would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    // The module preload polyfill is an inline script in older browsers' eyes and is not needed by the target.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    // What is handed on brings the licences of all that is bundled in it; those of the fonts lie beside them.
    license: { fileName: 'licences.md' },
  },
  server: {
    port: 5173,
    proxy: {
      '/api': SERVER,
      '/healthz': SERVER,
      '/readyz': SERVER,
      '/metrics': SERVER,
      '/monitor': SERVER,
      '/matchmake': SERVER,
      // A room's socket: /process/ROOM?sessionId=...
      '^/[A-Za-z0-9_-]+/[2-9A-Z]{6}(\\?|$)': { target: SERVER, ws: true },
    },
  },
});
