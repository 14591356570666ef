/** A number that can be asked "why?": a button that opens the ledger on its lines. */
import type { ComponentChildren, JSX } from 'preact';
import { t } from '../i18n/text.ts';
import { useRoom } from './room-context.tsx';

interface Props {
  readonly subject: string;
  readonly variable: string;
  readonly children: ComponentChildren;
}

export function Why({ subject, variable, children }: Props): JSX.Element {
  const { desk } = useRoom();
  return (
    <button type="button" class="why" onClick={() => desk.ask(subject, variable)}>
      {children}
      <span class="sr-only">{t('action.why')}</span>
    </button>
  );
}
