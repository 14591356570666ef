/** What the line to the exercise is doing when it is not simply open; commands wait and are sent when it is back. */
import type { JSX } from 'preact';
import { t } from '../i18n/text.ts';
import { leaveConsole } from '../model/class-door.ts';
import type { Line } from '../net/room-line.ts';

export function LineNotice({ line }: { readonly line: Pick<Line<unknown>, 'state'> }): JSX.Element | null {
  const state = line.state.value;
  if (state.at === 'lost')
    return (
      <div class="connection-notice" role="alert">
        <p>
          <strong>{t('connection.lost')}</strong> {t('console.trying', { attempt: state.attempt })}
        </p>
      </div>
    );
  if (state.at !== 'closed' || state.why === 'left') return null;
  return (
    <div class="connection-notice" role="alert">
      <p>
        <strong>{t(`connection.${state.why}`)}</strong> {state.why === 'elsewhere' ? '' : t(`connection.${state.why}.means`)}
      </p>
      <button type="button" class="quiet" onClick={leaveConsole}>
        {t('action.home')}
      </button>
    </div>
  );
}
