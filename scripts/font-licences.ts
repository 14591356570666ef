/** A vite plugin that lays the licences of the fonts beside the built page: they are no code, of which the build tells itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const FONTS = fileURLToPath(new URL('../node_modules/@fontsource/', import.meta.url));

export function fontLicences(): Plugin {
  return {
    name: 'threshold-font-licences',
    apply: 'build',
    generateBundle() {
      const texts = readdirSync(FONTS).map((font) => `# ${font}\n\n${readFileSync(`${FONTS}${font}/LICENSE`, 'utf8')}`);
      this.emitFile({ type: 'asset', fileName: 'licences-of-fonts.md', source: texts.join('\n') });
    },
  };
}
