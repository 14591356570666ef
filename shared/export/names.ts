/** What a finished game may be taken away as: its record, and its tables. */

export const TABLES = ['turns', 'orders', 'statements', 'ledger', 'participation'] as const;
export type TableName = (typeof TABLES)[number];

export type ExportName = 'record.json' | `${TableName}.csv`;
export const EXPORTS: readonly ExportName[] = ['record.json', ...TABLES.map((name): ExportName => `${name}.csv`)];
