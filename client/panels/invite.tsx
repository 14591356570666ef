/** The code and the link by which friends sit down, for as long as a bot keeps a seat warm for them. */

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '../i18n/text.ts';
import { useRoom } from './room-context.tsx';

export function Invite(): JSX.Element | null {
  const { match } = useRoom();
  const link = useRef<HTMLInputElement>(null);
  const said = useSignal<'invite.copied' | 'invite.by-hand' | null>(null);
  if (!match.figures.value.isOpen) return null;
  return (
    <section class="invite" aria-labelledby="invite-title">
      <h3 id="invite-title">{t('invite.title')}</h3>
      <p class="figure invite-code">{match.code}</p>
      <label class="choice">
        <span>{t('invite.link')}</span>
        <input type="text" readOnly ref={link} value={linkTo(match.code)} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <button type="button" class="quiet" onClick={copy}>
        {t('invite.copy')}
      </button>
      <p class="small" role="status">
        {said.value === null ? '' : t(said.value)}
      </p>
    </section>
  );

  /** The newer way to copy is missing on plain http, which is what a LAN has; the older one serves there. */
  function copy(): void {
    link.current?.select();
    said.value = document.execCommand('copy') ? 'invite.copied' : 'invite.by-hand';
  }
}

const linkTo = (code: string): string => `${location.origin}/?join=${code}`;
