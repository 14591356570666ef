/** How the seats read one another, and what the one they read was about: its own margin in its own eyes, and its orders. */
import type { JSX } from 'preact';
import type { Board } from '../../shared/capability/board.ts';
import type { Report } from '../../shared/game/report.ts';
import type { Perception } from '../../shared/protocol/perception.ts';
import { pairId } from '../../shared/scenario/names.ts';
import { listed, num } from '../i18n/format.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { orderName } from './order-name.ts';
import { Serves } from './report-learning.tsx';
import { SeatMark } from './seat-mark.tsx';

interface Props {
  readonly board: Board;
  readonly report: Report;
  readonly perceptions: readonly Perception[];
}

export function Readings({ board, report, perceptions }: Props): JSX.Element | null {
  if (perceptions.length === 0) return null;
  const rows = [...perceptions].sort((a, b) => a.turn - b.turn || order(a) - order(b));
  return (
    <section>
      <h2>{t('report.readings')}</h2>
      <Serves board={board} part="readings" />
      <p class="small dim">{t('report.readings-means')}</p>
      <p>{t('report.readings-sum', countsIn(report, perceptions))}</p>
      <div class="scroll-x" tabIndex={0} role="region" aria-label={t('report.readings')}>
        <table>
          <caption class="sr-only">{t('report.readings')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('chart.turn')}</th>
              <th scope="col">{t('report.reader')}</th>
              <th scope="col">{t('report.read')}</th>
              <th scope="col">{t('report.read-as')}</th>
              <th scope="col">{t('report.own-margin')}</th>
              <th scope="col">{t('report.own-orders')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((tap) => (
              <ReadingRow key={`${tap.turn}${tap.by}${tap.of}`} board={board} report={report} tap={tap} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const SEATS = 'us ru cn';
const order = ({ by, of }: Perception): number => SEATS.indexOf(by) * SEATS.length + SEATS.indexOf(of);

/** What striking first would have cost or gained in the read one's own eyes, at the end of that turn. */
const marginOf = (report: Report, { turn, by, of }: Perception): number | undefined =>
  report.turns[turn]?.judged[pairId(of, by)]?.believed;

function countsIn(report: Report, perceptions: readonly Perception[]): Readonly<Record<string, number>> {
  const feared = perceptions.filter(({ reading }) => reading === 'strike');
  const trusted = perceptions.filter(({ reading }) => reading === 'defensive');
  return {
    feared: feared.length,
    needlessly: feared.filter((tap) => (marginOf(report, tap) ?? 0) > 0).length,
    trusted: trusted.length,
    wrongly: trusted.filter((tap) => (marginOf(report, tap) ?? 0) < 0).length,
  };
}

interface RowProps {
  readonly board: Board;
  readonly report: Report;
  readonly tap: Perception;
}

function ReadingRow({ board, report, tap }: RowProps): JSX.Element {
  const { turn, by, of, reading } = tap;
  const margin = marginOf(report, tap);
  const sheet = report.sheets.find((each) => each.turn === turn)?.sheets[of];
  const orders = (sheet?.orders ?? []).map((one) => orderName(board, one));
  return (
    <tr>
      <td class="figure">{turn}</td>
      <th scope="row" class={by}>
        <SeatMark power={by} /> {powerName(by)}
      </th>
      <td>{powerName(of)}</td>
      <td>{t(`reading.${reading}`)}</td>
      <td class="figure">{margin === undefined ? '–' : num(margin, '+2')}</td>
      <td class="small">{orders.length === 0 ? t('report.nothing') : listed(orders)}</td>
    </tr>
  );
}
