/** The right half of the console: the commands for the chosen world or all, and under tabs what else may be done there. */
import type { JSX } from 'preact';
import type { ConsoleView } from '../../shared/protocol/exercise-view.ts';
import { t } from '../i18n/text.ts';
import { PANES, type Pane } from '../model/exercise-desk.ts';
import { Tabs } from '../panels/tabs.tsx';
import { useConsole, useDesk } from './at-desk.tsx';
import { AuditPane } from './audit-pane.tsx';
import { Commands } from './commands.tsx';
import { ComparePane } from './compare-pane.tsx';
import { HotWashPane } from './hot-wash-pane.tsx';
import { InjectPane } from './inject-pane.tsx';
import { NotesPane } from './notes-pane.tsx';
import { PeoplePane } from './people-pane.tsx';
import { WordsPane } from './words-pane.tsx';
import { worldName } from './world-name.ts';
import { WorldPane } from './world-pane.tsx';

export function TargetPane(): JSX.Element {
  const { desk } = useDesk();
  const view = useConsole();
  const entries = PANES.map((id) => ({ id, label: t(`console.pane.${id}`), icon: <></>, ...badgeOf(id, view) }));
  return (
    <section class="target-pane panel" aria-labelledby="target-title">
      <h2 id="target-title">{worldName(view, desk.target.value)}</h2>
      <Commands />
      <Tabs label={t('console.panes')} entries={entries} chosen={desk.pane.value} choose={(id) => (desk.pane.value = id)}>
        <Content pane={desk.pane.value} />
      </Tabs>
    </section>
  );
}

function badgeOf(pane: Pane, view: ConsoleView): { readonly badge?: string } {
  const count = { words: view.waiting.length, 'hot-wash': view.answers.length, notes: view.notes.length }[pane as 'words'];
  return count === undefined || count === 0 ? {} : { badge: String(count) };
}

const CONTENT: Readonly<Record<Pane, () => JSX.Element>> = {
  world: WorldPane,
  people: PeoplePane,
  injects: InjectPane,
  words: WordsPane,
  notes: NotesPane,
  'hot-wash': HotWashPane,
  compare: ComparePane,
  record: AuditPane,
};

function Content({ pane }: { readonly pane: Pane }): JSX.Element {
  const Shown = CONTENT[pane];
  return <Shown />;
}
