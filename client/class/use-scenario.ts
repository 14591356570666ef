/** The scenario of an exercise, fetched once for the screens that need its briefs, its names and its subjects. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { fetchScenario } from '../net/api.ts';

/** Null until it is there. */
export function useScenario(id: string): Scenario | null {
  const scenario = useSignal<Scenario | null>(null);
  useEffect(() => {
    void fetchScenario(id).then((answer) => {
      if (answer.ok) scenario.value = answer.value;
    });
  }, [id]);
  return scenario.value;
}
