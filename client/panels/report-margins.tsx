/** The debrief's margins of each power towards each other, as its planners believed them and as they were. */
import type { JSX } from 'preact';
import type { Board } from '../../shared/capability/board.ts';
import type { Report } from '../../shared/game/report.ts';
import { PAIRS, pairId } from '../../shared/scenario/names.ts';
import { num } from '../i18n/format.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { LineChart } from './line-chart.tsx';
import { turnLabels } from './report-charts.tsx';
import { Serves } from './report-learning.tsx';

interface Props {
  readonly board: Board;
  readonly report: Report;
}

export function TrueMargins({ board, report }: Props): JSX.Element {
  const all = report.turns.flatMap(({ judged }) => Object.values(judged).flatMap(({ believed, truth }) => [believed, truth]));
  // One scale for all six: what is to be compared has to lie at the same height.
  const include = [0, 0.4, Math.min(...all), Math.max(...all)];
  return (
    <section>
      <h2>{t('report.margins')}</h2>
      <Serves board={board} part="margins" />
      <p>{t('report.margins-says')}</p>
      <div class="charts">
        {PAIRS.map(([of, towards]) => {
          const lines = report.turns.map(({ judged }) => judged[pairId(of, towards)] ?? { believed: 0, truth: 0 });
          const [believed, truth] = [lines.map((line) => line.believed), lines.map((line) => line.truth)];
          return (
            <LineChart
              key={pairId(of, towards)}
              title={t('subject.pair', { from: powerName(of), to: powerName(towards) })}
              says={t('chart.own-margin-says', { believed: num(believed.at(-1) ?? 0, '2'), truth: num(truth.at(-1) ?? 0, '2') })}
              labels={turnLabels(report)}
              series={[
                { id: 'believed', name: t('margin.believed'), look: 'belief-owner square', values: believed },
                { id: 'truth', name: t('belief.truth'), look: 'belief-truth circle', values: truth },
              ]}
              include={include}
              format="2"
              mark={{ at: 0, name: t('term.threshold') }}
            />
          );
        })}
      </div>
    </section>
  );
}
