/** Somebody came with a code: his name, one tap, and he sits. Or he brings a seat over from another device. */
import { type Signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { t } from '../i18n/text.ts';
import { comeBy } from '../model/class-door.ts';
import { enter, leave, moveHere, type Page, practise } from '../model/page.ts';
import { hasPractised } from '../net/practice-memory.ts';
import { ScreenHeading } from './heading.tsx';
import { NameField } from './name-field.tsx';
import { PageBar } from './page-bar.tsx';

const REAL_NAME_LENGTH = 60;
const IN_THE_WAY = ['late', 'back', 'wrong', 'none', 'two', 'leave'] as const;

type JoinPage = Extract<Page, { at: 'join' }>;

export function JoinScreen({ page }: { readonly page: JoinPage }): JSX.Element {
  const { code, fault } = page;
  const name = useSignal('');
  return (
    <div class="home joining">
      <PageBar />
      <main>
        <section class="play-form">
          <ScreenHeading>{t('join.title', { code })}</ScreenHeading>
          <NameField label={t('join.name')} save={() => undefined} />
          <RealName name={name} />
          {fault === null ? null : (
            <p class="notice" role="alert">
              {t(`fault.${fault}`)}
            </p>
          )}
          <button type="button" class="primary big" onClick={() => void comeBy(code, name.value)}>
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
          <InTheWay code={code} />
          <MoveSeat code={code} isOpen={fault === 'words'} />
          <button type="button" class="link" onClick={leave}>
            {t('action.home')}
          </button>
        </section>
      </main>
    </div>
  );
}

/** In a class the teacher may wish to know who is who: whoever gives his name gives it to facilitators alone. */
function RealName({ name }: { readonly name: Signal<string> }): JSX.Element {
  return (
    <label class="choice">
      <span>{t('join.real-name')}</span>
      <input
        type="text"
        maxLength={REAL_NAME_LENGTH}
        autoComplete="off"
        spellcheck={false}
        value={name.value}
        onInput={(event) => (name.value = event.currentTarget.value)}
      />
    </label>
  );
}

/** Each thing that may be in somebody's way has its answer here. */
function InTheWay({ code }: { readonly code: string }): JSX.Element {
  return (
    <details class="in-the-way">
      <summary>{t('join.in-the-way')}</summary>
      <dl class="small">
        {IN_THE_WAY.map((what) => (
          <div key={what}>
            <dt>{t(`join.way.${what}`)}</dt>
            <dd>
              {t(`join.way.${what}.answer`)}{' '}
              {what === 'two' ? (
                <a href={`?join=${code}&as=new`} target="_blank" rel="noreferrer">
                  {t('join.way.two.go')}
                </a>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </details>
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
