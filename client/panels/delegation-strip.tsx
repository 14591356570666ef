/** Who shares the seat with the reader: their portfolios and whether they are here, in sight of everything that they do together. */
import type { JSX } from 'preact';
import type { Delegate, Delegation } from '../../shared/protocol/portfolio.ts';
import { listed } from '../i18n/format.ts';
import { t } from '../i18n/text.ts';
import { useRoom } from './room-context.tsx';
import { isWide } from './wide.ts';

const CARD = 'delegation-card';

export function DelegationStrip(): JSX.Element | null {
  const { match } = useRoom();
  const delegation = match.delegation.value;
  // Who sits alone has nobody to be told of.
  if (delegation.delegates.length < 2) return null;
  return (
    <section class="delegation" aria-label={t('delegation.title')}>
      {isWide.value ? <Delegates delegation={delegation} /> : <Summary delegation={delegation} />}
    </section>
  );
}

/** On a narrow page one line, which opens the rest. */
function Summary({ delegation }: { readonly delegation: Delegation }): JSX.Element {
  const { delegates, own } = delegation;
  const here = delegates.filter(({ isHere }) => isHere).length;
  const me = delegates[own];
  return (
    <>
      <button type="button" class="delegation-summary small" popovertarget={CARD}>
        {t('delegation.summary', { here, all: delegates.length, portfolios: me ? portfoliosText(me) : '' })}
      </button>
      <div id={CARD} popover="auto" role="dialog" aria-label={t('delegation.title')} class="term-card">
        <strong>{t('delegation.title')}</strong>
        <Delegates delegation={delegation} />
        <p class="small dim">{t('delegation.means')}</p>
        <button type="button" class="quiet" popovertarget={CARD} popovertargetaction="hide">
          {t('action.close')}
        </button>
      </div>
    </>
  );
}

function Delegates({ delegation }: { readonly delegation: Delegation }): JSX.Element {
  return (
    <ul class="delegates" aria-label={t('delegation.title')}>
      {delegation.delegates.map((delegate, i) => (
        <li key={i} class={delegate.isHere ? 'here' : 'away'}>
          <span class="delegate-dot" aria-hidden="true" />
          <span>{i === delegation.own ? t('delegation.you', { name: delegate.nickname }) : delegate.nickname}</span>{' '}
          <span class="dim">{portfoliosText(delegate)}</span>{' '}
          {delegate.isHere ? (
            <span class="sr-only">{t('delegation.here')}</span>
          ) : (
            <span class="dim">· {t('delegation.away')}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

const portfoliosText = ({ portfolios }: Delegate): string =>
  portfolios.length === 0 ? t('delegation.adviser') : listed(portfolios.map((each) => t(`portfolio.${each}`)));
