/** What the line is doing when it is not simply open: seen and heard, with what it means for the sheet; it cannot be closed. */
import type { ComponentChildren, JSX } from 'preact';
import { t } from '../i18n/text.ts';
import { leave } from '../model/page.ts';
import { useTable } from './room-context.tsx';

export function ConnectionNotice(): JSX.Element | null {
  const table = useTable();
  const state = table.connection.state.value;
  if (state.at === 'lost')
    return (
      <Notice title={t('connection.lost')} text={t('connection.trying', { attempt: state.attempt })}>
        <span class="line-search" aria-hidden="true" />
      </Notice>
    );
  if (state.at !== 'closed' || state.why === 'left') return null;
  return (
    <Notice title={t(`connection.${state.why}`)} text={t(`connection.${state.why}.means`)}>
      {state.why === 'elsewhere' ? (
        <button type="button" class="primary" onClick={() => location.reload()}>
          {t('connection.take-back')}
        </button>
      ) : null}
      <button type="button" class="quiet" onClick={leave}>
        {t('action.home')}
      </button>
    </Notice>
  );
}

interface Props {
  readonly title: string;
  readonly text: string;
  readonly children: ComponentChildren;
}

function Notice({ title, text, children }: Props): JSX.Element {
  return (
    <div class="connection-notice" role="alert">
      <p>
        <strong>{title}</strong> {text}
      </p>
      {children}
    </div>
  );
}
