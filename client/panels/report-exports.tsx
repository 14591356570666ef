/** What may be taken away: the record to replay, tables for a spreadsheet, the report on paper; and the way into the replay. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { t } from '../i18n/text.ts';
import { exportOf, nameOfGame } from '../model/finished.ts';
import type { Match } from '../model/match.ts';
import { replayMatch } from '../model/replaying.ts';
import { ExportList } from './export-list.tsx';

export function Exports({ match }: { readonly match: Match }): JSX.Element {
  const isBusy = useSignal(false);
  const hasFailed = useSignal(false);
  return (
    <section class="exports">
      <h2>{t('report.exports')}</h2>
      <p class="small dim">{t('report.exports-say')}</p>
      <ExportList prefix={nameOfGame(match)} fetch={(name, isAnonymous) => exportOf(match, name, isAnonymous)}>
        <li>
          <button type="button" class="quiet" onClick={printReport}>
            {t('export.print')}
          </button>
        </li>
      </ExportList>
      {hasFailed.value ? (
        <p class="reason" role="alert">
          {t('export.failed')}
        </p>
      ) : null}
      <button type="button" class="primary" disabled={isBusy.value} onClick={() => void look()}>
        {t('report.replay')}
      </button>
    </section>
  );

  async function look(): Promise<void> {
    isBusy.value = true;
    hasFailed.value = !(await replayMatch(match));
    isBusy.value = false;
  }
}

/** On paper there is nothing to open: everything stands open for as long as it is printed. */
function printReport(): void {
  const closed = [...document.querySelectorAll<HTMLDetailsElement>('.report details:not([open])')];
  for (const each of closed) each.open = true;
  const closeAgain = (): void => {
    for (const each of closed) each.open = false;
  };
  addEventListener('afterprint', closeAgain, { once: true });
  print();
}
