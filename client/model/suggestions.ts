/** Three ways into the first turn: one for strength, one for support, one for calm. None is advice for a side. */
import type { Option } from '../../shared/game/options.ts';
import type { OrderKind } from '../../shared/scenario/names.ts';

export type Suggestion = { readonly aim: 'strength' | 'support'; readonly option: Option } | { readonly aim: 'calm' };

const STRENGTH: readonly OrderKind[] = ['reinforce', 'penaids', 'dispersal', 'build'];
const SUPPORT: readonly OrderKind[] = ['press', 'court', 'exercise'];

/** What may be ordered now, in the order of preference given above; calm is a reassurance and costs no money. */
export function suggestionsFrom(options: readonly Option[]): readonly Suggestion[] {
  const legal = options.filter((option) => option.refusal === null);
  const first = (kinds: readonly OrderKind[]): Option | undefined =>
    kinds.map((kind) => legal.find((option) => option.order.kind === kind)).find((found) => found !== undefined);
  const [strength, support] = [first(STRENGTH), first(SUPPORT)];
  return [
    ...(strength ? [{ aim: 'strength' as const, option: strength }] : []),
    ...(support ? [{ aim: 'support' as const, option: support }] : []),
    { aim: 'calm' as const },
  ];
}
