/** After a reveal: how the reader reads each rival. Three words to tap, at leisure; no answer is an answer. */
import type { JSX } from 'preact';
import { READINGS, type Reading } from '../../shared/protocol/perception.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { useRoom } from './room-context.tsx';
import { SeatMark } from './seat-mark.tsx';

/** `turn`: that of the step which has just been told. */
export function PerceptionTaps({ turn }: { readonly turn: number }): JSX.Element | null {
  const { match } = useRoom();
  const seat = match.seat.value;
  // After the end the truth lies on the table, and there is nothing left to guess.
  if (seat === null || match.view.value?.state.world.phase === 'ended') return null;
  return (
    <section class="taps" aria-labelledby="taps-title">
      <h2 id="taps-title">{t('taps.title')}</h2>
      <p class="small dim">{t('taps.means')}</p>
      {POWERS.filter((power) => power !== seat).map((power) => (
        <TapsOn key={power} of={power} turn={turn} />
      ))}
    </section>
  );
}

function TapsOn({ of, turn }: { readonly of: Power; readonly turn: number }): JSX.Element {
  const { match } = useRoom();
  const tapped = match.perceptions.value.find((one) => one.turn === turn && one.of === of)?.reading ?? null;
  return (
    <div class="taps-on" role="group" aria-label={t('taps.on', { power: powerName(of) })}>
      <span class={`taps-of ${of}`}>
        <SeatMark power={of} /> {powerName(of)}
      </span>
      <span class="taps-choices">
        {READINGS.map((reading) => (
          <button
            type="button"
            key={reading}
            class="quiet"
            aria-pressed={tapped === reading}
            disabled={match.dealings.isBusy.value}
            onClick={() => tap(reading)}
          >
            {t(`reading.${reading}`)}
          </button>
        ))}
      </span>
    </div>
  );

  /** The same once more takes it back. */
  function tap(reading: Reading): void {
    void match.perceive(of, { turn, reading: tapped === reading ? null : reading });
  }
}
