/** What to know of a bot whose name does not say it: how long a strategist of its level thinks. */
import type { JSX } from 'preact';
import { hasText, t } from '../i18n/text.ts';

export function BotNote({ bot }: { readonly bot: string }): JSX.Element | null {
  const key = `bot.note.${bot}`;
  return hasText(key) ? <span class="small dim bot-note">{t(key)}</span> : null;
}
