/** A player's mistake, as a value: which sentence to show him (an i18n key) and what to put into it. */
export interface Refusal {
  readonly refused: true;
  readonly key: string;
  readonly args: Readonly<Record<string, string | number>>;
}

export function refuse(key: string, args: Refusal['args'] = {}): Refusal {
  return { refused: true, key, args };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
}
