/** What a player may do about his seat: move it to another device, change his name, hand it to a bot, leave the page. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { t } from '../i18n/text.ts';
import { leave } from '../model/page.ts';
import { NameField } from './name-field.tsx';
import { Refused } from './refused.tsx';
import { Retention } from './retention.tsx';
import { useRoom } from './room-context.tsx';
import { SoundSwitch } from './sound-switch.tsx';

export function SeatMenu(): JSX.Element {
  const { match, desk } = useRoom();
  const isSeated = match.place.value !== null;
  return (
    <>
      <button type="button" class="quiet seat-menu-button" popovertarget="seat-menu">
        {t(isSeated ? 'menu.seat' : 'menu.game')}
      </button>
      <div id="seat-menu" popover="auto" role="dialog" aria-label={t('menu.title')} class="term-card seat-menu">
        <strong>{t('menu.title')}</strong>
        {match.code === '' ? null : <p class="small dim">{t('menu.code', { code: match.code })}</p>}
        {isSeated ? <SeatPhrase /> : null}
        {isSeated ? (
          <NameField label={t('join.name')} save={(nickname) => void match.dealings.ask('rename', { nickname })} />
        ) : null}
        {isSeated ? <HandBack /> : null}
        <button
          type="button"
          class="quiet"
          popovertarget="seat-menu"
          popovertargetaction="hide"
          onClick={() => (desk.rulebook.value = '')}
        >
          {t('menu.rulebook')}
        </button>
        <SoundSwitch />
        <Refused />
        <Retention />
        <button type="button" class="quiet" onClick={leave}>
          {t('menu.leave')}
        </button>
        <button type="button" class="quiet" popovertarget="seat-menu" popovertargetaction="hide">
          {t('action.close')}
        </button>
      </div>
    </>
  );
}

/** Three words for the other device; they serve once, for ten minutes. */
function SeatPhrase(): JSX.Element {
  const { match } = useRoom();
  const phrase = useSignal<string | null>(null);
  return (
    <div class="seat-phrase">
      <button type="button" class="quiet" disabled={match.dealings.isBusy.value} onClick={() => void ask()}>
        {t('menu.phrase')}
      </button>
      <p role="status" class="small">
        {phrase.value === null ? (
          t('menu.phrase-means')
        ) : (
          <>
            <strong class="figure phrase-words">{phrase.value}</strong> {t('menu.phrase-told', { code: match.code })}
          </>
        )}
      </p>
    </div>
  );

  async function ask(): Promise<void> {
    const answer = await match.dealings.ask('phrase', {});
    phrase.value = answer.ok ? (answer.told ?? null) : null;
  }
}

function HandBack(): JSX.Element | null {
  const { match } = useRoom();
  const isSure = useSignal(false);
  const text = match.delegation.value.delegates.length > 1 ? 'delegation.leave' : 'menu.hand-back';
  return (
    <div>
      <button type="button" class="quiet" onClick={() => void give()}>
        {t(isSure.value ? `${text}-sure` : text)}
      </button>
      <p class="small dim">{t(`${text}-means`)}</p>
    </div>
  );

  /** The first press asks. */
  async function give(): Promise<void> {
    const wasSure = isSure.value;
    isSure.value = !wasSure;
    if (wasSure) await match.dealings.ask('hand-back', { bot: 'dove' });
  }
}
