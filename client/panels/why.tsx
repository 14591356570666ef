/** A number that can be asked "why?": a button that opens the ledger on its lines. */
import type { ComponentChildren, JSX } from 'preact';
import { t } from '../i18n/text.ts';
import { useRoom } from './room-context.tsx';

export const LEDGER_CARD = 'ledger-card';

interface Props {
  readonly subject: string;
  readonly variable: string;
  readonly children: ComponentChildren;
}

export function Why({ subject, variable, children }: Props): JSX.Element {
  const { match, desk } = useRoom();
  return (
    <button type="button" class="why" onClick={ask}>
      {children}
      <span class="sr-only">{t('action.why')}</span>
    </button>
  );

  /** Where no panel holds the ledger, it comes on a card. */
  function ask(): void {
    desk.ask(subject, variable);
    if (match.scene.value !== 'room') document.getElementById(LEDGER_CARD)?.showPopover();
  }
}
