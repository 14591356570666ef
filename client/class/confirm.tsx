/** The second word before something that cannot be taken back: what it does, and to whom. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/text.ts';
import type { Command } from '../model/console-undo.ts';
import { useConsole, useDesk } from './at-desk.tsx';
import { commandText } from './receipt-text.ts';

export function Confirm(): JSX.Element | null {
  const { desk } = useDesk();
  const command = desk.waiting.value;
  return command === null ? null : <Asking key={command.name} command={command} />;
}

function Asking({ command }: { readonly command: Command }): JSX.Element {
  const { desk } = useDesk();
  const view = useConsole();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    // Whoever leaves the question is where he was.
    return () => (before instanceof HTMLElement ? before.focus() : undefined);
  }, []);
  return (
    <dialog ref={dialog} class="confirm" aria-labelledby="confirm-title" onClose={() => (desk.waiting.value = null)}>
      <h2 id="confirm-title">{t('confirm.title', { command: commandText(command, view) })}</h2>
      <p>{t(`confirm.${command.name}`)}</p>
      <div class="confirm-ways">
        <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
          {t('confirm.no')}
        </button>
        <button type="button" class="primary" onClick={() => void desk.confirm()}>
          {t('confirm.yes')}
        </button>
      </div>
    </dialog>
  );
}
