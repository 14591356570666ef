/** A second reader of RFC 4180, letter by letter. */
export function rowsOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const text = csv.replace(/^\uFEFF/, '');
  for (let i = 0; i < text.length; i++) {
    const letter = text[i] as string;
    if (isQuoted) {
      if (letter === '"' && text[i + 1] === '"') {
        cell += '"';
        i++;
      } else if (letter === '"') isQuoted = false;
      else cell += letter;
    } else if (letter === '"') isQuoted = true;
    else if (letter === ',' || (letter === '\r' && text[i + 1] === '\n')) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (letter === '\r') {
        rows.push([]);
        i++;
      }
    } else cell += letter;
  }
  return rows.slice(0, -1);
}
