/** What the line is doing when it is not simply open: seen and heard, with what it means for the sheet. */
import type { JSX } from 'preact';
import { t } from '../i18n/text.ts';
import { useRoom } from './room-context.tsx';

export function ConnectionNotice(): JSX.Element | null {
  const { match } = useRoom();
  const state = match.connection.state.value;
  if (state.at === 'lost') {
    return (
      <div class="connection-notice" role="alert">
        <strong>{t('connection.lost')}</strong> {t('connection.trying', { attempt: state.attempt })}
      </div>
    );
  }
  if (state.at === 'closed' && state.why === 'gone') {
    return (
      <div class="connection-notice" role="alert">
        <strong>{t('connection.gone')}</strong> <a href="./">{t('action.home')}</a>
      </div>
    );
  }
  return null;
}
