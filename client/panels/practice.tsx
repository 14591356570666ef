/**
 * The coach of a practice turn: a strip above the room that says one thing and waits until it has been done. It covers
 * nothing, takes no focus, and may be left at any time.
 */
import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { num } from '../i18n/format.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { type After, leavePractice } from '../model/page.ts';
import { createPractice, PRACTICE_RIVAL, type Practice, STEPS, type StepId } from '../model/practice.ts';
import { PracticeEnd } from './practice-end.tsx';
import { useRoom } from './room-context.tsx';
import { isWide } from './wide.ts';

interface PractisingProps {
  readonly after: After;
  readonly children: ComponentChildren;
}

export function Practising({ after, children }: PractisingProps): JSX.Element {
  const { match, desk } = useRoom();
  const practice = useMemo(() => createPractice(match, desk), [match, desk]);
  useEffect(() => () => practice.stop(), [practice]);
  const { step } = practice.progress.value;
  const isRead = useSignal(false);
  // Whoever asked why has the answer before him, and ends when he has read it.
  const isReading = step === null && practice.progress.value.done.includes('why') && match.scene.value === 'room';
  if (step === null && (isRead.value || !isReading)) return <PracticeEnd practice={practice} code={after.code} />;
  return (
    <div class={`practising at-${step ?? 'why'}`}>
      {step === null ? <LastWord end={() => (isRead.value = true)} /> : <Coach practice={practice} step={step} after={after} />}
      {children}
    </div>
  );
}

function LastWord({ end }: { readonly end: () => void }): JSX.Element {
  return (
    <section class="coach" aria-label={t('practice.label')}>
      <div class="coach-words">
        <p role="status" aria-live="polite">
          {t('practice.answered')}
        </p>
      </div>
      <div class="coach-ways">
        <button type="button" class="primary" onClick={end}>
          {t('practice.finish')}
        </button>
      </div>
    </section>
  );
}

interface CoachProps {
  readonly practice: Practice;
  readonly step: StepId;
}

function Coach({ practice, step, after }: CoachProps & { readonly after: After }): JSX.Element {
  const isAwaited = after.waiting?.isBegun.value === true;
  return (
    <section class="coach" aria-label={t('practice.label')}>
      <p class="coach-count small dim">{t('practice.count', { step: STEPS.indexOf(step) + 1, most: STEPS.length })}</p>
      <div class="coach-words">
        <p role="status" aria-live="polite">
          {t(`practice.${step}`, { power: powerName(PRACTICE_RIVAL), lock: t('lock.lock') })}
        </p>
        {step === 'believe' ? <Figures practice={practice} /> : null}
        <p role="alert" class={isAwaited ? 'reason' : 'sr-only'}>
          {isAwaited ? t('practice.game-began') : ''}
        </p>
      </div>
      <div class="coach-ways">
        <ShowMe practice={practice} step={step} />
        <button type="button" class="quiet" onClick={() => practice.skip()}>
          {t('practice.skip')}
        </button>
        <button type="button" class={isAwaited ? 'primary' : 'quiet'} onClick={() => leavePractice(after.code)}>
          {isAwaited ? t('practice.to-game', { code: after.code ?? '' }) : t('practice.leave')}
        </button>
      </div>
    </section>
  );
}

/** A tab that has just come goes to its own top first. */
const TAB_COMES_MS = 120;
/** What a step speaks of and may be scrolled out of sight: the heading's id, and its text. */
const LANDMARKS: Readonly<Partial<Record<StepId, { readonly id: string; readonly text: string }>>> = {
  believe: { id: 'planners-title', text: 'planners.title' },
  looked: { id: 'taps-title', text: 'taps.title' },
};

/** Brings what is spoken of into sight: its tab, where it has one of its own on this page, and its place. */
function ShowMe({ practice, step }: CoachProps): JSX.Element | null {
  const { match, desk } = useRoom();
  const tab = practice.tab.value;
  const landmark = LANDMARKS[step];
  const isTab = tab !== null && match.scene.value === 'room' && !(isWide.value && (tab === 'country' || tab === 'sheet'));
  // Where the map is small, the site stands in a badge with others: the table names it.
  if (step === 'look' && desk.centre.value === 'map')
    return (
      <button type="button" class="quiet" onClick={() => (desk.centre.value = 'table')}>
        {t('practice.show', { what: t('stage.table') })}
      </button>
    );
  if (!isTab && landmark === undefined) return null;
  return (
    <button type="button" class="quiet" onClick={show}>
      {t('practice.show', { what: t(isTab ? `tab.${tab}` : (landmark?.text ?? '')) })}
    </button>
  );

  function show(): void {
    if (isTab) desk.open(tab);
    if (landmark) setTimeout(() => scrollTo(landmark.id), TAB_COMES_MS);
  }
}

/** Only the panel that it stands in is scrolled: nothing else on the page moves. */
function scrollTo(id: string): void {
  const heading = document.getElementById(id);
  const panel = heading?.closest('.tab-panel, .left, .reveal-scroll');
  if (!heading || !panel) return;
  panel.scrollBy({ top: heading.getBoundingClientRect().top - panel.getBoundingClientRect().top - 8 });
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
            onClick={(event) => read(event.currentTarget, figure)}
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

  /** The right one takes its button away: the focus goes on to the coach's own, and is not lost. */
  function read(pressed: HTMLElement, figure: number): void {
    const next = pressed.closest('.coach')?.querySelector<HTMLElement>('.coach-ways button');
    practice.readFigure(figure);
    if (practice.wrongFigure.value === null) next?.focus();
  }
}
