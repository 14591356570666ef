/** Red lines and pledges of all, and what became of each. */
import type { JSX } from 'preact';
import type { Board } from '../../shared/capability/board.ts';
import type { Report } from '../../shared/game/report.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { commitmentText } from './open-commitments.tsx';
import { Serves } from './report-learning.tsx';
import { SeatMark } from './seat-mark.tsx';

export function Commitments({ board, report }: { readonly board: Board; readonly report: Report }): JSX.Element {
  return (
    <section>
      <h2>{t('report.commitments')}</h2>
      <Serves board={board} part="commitments" />
      {report.commitments.length === 0 ? (
        <p class="dim">{t('report.no-commitments')}</p>
      ) : (
        <CommitmentTable board={board} report={report} />
      )}
    </section>
  );
}

function CommitmentTable({ board, report }: { readonly board: Board; readonly report: Report }): JSX.Element {
  return (
    <div class="scroll-x" tabIndex={0} role="region" aria-label={t('report.commitments')}>
      <table>
        <caption class="sr-only">{t('report.commitments')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.power')}</th>
            <th scope="col">{t('table.made')}</th>
            <th scope="col">{t('table.what')}</th>
            <th scope="col">{t('table.became')}</th>
          </tr>
        </thead>
        <tbody>
          {report.commitments.map((commitment) => (
            <tr key={commitment.id}>
              <th scope="row" class={commitment.power}>
                <SeatMark power={commitment.power} /> {powerName(commitment.power)}
              </th>
              <td class="figure">{t('turn.short', { turn: commitment.made })}</td>
              <td>{commitmentText(board, commitment)}</td>
              <td>
                <span class={`tag became-${commitment.status}`}>{t(`status.${commitment.status}`)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
