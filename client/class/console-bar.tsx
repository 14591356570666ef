/** The head of the console: which exercise, its code for whoever is late, and what concerns all of it. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { t } from '../i18n/text.ts';
import { ScreenHeading } from '../panels/heading.tsx';
import { LanguageMenu } from '../panels/language-menu.tsx';
import { useConsole, useDesk } from './at-desk.tsx';
import { linkToClass } from './class-link.ts';

export function ConsoleBar(): JSX.Element {
  const { desk } = useDesk();
  const view = useConsole();
  const here = view.people.filter(({ isHere }) => isHere).length;
  return (
    <header class="console-bar">
      <div class="console-name">
        <ScreenHeading>{view.title}</ScreenHeading>
        <p class="small dim">
          {t('console.people', { here, count: view.people.length })} ·{' '}
          {t('console.led-by', { names: view.facilitators.join(', ') })}
        </p>
      </div>
      <p class="console-code">
        <span class="small dim">{t('console.code')}</span> <strong class="figure">{view.code}</strong>
      </p>
      <div class="console-tools">
        <a class="quiet" href={`?projector=${view.code}`} target="_blank" rel="noreferrer">
          {t('console.projector')}
        </a>
        <a class="quiet" href={`?print=${view.code}`} target="_blank" rel="noreferrer">
          {t('console.print')}
        </a>
        <button
          type="button"
          class="quiet"
          aria-pressed={view.areNumbersShown}
          onClick={() => void desk.give({ name: 'numbers', body: { isShown: !view.areNumbersShown } })}
        >
          {t('console.numbers')}
        </button>
        <Invitation />
        <LanguageMenu />
      </div>
    </header>
  );
}

/** A link for a co-facilitator: it serves whoever opens it first. */
function Invitation(): JSX.Element {
  const { desk } = useDesk();
  const view = useConsole();
  const invitation = useSignal('');
  const link = invitation.value === '' ? '' : linkToClass('console', view.code, invitation.value);
  return (
    <>
      <button type="button" class="quiet" popovertarget="invitation" onClick={() => void invite()}>
        {t('console.invite')}
      </button>
      <div id="invitation" popover="auto" role="dialog" aria-label={t('console.invite')} class="term-card">
        <p>{t('console.invite-says')}</p>
        <label class="choice">
          <span>{t('invite.link')}</span>
          <input type="text" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
        </label>
        <button type="button" class="quiet" popovertarget="invitation" popovertargetaction="hide">
          {t('action.close')}
        </button>
      </div>
    </>
  );

  async function invite(): Promise<void> {
    invitation.value = '';
    const answer = await desk.give({ name: 'invite', body: {} });
    if (answer?.ok && answer.told !== undefined) invitation.value = answer.told;
  }
}
