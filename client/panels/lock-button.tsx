/** The lock of the sheet: one signature. Who does not sign asks whoever does. */
import type { JSX } from 'preact';
import { maySign } from '../../shared/protocol/portfolio.ts';
import { language } from '../i18n/language.ts';
import { t } from '../i18n/text.ts';
import { signerOf } from '../model/delegation.ts';
import { useRoom } from './room-context.tsx';

export function LockButton(): JSX.Element {
  const { match } = useRoom();
  if (!maySign(match.rights.value)) return <AskButton />;
  const { draft } = match;
  const isLocked = draft.locked.value;
  return (
    <button
      type="button"
      class={`lock ${isLocked ? 'locked' : 'primary'}`}
      disabled={match.connection.state.value.at !== 'open'}
      aria-pressed={isLocked}
      onClick={() => void (isLocked ? draft.unlock() : draft.lock())}
    >
      {t(isLocked ? 'lock.withdraw' : 'lock.lock')}
    </button>
  );
}

/** Says so in the delegation's own channel, once a turn whoever asks. */
function AskButton(): JSX.Element {
  const { match } = useRoom();
  const power = match.seat.value;
  const name = signerOf(match.delegation.value)?.nickname ?? '';
  const isAsked = match.lines.value.some(
    (line) => line.phrase === 'please-sign' && line.to === power && line.turn === match.figures.value.turn,
  );
  if (match.draft.locked.value) return <LockState>{t('lock.signed')}</LockState>;
  if (isAsked) return <LockState>{t('lock.asked', { name })}</LockState>;
  return (
    <button type="button" class="lock quiet" disabled={power === null || match.dealings.isBusy.value} onClick={() => void ask()}>
      {t('lock.ask', { name })}
    </button>
  );

  async function ask(): Promise<void> {
    if (power === null) return;
    await match.dealings.ask('say', { to: power, words: null, phrase: 'please-sign', language: language.value });
  }
}

const LockState = ({ children }: { readonly children: string }): JSX.Element => <p class="lock-state">{children}</p>;
