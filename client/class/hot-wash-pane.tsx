/** The hot wash: one question at a time on all phones, and the answers as they come. */
import type { JSX } from 'preact';
import { HOT_WASH, type HotWash } from '../../shared/protocol/exercise.ts';
import type { HotWashAnswer } from '../../shared/protocol/exercise-view.ts';
import { t } from '../i18n/text.ts';
import { useConsole, useDesk } from './at-desk.tsx';
import { personOf, placeText, worldName } from './world-name.ts';

export function HotWashPane(): JSX.Element {
  const { desk } = useDesk();
  const view = useConsole();
  return (
    <>
      <p class="small dim">{t('hot-wash.says')}</p>
      <ol class="hot-wash-questions">
        {HOT_WASH.map((question) => (
          <li key={question}>
            <div class="hot-wash-head">
              <h3>{t(`hot-wash.${question}`)}</h3>
              <button type="button" class="quiet" aria-pressed={view.hotWash === question} onClick={() => open(question)}>
                {t(view.hotWash === question ? 'hot-wash.close' : 'hot-wash.open')}
                <span class="sr-only">: {t(`hot-wash.${question}`)}</span>
              </button>
            </div>
            <Answers answers={view.answers.filter((answer) => answer.question === question)} />
          </li>
        ))}
      </ol>
    </>
  );

  function open(question: HotWash): void {
    void desk.give({ name: 'hot-wash', body: { question: view.hotWash === question ? null : question } });
  }
}

function Answers({ answers }: { readonly answers: readonly HotWashAnswer[] }): JSX.Element {
  const view = useConsole();
  return (
    <details open={answers.length > 0}>
      <summary class="small dim">{t('hot-wash.answers', { count: answers.length })}</summary>
      <ul class="notes">
        {answers.map(({ participant, words, language }) => {
          const place = view.people.find(({ id }) => id === participant)?.place;
          return (
            <li key={participant}>
              <p class="small dim">
                {personOf(view, participant)}
                {place === undefined ? '' : ` · ${worldName(view, place.world)}, ${placeText(place)}`}
              </p>
              <p lang={language}>{words}</p>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
