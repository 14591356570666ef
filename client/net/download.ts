/** Finished games from the server, for who was at their table, and files for the reader to keep. */
import type { ExportName } from '../../shared/export/names.ts';
import { bearer } from './person.ts';

/** Working a long game out again takes the server a moment. */
const PATIENCE_MS = 30_000;

/** The bytes as the server made them; null: it did not give them. */
export async function fetchExport(code: string, file: ExportName, isAnonymous: boolean): Promise<string | null> {
  const path = `/api/matches/${encodeURIComponent(code)}/export/${file}${isAnonymous ? '?anonymous=1' : ''}`;
  try {
    const response = await fetch(path, { headers: { authorization: bearer() }, signal: AbortSignal.timeout(PATIENCE_MS) });
    // text() would take the byte order mark away, by which a spreadsheet knows the alphabet.
    return response.ok ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}

export function saveAs(name: string, text: string): void {
  const type = name.endsWith('.csv') ? 'text/csv;charset=utf-8' : 'application/json';
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
