/** What everybody wanted, in the open and in secret, and how far each came by its own lights. */
import type { JSX } from 'preact';
import type { Board } from '../../shared/capability/board.ts';
import { type Report, ranking } from '../../shared/game/report.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { num } from '../i18n/format.ts';
import { powerName, say } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { AimPoints } from './aim-points.tsx';
import { CommonScore } from './common-aim.tsx';
import { Serves } from './report-learning.tsx';
import { SeatMark } from './seat-mark.tsx';

interface Props {
  readonly board: Board;
  readonly report: Report;
  readonly seat: Power | null;
}

export function Scores({ board, report, seat }: Props): JSX.Element {
  return (
    <section>
      <h2>{t('report.aims')}</h2>
      <Serves board={board} part="aims" />
      <p class="dim small">{t('report.aims-says')}</p>
      <div class="score-cards">
        {ranking(report).map((power) => (
          <ScoreCard key={power} board={board} report={report} power={power} own={power === seat} />
        ))}
      </div>
      <CommonScore score={report.common} says={[t('common.formula'), t('common.nobody')]} />
    </section>
  );
}

function ScoreCard({
  board,
  report,
  power,
  own,
}: {
  readonly board: Board;
  readonly report: Report;
  readonly power: Power;
  readonly own: boolean;
}): JSX.Element {
  const { objectives, normalised } = report.scores[power];
  const plan = board.scenario.powers[power];
  const textOf = (id: string): string => {
    const aim = [...plan.objectives, ...plan.secretAims].find((candidate) => candidate.id === id);
    return aim ? say(aim.text) : id;
  };
  return (
    <article class={`score-card ${power}`}>
      <h3>
        <SeatMark power={power} filled={own} /> {powerName(power)} {own ? <span class="tag">{t('report.you')}</span> : null}
      </h3>
      <p class="score figure">{normalised < 0 ? t('report.lost') : num(normalised, '%')}</p>
      <ul class="aims">
        {objectives.map((objective) => (
          <li key={`${objective.id}${objective.secret}`}>
            <span>
              {objective.secret ? <span class="tag">{t('aims.secret')}</span> : null} {textOf(objective.id)}
            </span>
            <span class="points">
              <AimPoints power={power} id={objective.id} name={textOf(objective.id)} points={objective.points} />
            </span>
          </li>
        ))}
      </ul>
    </article>
  );
}
