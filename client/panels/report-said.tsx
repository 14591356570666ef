/** Soft words beside what their speakers did in the same turn and the one before, seen or unseen. */
import type { JSX } from 'preact';
import type { Board } from '../../shared/capability/board.ts';
import type { Report } from '../../shared/game/report.ts';
import type { SaidAndDone } from '../../shared/game/said.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { deedText } from './effect-text.ts';
import { wordsHeadlineText } from './headline-text.tsx';
import { Serves } from './report-learning.tsx';
import { SeatMark } from './seat-mark.tsx';

interface Props {
  readonly board: Board;
  readonly report: Report;
}

export function SaidAgainstDid({ board, report }: Props): JSX.Element | null {
  const { said } = report;
  if (said.length === 0) return null;
  const belied = said.filter(({ deeds }) => deeds.length > 0);
  const unseen = belied.filter(({ deeds }) => !deeds.some(({ isOpen }) => isOpen));
  return (
    <section>
      <h2>{t('report.said')}</h2>
      <Serves board={board} part="said" />
      <p class="small dim">{t('report.said-means')}</p>
      <p>{t('report.said-sum', { said: said.length, belied: belied.length, unseen: unseen.length })}</p>
      {belied.length === 0 ? null : <BeliedTable board={board} belied={belied} />}
    </section>
  );
}

function BeliedTable({ board, belied }: { readonly board: Board; readonly belied: readonly SaidAndDone[] }): JSX.Element {
  return (
    <div class="scroll-x" tabIndex={0} role="region" aria-label={t('report.said')}>
      <table>
        <caption class="sr-only">{t('report.said')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('chart.turn')}</th>
            <th scope="col">{t('table.power')}</th>
            <th scope="col">{t('said.words')}</th>
            <th scope="col">{t('said.deeds')}</th>
          </tr>
        </thead>
        <tbody>
          {belied.map(({ turn, power, said, deeds }, i) => (
            <tr key={i}>
              <td class="figure">{turn}</td>
              <th scope="row" class={power}>
                <SeatMark power={power} /> {powerName(power)}
              </th>
              <td>{wordsHeadlineText(board, said)}</td>
              <td>
                <ul>
                  {deeds.map(({ deed, isOpen }) => (
                    <li key={`${deed.turn}${deed.kind}${deed.target}`}>
                      {deedText(board, deed)} {isOpen ? null : <span class="tag">{t('said.unseen')}</span>}
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
