/** The facilitator's console: all worlds on one screen, those that need help first, and one of them, or all, under his hands. */
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { ConsoleAdmission } from '../../shared/protocol/exercise-view.ts';
import { t } from '../i18n/text.ts';
import { actOf } from '../model/console-keys.ts';
import { createExerciseDesk, type ExerciseDesk } from '../model/exercise-desk.ts';
import { looking } from '../model/looking.ts';
import { openExerciseLine } from '../net/exercise-line.ts';
import { Waiting } from '../panels/waiting.tsx';
import { AtDesk, useDesk } from './at-desk.tsx';
import { Confirm } from './confirm.tsx';
import { ConsoleBar } from './console-bar.tsx';
import { ConsoleFoot } from './console-foot.tsx';
import { LineNotice } from './line-notice.tsx';
import { Looking } from './looking.tsx';
import { TargetPane } from './target-pane.tsx';
import { useScenario } from './use-scenario.ts';
import { WorldCards } from './world-cards.tsx';
import '../style/class.css';
import '../style/console.css';

export function Console({ admission }: { readonly admission: ConsoleAdmission }): JSX.Element {
  const desk = useMemo(() => createExerciseDesk((hearing) => openExerciseLine(admission, hearing)), [admission]);
  useEffect(() => () => desk.line.leave(), [desk]);
  return <ConsoleOver desk={desk} scenarioId={admission.scenario} />;
}

/** The same over any desk: tests bring their own. */
export function ConsoleOver({ desk, scenarioId }: { readonly desk: ExerciseDesk; readonly scenarioId: string }): JSX.Element {
  const scenario = useScenario(scenarioId);
  if (desk.view.value === null || scenario === null) {
    return (
      <>
        <Waiting />
        <LineNotice line={desk.line} />
      </>
    );
  }
  return (
    <AtDesk.Provider value={{ desk, scenario }}>
      {looking.value === null ? <Desk /> : <Looking look={looking.value} />}
      <LineNotice line={desk.line} />
    </AtDesk.Provider>
  );
}

function Desk(): JSX.Element {
  const { desk } = useDesk();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const act = desk.waiting.value === null ? actOf(event) : null;
      if (act === null) return;
      event.preventDefault();
      act(desk);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [desk]);
  return (
    <div class="console">
      <ConsoleBar />
      <main>
        <section class="console-worlds" aria-label={t('console.worlds')}>
          <WorldCards />
        </section>
        <TargetPane />
      </main>
      <ConsoleFoot />
      <Confirm />
    </div>
  );
}
