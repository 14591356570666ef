/** The threshold gauge: the smallest public margin with the band between the two schools, as a line and in words. */
import type { JSX } from 'preact';
import { DYADS } from '../../shared/scenario/names.ts';
import { num } from '../i18n/format.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { useGauges } from './gauge-words.ts';
import { useRoom } from './room-context.tsx';
import { Term } from './term.tsx';

/** The stretch of margins that the line shows; what lies beyond stands at its end. */
const [LEAST, MOST] = [-0.4, 0.8];
export const placeOf = (margin: number): number => (100 * (Math.min(MOST, Math.max(LEAST, margin)) - LEAST)) / (MOST - LEAST);

export const GAUGE_CARD = 'gauge-card';

export function dyadName(id: string): string {
  const found = DYADS.find(([dyad]) => dyad === id);
  return found ? t('dyad.name', { a: powerName(found[1]), b: powerName(found[2]) }) : id;
}

export function Gauge(): JSX.Element | null {
  const { match } = useRoom();
  const gauges = useGauges();
  const gauge = match.gauge.value;
  const dyad = gauge?.dyads[gauge.smallest];
  const theory = match.view.value?.theory;
  if (!gauge || !dyad || !theory) return null;
  const words = gauges.areInWords
    ? gauges.margin(dyad.margin)
    : t('gauge.words', {
        theory: t(`theory.${theory}.short`),
        mid: num(dyad.margin, '2'),
        low: num(dyad.low, '2'),
        high: num(dyad.high, '2'),
      });
  return (
    <div class="gauge" role="group" aria-label={t('gauge.label')}>
      <div class="gauge-title">
        <Term id="threshold">{t('gauge.title')}</Term> <span class="dim">{dyadName(dyad.id)}</span>
      </div>
      <GaugeLine margin={dyad.margin} low={dyad.low} high={dyad.high} />
      <button type="button" class="gauge-words why" popovertarget={GAUGE_CARD}>
        {words}
      </button>
      <GaugeCard />
    </div>
  );
}

export function GaugeLine({
  margin,
  low,
  high,
}: {
  readonly margin: number;
  readonly low: number;
  readonly high: number;
}): JSX.Element {
  const band = { left: `${placeOf(low)}%`, width: `${Math.max(1, placeOf(high) - placeOf(low))}%` };
  return (
    <div class={`gauge-line ${margin < 0 ? 'crossed' : ''}`} aria-hidden="true">
      <span class="gauge-beyond" style={{ width: `${placeOf(0)}%` }} />
      <span class="gauge-band" style={band} />
      <span class="gauge-zero" style={{ left: `${placeOf(0)}%` }} />
      <span class="gauge-needle" style={{ left: `${placeOf(margin)}%` }} />
    </div>
  );
}

function GaugeCard(): JSX.Element {
  const { match } = useRoom();
  const gauges = useGauges();
  return (
    <div id={GAUGE_CARD} popover="auto" role="dialog" aria-label={t('gauge.label')} class="term-card wide">
      <p>{t(gauges.areInWords ? 'gauge.explains-words' : 'gauge.explains')}</p>
      <table>
        <caption class="sr-only">{t('gauge.label')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('gauge.pair')}</th>
            <th scope="col">{t('gauge.margin')}</th>
            <th scope="col">{t('gauge.band')}</th>
            {gauges.areInWords ? null : (
              <th scope="col">
                <Term id="stakes">{t('gauge.stakes')}</Term>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {match.gauge.value?.dyads.map((dyad) => (
            <tr key={dyad.id}>
              <th scope="row">{dyadName(dyad.id)}</th>
              <td>{gauges.margin(dyad.margin)}</td>
              <td>{gauges.between(dyad, gauges.margin)}</td>
              {gauges.areInWords ? null : <td>{num(dyad.stakes, '2')}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" class="quiet" popovertarget={GAUGE_CARD} popovertargetaction="hide">
        {t('action.close')}
      </button>
    </div>
  );
}
