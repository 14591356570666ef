/** "Why?": every line of a step with its rule, what was before, what came after, and the reason in words. */

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Effect } from '../../shared/state/ledger.ts';
import { whySentence } from '../i18n/sentence.ts';
import { t } from '../i18n/text.ts';
import { EVERYTHING, linesFor, type Question, variablesOf } from '../model/ledger.ts';
import { Choice } from './choice.tsx';
import { lineText, ruleName, subjectText, variableName } from './effect-text.ts';
import { useGauges } from './gauge-words.ts';
import { useRoom } from './room-context.tsx';
import { isTerm, Term } from './term.tsx';

export function Ledger(): JSX.Element {
  const { match, desk } = useRoom();
  const back = useSignal(0);
  const steps = match.steps.value;
  const asked = desk.readTurn.value;
  // A turn chosen on the time line opens at its last step.
  useEffect(() => {
    back.value = asked === null ? 0 : steps.length - 1 - steps.findLastIndex((each) => each.turn === asked);
  }, [asked, steps, back]);
  const step = steps.at(-1 - back.value);
  if (!step) return <p class="dim">{t(steps.length === 0 ? 'ledger.empty' : 'ledger.not-seen')}</p>;
  const question = desk.question.value;
  const lines = linesFor(step.effects, question);
  // What was asked about may not have changed in this step; it is still what is shown.
  const variables = [...new Set(['', ...variablesOf(step.effects), question.variable ?? ''])];
  return (
    <div class="ledger">
      <h2>{t('ledger.title')}</h2>
      <div class="fields">
        <Choice
          label={t('ledger.step')}
          value={String(back.value)}
          ids={steps.map((_, i) => String(i))}
          name={(id) => stepLabel(steps.at(-1 - Number(id)))}
          choose={(id) => (back.value = Number(id))}
        />
        <Choice
          label={t('ledger.variable')}
          value={question.variable ?? ''}
          ids={variables}
          name={(id) => (id === '' ? t('ledger.all') : variableName(id))}
          choose={(id) => (desk.question.value = id === '' ? EVERYTHING : { subject: null, variable: id })}
        />
      </div>
      <Asked question={question} />
      {lines.length === 0 ? <p class="dim">{t('ledger.unchanged')}</p> : null}
      <ol class="lines">
        {lines.map((line) => (
          <Line key={`${line.round}-${line.n}`} line={line} />
        ))}
      </ol>
    </div>
  );
}

function stepLabel(step: { readonly turn: number; readonly round: number } | undefined): string {
  if (!step) return '';
  return step.round === 0 ? t('ledger.turn', { turn: step.turn }) : t('ledger.round', { turn: step.turn, round: step.round });
}

/** The one number that was asked about, and the way back to all lines. */
function Asked({ question }: { readonly question: Question }): JSX.Element | null {
  const { match, desk } = useRoom();
  if (question.subject === null || question.variable === null) return null;
  return (
    <p class="asked">
      <strong>
        {t('ledger.asked', { subject: subjectText(match.board, question.subject), variable: variableName(question.variable) })}
      </strong>{' '}
      {isTerm(question.variable) ? <Term id={question.variable}>{t('ledger.ask-word')}</Term> : null}{' '}
      <button type="button" class="quiet small" onClick={() => (desk.question.value = EVERYTHING)}>
        {t('ledger.show-all')}
      </button>
    </p>
  );
}

export function Line({ line }: { readonly line: Effect }): JSX.Element {
  const { match, desk } = useRoom();
  const { board } = match;
  const text = lineText(board, line, useGauges());
  return (
    <li class="line">
      <p class="line-what">
        <span>{text.what}</span>
        <span class="figure">{text.change}</span>
      </p>
      <p class="small">{whySentence(board, line.because)}</p>
      <button type="button" class="term small dim" onClick={() => (desk.rulebook.value = line.rule)}>
        {t('ledger.rule', { rule: ruleName(line.rule) })}
      </button>
    </li>
  );
}
