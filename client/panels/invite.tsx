/** The code and the link by which friends sit down, for as long as a bot keeps a seat warm for them. */

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '../i18n/text.ts';
import { originForOthers } from '../net/origin.ts';
import { Qr } from './qr.tsx';
import { useTable } from './room-context.tsx';

/** `withQr`: large, for a camera across the table, and also once all seats are held, for who comes to watch. */
export function Invite({ withQr = false }: { readonly withQr?: boolean }): JSX.Element | null {
  const table = useTable();
  const link = useRef<HTMLInputElement>(null);
  const said = useSignal<'invite.copied' | 'invite.by-hand' | null>(null);
  const { isOpen, friends } = table.figures.value;
  if (!isOpen && !(withQr && friends)) return null;
  const address = linkTo(table.code);
  return (
    <section class={`invite ${withQr ? 'with-qr' : ''}`} aria-labelledby="invite-title">
      {withQr ? <Qr text={address} label={t('invite.qr')} /> : null}
      <div class="invite-words">
        <h3 id="invite-title">{t('invite.title')}</h3>
        <p class="figure invite-code">{table.code}</p>
        <label class="choice">
          <span>{t('invite.link')}</span>
          <input type="text" readOnly ref={link} value={address} onFocus={(event) => event.currentTarget.select()} />
        </label>
        <button type="button" class="quiet" onClick={copy}>
          {t('invite.copy')}
        </button>
        <p class="small" role="status">
          {said.value === null ? '' : t(said.value)}
        </p>
      </div>
    </section>
  );

  /** The newer way to copy is missing on plain http, which is what a LAN has; the older one serves there. */
  function copy(): void {
    link.current?.select();
    said.value = document.execCommand('copy') ? 'invite.copied' : 'invite.by-hand';
  }
}

const linkTo = (code: string): string => `${originForOthers()}/?join=${code}`;
