/** How long this match is kept, and for whoever made it: that nothing be kept at once. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { day } from '../i18n/format.ts';
import { t } from '../i18n/text.ts';
import { useTable } from './room-context.tsx';

export function Retention(): JSX.Element | null {
  const table = useTable();
  const isSure = useSignal(false);
  const { keptUntilMs } = table.figures.value;
  if (keptUntilMs === 0) return null;
  return (
    <div class="retention">
      <p class="small dim">{t('retention.until', { date: day(keptUntilMs) })}</p>
      {table.isHost.value ? (
        <button type="button" class="quiet" onClick={erase}>
          {t(isSure.value ? 'retention.sure' : 'retention.erase')}
        </button>
      ) : null}
    </div>
  );

  /** The first press asks. */
  function erase(): void {
    if (isSure.value) void table.dealings.ask('erase', {});
    isSure.value = true;
  }
}
