/** What the rulebook says of one rule. */

/** In the order of the book's chapters. */
export const RULE_LAYERS = ['turn', 'orders', 'politics', 'crisis', 'belief', 'capability', 'score'] as const;
export type RuleLayer = (typeof RULE_LAYERS)[number];

export interface Rule {
  /** What a ledger line calls it, or the name of a value. */
  readonly id: string;
  readonly layer: RuleLayer;
  /** A `rule` writes lines of the ledger; a `value` is worked out whenever it is asked for. */
  readonly kind: 'rule' | 'value';
  /** The phase of RULES 2 in which it acts; null where it belongs to none. */
  readonly phase: number | null;
  /** In the notation of the papers; `{orders.press.restraint}` stands for the scenario's own figure. */
  readonly formula: string;
  /** Paths of figures that it uses besides those in the formula. */
  readonly also: readonly string[];
  /** Sections of the design papers. */
  readonly source: string;
  /** The file of the test that tests it, and words of that test’s title. */
  readonly test: readonly [file: string, says: string];
}
