// The Vite plugin that puts Phaser's core in the place of all of Phaser.
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const LITE = fileURLToPath(new URL('./phaser-lite.cjs', import.meta.url));

/** `define` cannot replace `typeof X`, and these are tested by typeof; a flag left in drags its whole feature along. */
const OFF = /typeof (?:WEBGL_DEBUG|FEATURE_SOUND|PLUGIN_\w+)\b/g;
const ON = /typeof (?:WEBGL_RENDERER|CANVAS_RENDERER)\b/g;
/** The core publishes itself under a name that browsers do not have, and nobody here needs. */
const PUBLISHING = /^global\.Phaser = Phaser;$/m;

export function phaserLite(): Plugin {
  return {
    name: 'phaser-lite',
    enforce: 'pre',
    // The development server does not bundle, and CommonJS unbundled does not run; there all of Phaser is served.
    apply: 'build',
    config: () => ({
      resolve: { alias: [{ find: /^phaser$/, replacement: LITE }] },
      build: {
        rolldownOptions: {
          output: { codeSplitting: { groups: [{ name: 'phaser', test: /phaser-lite|node_modules[\\/]phaser/ }] } },
        },
      },
    }),
    transform(code, id) {
      if (!id.includes('/phaser/src/')) return null;
      return { code: code.replace(OFF, 'false').replace(ON, 'true').replace(PUBLISHING, ''), map: null };
    },
  };
}
