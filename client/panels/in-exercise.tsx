/** What an exercise puts over a world that is one of its own; of any other match nothing, and nothing is fetched. */
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { learnGame } from '../i18n/language.ts';
import { goTo } from '../model/class-door.ts';
import { leave } from '../model/page.ts';
import type { Table } from '../model/table.ts';
import { takesPartAt } from '../model/takes-part.ts';
import { hasPractised } from '../net/practice-memory.ts';
import { Lazy } from './lazy.tsx';

export function InExercise({ table }: { readonly table: Table }): JSX.Element | null {
  const view = table.exercise.value;
  const part = useMemo(() => takesPartAt(table), [table]);
  const world = view?.place.world ?? table.code;
  useEffect(() => {
    if (world !== table.code) void goTo(world);
  }, [world, table]);
  const owesPractice = view !== null && !view.hasPractised && hasPractised();
  useEffect(() => {
    if (owesPractice) void part.practised();
  }, [owesPractice, part]);
  if (view === null) return null;
  return <Lazy fetch={takingPart} failed={leave} meanwhile={<span />} with={{ part }} />;
}

const takingPart = async () => (await Promise.all([import('../class/taking-part.tsx'), learnGame()]))[0].TakingPart;
