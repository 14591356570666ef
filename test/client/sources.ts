/** What the sources say of text keys: those named outright, and the patterns of those put together. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

const SOURCES = ['client', 'shared', 'server'].flatMap(filesUnder).join('\n');

/** Every quoted string that looks like a key: words joined by dots. */
export const quoted: ReadonlySet<string> = new Set(
  [...SOURCES.matchAll(/['"]([a-z][\w-]*(?:\.[\w-]+)+)['"]/g)].map((m) => m[1] as string),
);

/** Every template with a gap that looks like a key, as a pattern: `choice.${x}.means` matches one word in the gap. */
export const patterns: readonly RegExp[] = [...SOURCES.matchAll(/`([^`\n]*\$\{[^`\n]*)`/g)]
  .map((m) => (m[1] as string).replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '\u0000'))
  .filter((text) => /^[\w.\u0000-]+$/.test(text) && text.includes('.'))
  .map(
    (text) =>
      new RegExp(
        `^${text
          .split('\u0000')
          .map((part) => part.replaceAll('.', '\\.'))
          .join('[\\w.-]+')}$`,
      ),
  );

/** Keys that the rules and the server hand to the page as refusals and reasons. */
export const fromTheRules: readonly string[] = [
  ...new Set([...SOURCES.matchAll(/'((?:refusal|why)\.[\w.-]+)'/g)].map((m) => m[1] as string)),
];

/** Keys that the page asks for outright. */
export const askedFor: readonly string[] = [...new Set([...SOURCES.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map((m) => m[1] as string))];
