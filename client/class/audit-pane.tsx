/** What facilitators did, with its time: the record of the exercise itself. */
import type { JSX } from 'preact';
import type { ConsoleView } from '../../shared/protocol/exercise-view.ts';
import { clockTime } from '../i18n/format.ts';
import { isPower, powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { useConsole, useDesk } from './at-desk.tsx';
import { personOf, worldName } from './world-name.ts';

export function AuditPane(): JSX.Element {
  const { desk } = useDesk();
  const view = useConsole();
  const target = desk.target.value;
  const lines = view.audit.filter(({ world }) => target === 'all' || world === target || world === 'all');
  return (
    <>
      <p class="small dim">{t('audit.says')}</p>
      <ol class="notes">
        {[...lines].reverse().map((line, i) => (
          <li key={`${line.atMs} ${lines.length - i}`}>
            <span class="small dim">
              <time>{clockTime(line.atMs)}</time> · {line.by}
            </span>{' '}
            {t(`audit.${line.name}`, { world: worldName(view, line.world), detail: detailText(view, line.detail) })}
          </li>
        ))}
      </ol>
    </>
  );
}

/** The record keeps ids: a power, `all`, somebody of the roll, or a figure. */
function detailText(view: ConsoleView, detail: string): string {
  if (isPower(detail)) return powerName(detail);
  return detail === 'all' ? t('world.everybody') : personOf(view, detail);
}
