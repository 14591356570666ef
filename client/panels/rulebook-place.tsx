/** Where the rulebook opens: over everything, fetched when it is first wanted; Escape or its button closes it. */
import { useSignal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/text.ts';
import { useRoom } from './room-context.tsx';

export function RulebookPlace(): JSX.Element {
  const { desk } = useRoom();
  const box = useRef<HTMLDialogElement>(null);
  const Book = useSignal<ComponentType<{ readonly asked: string }> | null>(null);
  const hasFailed = useSignal(false);
  const asked = desk.rulebook.value;
  useEffect(() => {
    if (asked === null) return box.current?.close();
    if (!box.current?.open) box.current?.showModal();
    if (Book.value === null) fetchBook();
  }, [asked]);
  const Shown = Book.value;
  return (
    <dialog ref={box} class="rulebook" aria-label={t('rulebook.title')} onClose={() => (desk.rulebook.value = null)}>
      {asked === null ? null : (
        <>
          <button type="button" class="quiet rulebook-close" onClick={() => (desk.rulebook.value = null)}>
            {t('action.close')}
          </button>
          {Shown === null ? (
            <p role="status">{t(hasFailed.value ? 'rulebook.failed' : 'rulebook.loading')}</p>
          ) : (
            <Shown asked={asked} />
          )}
        </>
      )}
    </dialog>
  );

  function fetchBook(): void {
    hasFailed.value = false;
    import('./rulebook.tsx').then(
      ({ Rulebook }) => (Book.value = Rulebook),
      // The server is away, or newer than this page; the box says so, and opening it again tries again.
      () => (hasFailed.value = true),
    );
  }
}
