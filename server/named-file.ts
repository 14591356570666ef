/** A file that somebody named: what it holds, or one sentence on why that cannot be had. */
import { readFileSync } from 'node:fs';
import { StartFault } from './start-fault.ts';

const SENTENCES: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: (file) => `There is no ${file}.`,
  EISDIR: (file) => `${file} is a folder: name a file in it.`,
  EACCES: (file) => `${file} may not be read: ask for the right to, or name another file.`,
};

export function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw faultOf(file, error, 'read');
  }
}

/** Without the mark that some editors set before a text. */
export const textOf = (file: string): string =>
  bytesOf(file)
    .toString('utf8')
    .replace(/^\uFEFF/, '');

export function faultOf(file: string, error: unknown, what: 'read' | 'written'): StartFault {
  const { code = '' } = error as { readonly code?: string };
  const sentence = what === 'read' ? SENTENCES[code] : undefined;
  return new StartFault(
    sentence?.(file) ?? `${file} cannot be ${what}: ${error instanceof Error ? error.message : String(error)}.`,
  );
}
