/** Somebody came with a code: his name, one tap, and he sits. Or he brings a seat over from another device. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { t } from '../i18n/text.ts';
import { enter, leave, moveHere, type Page, practise } from '../model/page.ts';
import { hasPractised } from '../net/practice-memory.ts';
import { ScreenHeading } from './heading.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { NameField } from './name-field.tsx';

type JoinPage = Extract<Page, { at: 'join' }>;

export function JoinScreen({ page }: { readonly page: JoinPage }): JSX.Element {
  const { code, fault } = page;
  return (
    <div class="home joining">
      <header class="home-bar">
        <span class="wordmark">{t('app.title')}</span>
        <LanguageMenu />
      </header>
      <main>
        <section class="play-form">
          <ScreenHeading>{t('join.title', { code })}</ScreenHeading>
          <NameField label={t('join.name')} save={() => undefined} />
          {fault === null ? null : (
            <p class="notice" role="alert">
              {t(`fault.${fault}`)}
            </p>
          )}
          <button type="button" class="primary big" onClick={() => void enter(code, undefined)}>
            {t('home.join-go')}
          </button>
          <button type="button" class="quiet" onClick={() => void enter(code, null)}>
            {t('join.watch')}
          </button>
          {hasPractised() ? null : (
            <button type="button" class="quiet" onClick={() => void practise(code)}>
              {t('join.practice')}
            </button>
          )}
          <MoveSeat code={code} isOpen={fault === 'words'} />
          <button type="button" class="link" onClick={leave}>
            {t('action.home')}
          </button>
        </section>
      </main>
    </div>
  );
}

function MoveSeat({ code, isOpen }: { readonly code: string; readonly isOpen: boolean }): JSX.Element {
  const phrase = useSignal('');
  return (
    <details class="move-seat" open={isOpen}>
      <summary>{t('move.title')}</summary>
      <form onSubmit={(event) => move(event)}>
        <label class="choice">
          <span>{t('move.words')}</span>
          <input
            type="text"
            autoComplete="off"
            autoCapitalize="none"
            spellcheck={false}
            value={phrase.value}
            onInput={(event) => (phrase.value = event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="quiet" disabled={phrase.value.trim().length < 5}>
          {t('move.go')}
        </button>
      </form>
    </details>
  );

  function move(event: Event): void {
    event.preventDefault();
    void moveHere(code, phrase.value);
  }
}
