/** What drove tension and the smallest margin, turn by turn. */
import type { JSX } from 'preact';
import type { Board } from '../../shared/capability/board.ts';
import type { Drivers } from '../../shared/game/drivers.ts';
import type { Report } from '../../shared/game/report.ts';
import { num } from '../i18n/format.ts';
import { whySentence } from '../i18n/sentence.ts';
import { t } from '../i18n/text.ts';
import { dyadName } from './gauge.tsx';

interface Props {
  readonly board: Board;
  readonly report: Report;
}

export function DriversTable({ board, report }: Props): JSX.Element {
  return (
    <div class="scroll-x" tabIndex={0} role="region" aria-label={t('report.drivers')}>
      <table class="drivers">
        <caption>{t('report.drivers')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('chart.turn')}</th>
            <th scope="col">{t('variable.tension')}</th>
            <th scope="col">{t('drivers.reasons')}</th>
            <th scope="col">{t('timeline.margin')}</th>
          </tr>
        </thead>
        <tbody>
          {report.drivers.map((each) => (
            <DriversRow key={each.turn} board={board} each={each} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DriversRow({ board, each }: { readonly board: Board; readonly each: Drivers }): JSX.Element {
  const { dyad, margin, threshold, alarm } = each.smallest;
  return (
    <tr>
      <th scope="row">{each.turn}</th>
      <td class="figure">{num(each.change, '+')}</td>
      <td class="small">
        <ul>
          {each.reasons.map(({ because, change }, i) => (
            <li key={i}>
              <span class="figure">{num(change, '+')}</span> {whySentence(board, because)}
            </li>
          ))}
        </ul>
      </td>
      <td class="small">
        {t('drivers.margin', {
          pair: dyadName(dyad),
          margin: num(margin, '2'),
          threshold: num(threshold, '2'),
          alarm: num(alarm, '2'),
        })}
      </td>
    </tr>
  );
}
