/** The name that the others see: offered by the generator, to be changed, kept for the next time. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { LIMITS } from '../../shared/limits.ts';
import { t } from '../i18n/text.ts';
import { randomNickname } from '../net/nickname.ts';
import { keepNickname, nickname } from '../net/person.ts';

/** `save` hears of a name once it is settled. */
export function NameField({ label, save }: { readonly label: string; readonly save: (name: string) => void }): JSX.Element {
  const name = useSignal(nickname());
  return (
    <div class="name-field">
      <label class="choice">
        <span>{label}</span>
        <input
          type="text"
          maxLength={LIMITS.nicknameLength}
          autoComplete="off"
          spellcheck={false}
          value={name.value}
          onInput={(event) => (name.value = event.currentTarget.value)}
          onChange={(event) => settle(event.currentTarget.value)}
        />
      </label>
      <button type="button" class="quiet" onClick={() => settle(randomNickname())}>
        {t('name.another')}
      </button>
    </div>
  );

  /** An empty name is none: the last one stays. */
  function settle(typed: string): void {
    const settled = typed.trim();
    name.value = settled === '' ? nickname() : settled;
    if (settled === '') return;
    keepNickname(settled);
    save(settled);
  }
}
