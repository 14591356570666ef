/** All scenarios that may be played, for what is to be learnt with each: a card does not say that. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { fetchScenario, type ScenarioCard } from '../net/api.ts';

/** By id, those that have come so far. */
export function useScenarios(cards: readonly ScenarioCard[]): ReadonlyMap<string, Scenario> {
  const known = useSignal<ReadonlyMap<string, Scenario>>(new Map());
  useEffect(() => {
    for (const { id } of cards) {
      void fetchScenario(id).then((answer) => {
        if (answer.ok) known.value = new Map(known.value).set(id, answer.value);
      });
    }
  }, [cards]);
  return known.value;
}
