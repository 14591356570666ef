/** The clock of the phase, with the pauses that a player has. */
import type { JSX } from 'preact';
import { maySign } from '../../shared/protocol/portfolio.ts';
import { countdown } from '../i18n/format.ts';
import { isPower, powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { nowMs } from '../model/now.ts';
import { useRoom } from './room-context.tsx';

export function MatchClock(): JSX.Element {
  const { match } = useRoom();
  const { pausedMs, pausedBy } = match.figures.value;
  if (pausedMs > 0 || pausedBy !== '') return <Stopped pausedMs={pausedMs} pausedBy={pausedBy} />;
  const deadline = match.deadlineMs.value;
  if (deadline === null) return <p class="clock dim">{t('clock.none')}</p>;
  const left = deadline - nowMs.value;
  return (
    <div class="clock-box">
      <p class={`clock figure ${left < 15_000 ? 'short' : ''}`}>
        <span class="sr-only">{t('clock.left')}</span>
        {countdown(left)}
      </p>
      <PauseButton />
    </div>
  );
}

function Stopped({ pausedMs, pausedBy }: { readonly pausedMs: number; readonly pausedBy: string }): JSX.Element {
  const { match } = useRoom();
  const ends = match.pauseEndsMs.value;
  const isOwn = pausedBy !== '' && pausedBy === match.place.value && maySign(match.rights.value);
  return (
    <div class="clock-box" role="status">
      <p class="clock">
        {isPower(pausedBy) ? t('clock.paused-by', { power: powerName(pausedBy) }) : t('clock.waiting')}{' '}
        <span class="figure">{ends === null ? countdown(pausedMs) : countdown(ends - nowMs.value)}</span>
      </p>
      {isOwn ? (
        <button type="button" class="quiet" onClick={() => void match.dealings.ask('resume', {})}>
          {t('clock.resume')}
        </button>
      ) : null}
    </div>
  );
}

function PauseButton(): JSX.Element | null {
  const { match } = useRoom();
  const { phase, seats } = match.figures.value;
  const own = seats.find((seat) => seat.power === match.place.value);
  if (own === undefined || own.pausesLeft <= 0 || phase !== 'orders' || !maySign(match.rights.value)) return null;
  return (
    <button
      type="button"
      class="quiet"
      disabled={match.dealings.isBusy.value}
      onClick={() => void match.dealings.ask('pause', {})}
    >
      {t('clock.pause')}
      <span class="sr-only">{t('clock.pauses-left', { count: own.pausesLeft })}</span>
    </button>
  );
}
