/** A finished game to take away: its record and its tables, with names or without. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { EXPORTS, type ExportName } from '../../shared/export/names.ts';
import { t } from '../i18n/text.ts';
import { saveAs } from '../net/download.ts';

interface Props {
  /** The text of an export; null: it could not be had. */
  readonly fetch: (name: ExportName, isAnonymous: boolean) => Promise<string | null>;
  /** What files of this game are called. */
  readonly prefix: string;
  readonly children?: ComponentChildren;
}

export function ExportList({ fetch, prefix, children }: Props): JSX.Element {
  const isAnonymous = useSignal(false);
  const isBusy = useSignal(false);
  const hasFailed = useSignal(false);
  return (
    <>
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
        {children}
      </ul>
      <p class="small dim">{t('export.tables-means')}</p>
      {hasFailed.value ? (
        <p class="reason" role="alert">
          {t('export.failed')}
        </p>
      ) : null}
    </>
  );

  async function take(name: ExportName): Promise<void> {
    isBusy.value = true;
    const text = await fetch(name, isAnonymous.value);
    const parts = ['threshold', prefix, ...(isAnonymous.value ? ['anonymous'] : []), name];
    if (text !== null) saveAs(parts.join('-'), text);
    hasFailed.value = text === null;
    isBusy.value = false;
  }
}
