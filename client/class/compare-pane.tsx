/** The worlds side by side: how tense and how near the threshold each was, by turn; as lines and as a table. */
import type { JSX } from 'preact';
import { num } from '../i18n/format.ts';
import { t } from '../i18n/text.ts';
import { lookOf, turnsOf, valuesOf } from '../model/world-course.ts';
import { LineChart } from '../panels/line-chart.tsx';
import { Serves } from '../panels/report-learning.tsx';
import { useConsole, useDesk } from './at-desk.tsx';

export function ComparePane(): JSX.Element {
  const view = useConsole();
  const { scenario } = useDesk();
  return (
    <>
      <table class="plain">
        <caption>{t('compare.now')}</caption>
        <thead>
          <tr>
            {['world', 'turn', 'tension', 'margin', 'theory', 'ending'].map((column) => (
              <th scope="col" key={column}>
                {t(`compare.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byNumber(view.worlds).map((world) => (
            <tr key={world.code}>
              <th scope="row">{t('world.name', { number: world.number })}</th>
              <td class="figure">{world.stage === 'lobby' ? '–' : world.turn}</td>
              <td class="figure">{num(world.tension, '0')}</td>
              <td class="figure">{num(world.margin, '2')}</td>
              <td>{t(`theory.${world.theory}.short`)}</td>
              <td>{world.stage !== 'over' || world.ending === '' ? '–' : t(`ending.${world.ending}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Serves board={{ scenario }} part="compare" />
      <Chart what="tension" format="0" include={[0, 100]} />
      <Chart what="margin" format="2" include={[0]} />
    </>
  );
}

const byNumber = <W extends { readonly number: number }>(worlds: readonly W[]): readonly W[] =>
  [...worlds].sort((a, b) => a.number - b.number);

interface ChartProps {
  readonly what: 'tension' | 'margin';
  readonly format: string;
  readonly include: readonly number[];
}

function Chart({ what, format, include }: ChartProps): JSX.Element {
  const worlds = byNumber(useConsole().worlds);
  const turns = turnsOf(worlds);
  const series = worlds.map((world) => ({
    id: world.code,
    name: t('world.name', { number: world.number }),
    look: lookOf(world.number),
    tag: String(world.number),
    values: valuesOf(world, what),
  }));
  return (
    <LineChart
      title={t(`compare.${what}-title`)}
      says={t(`compare.${what}-says`)}
      labels={turns.map((turn) => (turn === 0 ? t('chart.start') : String(turn)))}
      series={series}
      include={include}
      format={format}
    />
  );
}
