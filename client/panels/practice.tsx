/**
 * The coach of a practice turn: a strip above the room that says one thing and waits until it has been done. It covers
 * nothing, takes no focus, and may be left at any time.
 */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { num } from '../i18n/format.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { leave } from '../model/page.ts';
import { createPractice, PRACTICE_RIVAL, type Practice, STEPS, type StepId } from '../model/practice.ts';
import { PracticeEnd } from './practice-end.tsx';
import { useRoom } from './room-context.tsx';
import { isWide } from './wide.ts';

interface PractisingProps {
  /** The friends' game that waits for the reader; null: none. */
  readonly code: string | null;
  readonly children: ComponentChildren;
}

export function Practising({ code, children }: PractisingProps): JSX.Element {
  const { match, desk } = useRoom();
  const practice = useMemo(() => createPractice(match, desk), [match, desk]);
  useEffect(() => () => practice.stop(), [practice]);
  const { step } = practice.progress.value;
  if (step === null) return <PracticeEnd practice={practice} code={code} />;
  return (
    <div class={`practising at-${step}`}>
      <Coach practice={practice} step={step} />
      {children}
    </div>
  );
}

interface CoachProps {
  readonly practice: Practice;
  readonly step: StepId;
}

function Coach({ practice, step }: CoachProps): JSX.Element {
  return (
    <section class="coach" aria-label={t('practice.label')}>
      <p class="coach-count small dim">{t('practice.count', { step: STEPS.indexOf(step) + 1, most: STEPS.length })}</p>
      <div class="coach-words">
        <p role="status" aria-live="polite">
          {t(`practice.${step}`, { power: powerName(PRACTICE_RIVAL), lock: t('lock.lock') })}
        </p>
        {step === 'believe' ? <Figures practice={practice} /> : null}
      </div>
      <div class="coach-ways">
        <ShowMe practice={practice} />
        <button type="button" class="quiet" onClick={() => practice.skip()}>
          {t('practice.skip')}
        </button>
        <button type="button" class="quiet" onClick={leave}>
          {t('practice.leave')}
        </button>
      </div>
    </section>
  );
}

/** Opens the tab that is spoken of: on a wide page the country and the sheet are in sight anyway. */
function ShowMe({ practice }: { readonly practice: Practice }): JSX.Element | null {
  const { match, desk } = useRoom();
  const tab = practice.tab.value;
  if (tab === null || match.scene.value !== 'room') return null;
  if (isWide.value && (tab === 'country' || tab === 'sheet')) return null;
  return (
    <button type="button" class="quiet" onClick={() => desk.open(tab)}>
      {t('practice.show', { tab: t(`tab.${tab}`) })}
    </button>
  );
}

function Figures({ practice }: { readonly practice: Practice }): JSX.Element {
  const wrong = practice.wrongFigure.value;
  return (
    <>
      <div class="coach-answers" role="group" aria-label={t('practice.figures')}>
        {practice.figures.value.map((figure) => (
          <button
            type="button"
            key={figure}
            class="quiet figure"
            aria-pressed={wrong === figure}
            onClick={() => practice.readFigure(figure)}
          >
            {num(figure, '0')}
          </button>
        ))}
      </div>
      <p role="status" class={wrong === null ? 'sr-only' : 'small'}>
        {wrong === null ? '' : t('practice.wrong', { power: powerName(PRACTICE_RIVAL), term: t('term.arriving') })}
      </p>
    </>
  );
}
