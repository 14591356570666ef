/** The foot of a replay: which step, with whose eyes, and the link to it. Slider, buttons and choice all work by keyboard. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import type { Replay } from '../model/replay.ts';
import { VIEWERS } from '../model/replay-address.ts';
import { Choice } from './choice.tsx';

export function ReplayBar({ replay }: { readonly replay: Replay }): JSX.Element {
  const at = replay.position.value;
  const most = replay.game.played.length;
  return (
    <footer class="foot replay-bar">
      <div class="replay-steps">
        <button type="button" class="quiet" disabled={at === 0} onClick={() => replay.go(0)} aria-label={t('replay.to-start')}>
          <StepIcon path="M3 3h2v10H3zM13 3v10L6 8z" />
        </button>
        <button
          type="button"
          class="quiet"
          disabled={at === 0}
          onClick={() => replay.go(at - 1)}
          aria-label={t('replay.previous')}
        >
          <StepIcon path="M11 3v10L4 8z" />
        </button>
        <input
          type="range"
          min={0}
          max={most}
          step={1}
          value={at}
          aria-label={t('replay.slider')}
          aria-valuetext={placeText(replay)}
          onInput={(event) => replay.go(Number(event.currentTarget.value))}
        />
        <button
          type="button"
          class="quiet"
          disabled={at === most}
          onClick={() => replay.go(at + 1)}
          aria-label={t('replay.next')}
        >
          <StepIcon path="M5 3v10l7-5z" />
        </button>
      </div>
      <strong class="replay-place">{placeText(replay)}</strong>
      <Choice
        label={t('replay.as')}
        value={replay.viewer.value}
        ids={VIEWERS}
        name={(eyes) => (eyes === 'all' || eyes === 'public' ? t(`replay.as.${eyes}`) : powerName(eyes))}
        choose={replay.look}
      />
      <CopyLink />
    </footer>
  );
}

/** Drawn: no font of the page has these signs. */
function StepIcon({ path }: { readonly path: string }): JSX.Element {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" fill="currentColor" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}

/** After which turn, or before which round of its crisis, the game stands. */
export function placeText({ position, game }: Replay): string {
  const step = game.played[position.value - 1];
  if (step === undefined) return t('replay.place-start');
  if (step.step.type === 'end') return t('replay.place-end');
  const { world, crisis } = step.state;
  if (world.phase === 'crisis') return t('replay.place-round', { turn: step.turn, round: crisis.round });
  const last = game.played.findLast((one) => one.step.type === 'turn')?.turn ?? step.turn;
  return t('replay.place-turn', { turn: step.turn, last });
}

function CopyLink(): JSX.Element | null {
  const isCopied = useSignal(false);
  // Where a page may not write to the clipboard, the address bar has the same link.
  if (!('clipboard' in navigator)) return null;
  return (
    <button type="button" class="quiet" onClick={() => void copy()}>
      {t(isCopied.value ? 'replay.copied' : 'replay.copy')}
    </button>
  );

  async function copy(): Promise<void> {
    isCopied.value = await navigator.clipboard.writeText(location.href).then(
      () => true,
      () => false,
    );
    setTimeout(() => (isCopied.value = false), 2000);
  }
}
