/** What a part of the report is good for by the scenario's own learning objectives, and the questions to talk about afterwards. */
import type { JSX } from 'preact';
import type { Board } from '../../shared/capability/board.ts';
import type { ReportPart } from '../../shared/scenario/names.ts';
import { say } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';

/** The objectives that a part serves; nothing where the scenario names none. */
export function Serves({
  board,
  part,
}: {
  readonly board: Pick<Board, 'scenario'>;
  readonly part: ReportPart;
}): JSX.Element | null {
  const served = board.scenario.objectives.filter(({ charts }) => charts.includes(part));
  if (served.length === 0) return null;
  return (
    <ul class="serves small dim">
      {served.map(({ id, text }) => (
        <li key={id}>
          <span class="tag">{t('report.serves')}</span> {say(text)}
        </li>
      ))}
    </ul>
  );
}

export function Questions({ board }: { readonly board: Board }): JSX.Element | null {
  const { objectives, questions } = board.scenario;
  if (questions.length === 0) return null;
  return (
    <section>
      <h2>{t('report.questions')}</h2>
      <p class="small dim">{t('report.questions-say')}</p>
      {objectives.map(({ id, text }) => (
        <article key={id} class="questions">
          <h3>{say(text)}</h3>
          <ul>
            {questions
              .filter(({ objective }) => objective === id)
              .map((question) => (
                <li key={question.text.en}>{say(question.text)}</li>
              ))}
          </ul>
        </article>
      ))}
    </section>
  );
}
