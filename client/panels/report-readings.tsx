/** How the seats read one another, turn by turn: what they tapped after each reveal. Bots read nobody. */
import type { JSX } from 'preact';
import type { Perception } from '../../shared/protocol/perception.ts';
import { POWERS } from '../../shared/scenario/names.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { SeatMark } from './seat-mark.tsx';

export function Readings({ perceptions }: { readonly perceptions: readonly Perception[] }): JSX.Element | null {
  if (perceptions.length === 0) return null;
  const turns = [...new Set(perceptions.map(({ turn }) => turn))].sort((a, b) => a - b);
  const readers = POWERS.filter((power) => perceptions.some(({ by }) => by === power));
  const pairs = readers.flatMap((by) => POWERS.filter((of) => of !== by).map((of) => ({ by, of })));
  return (
    <section>
      <h2>{t('report.readings')}</h2>
      <p class="small dim">{t('report.readings-means')}</p>
      <div class="scroll-x" tabIndex={0} role="region" aria-label={t('report.readings')}>
        <table>
          <caption class="sr-only">{t('report.readings')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('report.reader')}</th>
              <th scope="col">{t('report.read')}</th>
              {turns.map((turn) => (
                <th scope="col" key={turn}>
                  {t('turn.short', { turn })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ by, of }) => (
              <tr key={`${by}${of}`}>
                <th scope="row" class={by}>
                  <SeatMark power={by} /> {powerName(by)}
                </th>
                <td>{powerName(of)}</td>
                {turns.map((turn) => (
                  <td key={turn}>{wordFor(perceptions.find((one) => one.by === by && one.of === of && one.turn === turn))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const wordFor = (tap: Perception | undefined): string => (tap === undefined ? '–' : t(`reading.${tap.reading}`));
