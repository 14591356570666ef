/** A table as comma-separated values (RFC 4180) that a spreadsheet opens as it is meant: in UTF-8, and never as a formula. */
export type Cell = string | number | boolean | null | undefined;

/** Said at the beginning, without which spreadsheets take the text for one of their own old alphabets. */
const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';
/** What a spreadsheet takes for the beginning of a formula (or passes over before one), the wide signs of a Chinese keyboard too. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;
const DECIMALS = 1e6;

export function csvOf(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + [head, ...rows].map((row) => row.map(cellText).join(',') + LINE_END).join('');
}

/** Numbers are numbers, minus sign and all; only text could be a formula. */
function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(Math.round(cell * DECIMALS) / DECIMALS);
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
