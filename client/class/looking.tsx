/** A look into a world, from any seat: the same screens as its players have; and, for a seat on paper, its sheet to hand in. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { isPower, powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { MatchScreen } from '../match-screen.tsx';
import { type Looking as LookWish, openLook } from '../model/look.ts';
import { looking } from '../model/looking.ts';
import type { Match } from '../model/match.ts';
import type { ApiFault } from '../net/api.ts';
import { Waiting } from '../panels/waiting.tsx';
import { useConsole, useDesk } from './at-desk.tsx';
import { receiptText } from './receipt-text.ts';
import { worldName } from './world-name.ts';

export function Looking({ look }: { readonly look: LookWish }): JSX.Element {
  const { desk, scenario } = useDesk();
  const match = useSignal<Match | null>(null);
  const fault = useSignal<ApiFault | null>(null);
  useEffect(() => {
    let isGone = false;
    void openLook(desk, scenario, look).then((answer) => {
      if (!answer.ok) fault.value = answer.fault;
      else if (isGone) answer.value.connection.leave();
      else match.value = answer.value;
    });
    return () => {
      isGone = true;
      match.value?.connection.leave();
    };
  }, [look]);
  return (
    <div class="looking">
      <LookBar look={look} />
      {fault.value === null ? null : (
        <p class="notice" role="alert">
          {t(`fault.${fault.value}`)}
        </p>
      )}
      {match.value === null ? <Waiting /> : <MatchScreen page={{ at: 'match', match: match.value, practice: null }} />}
    </div>
  );
}

function LookBar({ look }: { readonly look: LookWish }): JSX.Element {
  const { desk } = useDesk();
  const view = useConsole();
  const { world, as, isPaper } = look;
  const receipt = desk.receipt.value;
  const name = worldName(view, world);
  const title =
    as === 'all'
      ? t('look.at-all', { world: name })
      : t('look.at', { world: name, who: isPower(as) ? powerName(as) : t('look.public') });
  return (
    <div class="look-bar" role="region" aria-label={t('look.bar')}>
      <p>
        <strong>{title}</strong> {isPaper ? t('look.hands-in') : t('look.only-looks')}
      </p>
      <p class="small" role="status">
        {isPaper && receipt !== null ? receiptText(receipt) : ''}
      </p>
      <button type="button" class="primary" onClick={() => (looking.value = null)}>
        {t('look.back')}
      </button>
    </div>
  );
}
