/** How long this match is kept, and for whoever made it: that nothing be kept at once. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { day } from '../i18n/format.ts';
import { t } from '../i18n/text.ts';
import { useRoom } from './room-context.tsx';

export function Retention(): JSX.Element | null {
  const { match } = useRoom();
  const isSure = useSignal(false);
  const { keptUntilMs } = match.figures.value;
  if (keptUntilMs === 0) return null;
  return (
    <div class="retention">
      <p class="small dim">{t('retention.until', { date: day(keptUntilMs) })}</p>
      {match.isHost.value ? (
        <button type="button" class="quiet" onClick={erase}>
          {t(isSure.value ? 'retention.sure' : 'retention.erase')}
        </button>
      ) : null}
    </div>
  );

  /** The first press asks. */
  function erase(): void {
    if (isSure.value) void match.dealings.ask('erase', {});
    isSure.value = true;
  }
}
