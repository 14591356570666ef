/** What facilitators did, with its time: the record of the exercise itself. */
import type { JSX } from 'preact';
import { clockTime } from '../i18n/format.ts';
import { hasText, t } from '../i18n/text.ts';
import { useConsole, useDesk } from './at-desk.tsx';
import { worldName } from './world-name.ts';

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
            {hasText(`audit.${line.name}`)
              ? t(`audit.${line.name}`, { world: worldName(view, line.world), detail: line.detail })
              : `${worldName(view, line.world)}: ${line.name} ${line.detail}`}
          </li>
        ))}
      </ol>
    </>
  );
}
