/** What may be taken away: the record to replay, tables for a spreadsheet, the report on paper; and the way into the replay. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { t } from '../i18n/text.ts';
import { EXPORTS, exportOf, fileNameOf } from '../model/finished.ts';
import type { Match } from '../model/match.ts';
import { replayMatch } from '../model/replaying.ts';
import { type ExportName, saveAs } from '../net/download.ts';

export function Exports({ match }: { readonly match: Match }): JSX.Element {
  const isAnonymous = useSignal(false);
  const isBusy = useSignal(false);
  const hasFailed = useSignal(false);
  return (
    <section class="exports">
      <h2>{t('report.exports')}</h2>
      <p class="small dim">{t('report.exports-say')}</p>
      <label class="check">
        <input type="checkbox" checked={isAnonymous.value} onChange={() => (isAnonymous.value = !isAnonymous.value)} />
        <span>
          {t('export.anonymous')} <span class="small dim">{t('export.anonymous-means')}</span>
        </span>
      </label>
      <ul class="export-list">
        {EXPORTS.map((name) => (
          <li key={name}>
            <button type="button" class="quiet" disabled={isBusy.value} onClick={() => void take(name)}>
              {t(`export.${name.split('.')[0]}`)} <span class="small dim">{name.endsWith('.csv') ? 'CSV' : 'JSON'}</span>
            </button>
          </li>
        ))}
        <li>
          <button type="button" class="quiet" onClick={printReport}>
            {t('export.print')}
          </button>
        </li>
      </ul>
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

  function take(name: ExportName): Promise<void> {
    return quietly(async () => {
      const text = await exportOf(match, name, isAnonymous.value);
      if (text !== null) saveAs(fileNameOf(match, name, isAnonymous.value), text);
      return text !== null;
    });
  }

  function look(): Promise<void> {
    return quietly(() => replayMatch(match));
  }

  async function quietly(work: () => Promise<boolean>): Promise<void> {
    isBusy.value = true;
    hasFailed.value = !(await work());
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
