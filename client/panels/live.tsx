/** What a listener must hear without looking for it: a new turn, the receipt, a refusal. One polite region; the line speaks for itself. */
import type { JSX } from 'preact';
import { t } from '../i18n/text.ts';
import { useRoom } from './room-context.tsx';
import { receiptText } from './sheet-foot.tsx';

export function Live(): JSX.Element {
  const { match } = useRoom();
  return (
    <p class="sr-only" role="status" aria-live="polite">
      {textNow()}
    </p>
  );

  function textNow(): string {
    const scene = match.scene.value;
    const turn = match.view.value?.state.world.turn ?? 1;
    if (scene !== 'room') return t(`live.${scene}`, { turn });
    const saving = match.draft.saving.value;
    return saving.at === 'empty' || saving.at === 'saving' ? t('live.room', { turn }) : receiptText(match, saving);
  }
}
