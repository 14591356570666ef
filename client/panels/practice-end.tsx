/** After the practice turn: what was learned, each point with whether it was really done; then a game, or once more. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { leave, leavePractice, playAlone, practise } from '../model/page.ts';
import { PRACTICE_RIVAL, type Practice, type StepId } from '../model/practice.ts';
import { notePractised } from '../net/practice-memory.ts';
import { ScreenHeading } from './heading.tsx';
import { useRoom } from './room-context.tsx';

/** Steps by what they teach together. */
const LESSONS: readonly { readonly id: string; readonly steps: readonly StepId[] }[] = [
  { id: 'beliefs', steps: ['look', 'believe'] },
  { id: 'alarm', steps: ['weigh', 'add'] },
  { id: 'undo', steps: ['undo', 'lock'] },
  { id: 'words', steps: ['speak'] },
  { id: 'eyes', steps: ['looked'] },
  { id: 'reasons', steps: ['read', 'why'] },
];

interface Props {
  readonly practice: Practice;
  /** The friends' game that waits for the reader; null: none. */
  readonly code: string | null;
}

export function PracticeEnd({ practice, code }: Props): JSX.Element {
  const { match } = useRoom();
  const { done } = practice.progress.value;
  const reading = practice.reading.value;
  useEffect(notePractised, []);
  return (
    <main class="practice-end">
      <ScreenHeading>{t('practice.end')}</ScreenHeading>
      <p class="lead-text">{t('practice.end-means')}</p>
      <ul class="lessons">
        {LESSONS.map(({ id, steps }) => (
          <Lesson key={id} id={id} isDone={steps.every((step) => done.includes(step))} />
        ))}
      </ul>
      {reading === null ? null : (
        <p>{t('practice.your-eyes', { power: powerName(PRACTICE_RIVAL), reading: t(`reading.${reading}`) })}</p>
      )}
      <div class="end-ways">
        <button type="button" class="primary big" onClick={goOn}>
          {code === null ? t('practice.play') : t('practice.to-game', { code })}
        </button>
        <button type="button" class="quiet" onClick={() => void practise(code)}>
          {t('practice.again')}
        </button>
        <button type="button" class="quiet" onClick={leave}>
          {t('action.home')}
        </button>
      </div>
    </main>
  );

  function goOn(): void {
    if (code !== null) return leavePractice(code);
    match.connection.leave();
    void playAlone();
  }
}

function Lesson({ id, isDone }: { readonly id: string; readonly isDone: boolean }): JSX.Element {
  return (
    <li class={isDone ? 'done' : ''}>
      <span class="lesson-mark" aria-hidden="true" />
      <p>
        {t(`lesson.${id}`)}
        {isDone ? null : <span class="dim small"> {t('lesson.skipped')}</span>}
      </p>
    </li>
  );
}
