/** The debrief's charts: tension, margins, and for each system what was feared, believed and true. */
import type { JSX } from 'preact';
import type { Board } from '../../shared/capability/board.ts';
import type { Report, SystemLine } from '../../shared/game/report.ts';
import { DYADS } from '../../shared/scenario/names.ts';
import { num } from '../i18n/format.ts';
import { nameOf, powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { dyadName } from './gauge.tsx';
import { LineChart } from './line-chart.tsx';
import { Serves } from './report-learning.tsx';

interface Props {
  readonly board: Board;
  readonly report: Report;
}

/** What the turns of a report are called under a chart. */
export const turnLabels = (report: Report): readonly string[] =>
  report.turns.map(({ turn }) => (turn === 0 ? t('chart.start') : String(turn)));

export function TensionChart({ report }: Props): JSX.Element {
  const series = [
    { id: 'tension', name: t('variable.tension'), look: 'neutral circle', values: report.turns.map((line) => line.tension) },
  ];
  return (
    <LineChart
      title={t('chart.tension')}
      says={t('chart.tension-says')}
      labels={turnLabels(report)}
      series={series}
      include={[0, 100]}
      format="0"
    />
  );
}

/** A pair's line carries a mark of its own, since its colour belongs to neither power. */
const DYAD_LOOKS: Readonly<Record<string, string>> = {
  'us-ru': 'dyad-a square',
  'us-cn': 'dyad-b diamond',
  'ru-cn': 'dyad-c hexagon',
};

export function MarginChart({ report }: Props): JSX.Element {
  const series = DYADS.map(([id]) => ({
    id,
    name: dyadName(id),
    look: DYAD_LOOKS[id] ?? 'neutral circle',
    values: report.turns.map((line) => line.margins[id] ?? 0),
  }));
  return (
    <LineChart
      title={t('chart.margins')}
      says={t('chart.margins-says')}
      labels={turnLabels(report)}
      series={series}
      include={[0, 0.4]}
      format="2"
      mark={{ at: 0, name: t('term.threshold') }}
    />
  );
}

export function SystemCharts({ board, report }: Props): JSX.Element {
  return (
    <section>
      <h2>{t('report.systems')}</h2>
      <Serves board={board} part="systems" />
      <p>{t('report.systems-says')}</p>
      <div class="charts">
        {report.systems
          .filter((system) => isInPlay(board, report, system))
          .map((system) => (
            <SystemChart key={system.interceptor} board={board} system={system} />
          ))}
      </div>
    </section>
  );
}

/** Systems that stood or were ordered: a chart of what nobody ever built tells nobody anything. */
function isInPlay(board: Board, report: Report, system: SystemLine): boolean {
  const plans = board.scenario.batteries.filter((plan) => plan.interceptor === system.interceptor);
  const ordered = report.sheets.flatMap(({ sheets }) => Object.values(sheets).flatMap((sheet) => sheet?.orders ?? []));
  return plans.some(
    (plan) => plan.status === 'active' || ordered.some((order) => 'battery' in order && order.battery === plan.id),
  );
}

function SystemChart({ board, system }: { readonly board: Board; readonly system: SystemLine }): JSX.Element {
  const last = system.byTurn.at(-1);
  const name = nameOf(board, system.interceptor);
  const labels = system.byTurn.map(({ turn }) => (turn === 0 ? t('chart.start') : String(turn)));
  const series = [
    { id: 'rival', name: t('belief.rival'), look: 'belief-rival diamond', values: system.byTurn.map((point) => point.rival) },
    { id: 'owner', name: t('belief.owner'), look: 'belief-owner square', values: system.byTurn.map((point) => point.owner) },
    { id: 'truth', name: t('belief.truth'), look: 'belief-truth circle', values: system.byTurn.map((point) => point.truth) },
  ];
  const says = last
    ? t('chart.system-says', { dilemma: num(last.rival - last.owner, '+2'), illusion: num(last.owner - last.truth, '+2') })
    : '';
  return (
    <LineChart
      title={t('chart.system', { system: name, owner: powerName(system.owner) })}
      says={says}
      labels={labels}
      series={series}
      include={[0, 1]}
      format="2"
      band={{
        name: t('belief.record-band'),
        low: { name: t('belief.record-low'), values: system.byTurn.map((point) => point.low) },
        high: { name: t('belief.record-high'), values: system.byTurn.map((point) => point.high) },
      }}
      also={[
        { id: 'dilemma', name: t('term.dilemma'), values: system.byTurn.map((point) => point.rival - point.owner) },
        { id: 'illusion', name: t('term.illusion'), values: system.byTurn.map((point) => point.owner - point.truth) },
      ]}
    />
  );
}
