/** For who watches a game that lets people in: the seats that bots hold, each to be taken over. */
import type { JSX } from 'preact';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { Refused } from './refused.tsx';
import { useRoom } from './room-context.tsx';
import { SeatMark } from './seat-mark.tsx';

export function FreeSeats(): JSX.Element | null {
  const { match } = useRoom();
  const { isOpen, seats } = match.figures.value;
  if (!isOpen) return null;
  return (
    <section class="free-seats" aria-label={t('take.title')}>
      <h3>{t('take.title')}</h3>
      {seats
        .filter((seat) => seat.held === 'bot')
        .map(({ power }) => (
          <button
            key={power}
            type="button"
            class="quiet"
            disabled={match.dealings.isBusy.value}
            onClick={() => void match.dealings.ask('take', { seat: power })}
          >
            <SeatMark power={power} /> {t('take.seat', { power: powerName(power) })}
          </button>
        ))}
      <Refused />
    </section>
  );
}
