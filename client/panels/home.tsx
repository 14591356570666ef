/** The front door: what this is, three ways in, a code to type, and behind it a world that plays itself. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/text.ts';
import { type Door, enter, joinCode, type Page, practise } from '../model/page.ts';
import { hasPractised } from '../net/practice-memory.ts';
import { recent } from '../net/seat-memory.ts';
import { ClassDoor } from './class-door.tsx';
import { ScreenHeading } from './heading.tsx';
import { AloneDoor, FriendsDoor } from './home-doors.tsx';
import { HomeWorld, WatchPlate } from './home-world.tsx';
import { PageBar } from './page-bar.tsx';
import { usePressed } from './pressed.ts';
import { RecordChoice } from './replay-file.tsx';

export function Home({ page, door }: { readonly page: Page; readonly door: Door }): JSX.Element {
  useEffect(() => void door.load(), [door]);
  const isOpening = page.at === 'opening';
  return (
    <div class="home front">
      <HomeWorld />
      <PageBar />
      <main>
        <div class="ways-in">
          <section class="home-intro">
            <ScreenHeading>{t('app.title')}</ScreenHeading>
            <p class="lead-text">{t('home.what')}</p>
          </section>
          {page.at === 'home' && page.fault !== null ? (
            <p class="notice" role="alert">
              {t(`fault.${page.fault}`)}
            </p>
          ) : null}
          <PracticeDoor isOpening={isOpening} />
          <AloneDoor door={door} isOpening={isOpening} />
          <FriendsDoor door={door} isOpening={isOpening}>
            <JoinForm isOpening={isOpening} />
            <Recent isOpening={isOpening} />
          </FriendsDoor>
        </div>
        <div class="side-ways">
          <ClassDoor isOpening={isOpening} />
          <WatchPlate isOpening={isOpening} />
          <RecordChoice>
            <p class="small dim">{t('home.replay-means')}</p>
          </RecordChoice>
        </div>
      </main>
      <footer class="home-foot small dim">{t('home.foot')}</footer>
    </div>
  );
}

interface Opening {
  readonly isOpening: boolean;
}

function PracticeDoor({ isOpening }: Opening): JSX.Element {
  const isNew = recent().length === 0 && !hasPractised();
  const isPressed = usePressed(isOpening);
  return (
    <section class={isNew ? 'door practice-door first' : 'door practice-door'} aria-labelledby="door-practice">
      <div class="door-head">
        <h2 id="door-practice">{t('home.practice')}</h2>
        {isNew ? <span class="tag">{t('home.practice-new')}</span> : null}
      </div>
      <p class="small dim">{t('home.practice-means')}</p>
      <button type="button" class={isNew ? 'primary' : 'quiet'} disabled={isOpening} onClick={begin}>
        {t(isOpening && isPressed.value ? 'home.opening' : 'home.practice-go')}
      </button>
    </section>
  );

  function begin(): void {
    isPressed.value = true;
    void practise(null);
  }
}

const CODE_LENGTH = 6;

/** For those whom a friend told a code; a link with the code in it needs no typing. */
function JoinForm({ isOpening }: Opening): JSX.Element {
  const code = useSignal('');
  return (
    <form class="join-form" aria-label={t('home.join')} onSubmit={(event) => come(event)}>
      <label class="choice">
        <span>{t('home.join-code')}</span>
        <input
          type="text"
          maxLength={CODE_LENGTH}
          autoCapitalize="characters"
          autoComplete="off"
          spellcheck={false}
          value={code.value}
          onInput={(event) => (code.value = event.currentTarget.value.toUpperCase())}
        />
      </label>
      <button type="submit" class="quiet" disabled={isOpening || code.value.trim().length !== CODE_LENGTH}>
        {t('home.join-go')}
      </button>
    </form>
  );

  function come(event: Event): void {
    event.preventDefault();
    void joinCode(code.value);
  }
}

/** Games in which this browser's person sat: one tap leads back. */
function Recent({ isOpening }: Opening): JSX.Element | null {
  const matches = recent();
  if (matches.length === 0) return null;
  return (
    <nav class="recent" aria-label={t('home.recent')}>
      <p class="small dim">{t('home.recent')}</p>
      <ul>
        {matches.slice(0, 4).map(({ code }) => (
          <li key={code}>
            <button type="button" class="quiet figure" disabled={isOpening} onClick={() => void enter(code, null)}>
              {code}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
