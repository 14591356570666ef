/** Third states' missile programmes: how far they are known to be, what has been tested, what raid to reckon with. */
import type { JSX } from 'preact';
import type { State } from '../../shared/state/state.ts';
import { num } from '../i18n/format.ts';
import { say } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { raidKnown } from '../model/intelligence.ts';
import { bandOf, STAGE_LIMITS } from '../model/standing.ts';
import { BandMark } from './place-tables.tsx';
import { Reckoned } from './reckoned.tsx';
import { useRoom } from './room-context.tsx';
import { Term } from './term.tsx';
import { Why } from './why.tsx';

export function ThirdRaids({ state }: { readonly state: State }): JSX.Element {
  const { match } = useRoom();
  const { board } = match;
  return (
    <section aria-labelledby="thirds-title">
      <h3 id="thirds-title">{t('intelligence.thirds')}</h3>
      {board.scenario.thirds.map((third) => {
        const known = state.thirds[third.id];
        const raid = raidKnown(board, state, third.id);
        return (
          <article class="system-card" key={third.id}>
            <h4>{say(third.name)}</h4>
            <dl class="pairs">
              <dt>
                <Term id="stage" />
              </dt>
              <dd>
                <Why subject={`thirds/${third.id}`} variable="stage">
                  <BandMark band={bandOf(known?.stage ?? 0, STAGE_LIMITS)} />
                </Why>
              </dd>
              <dt>{t('table.last-test')}</dt>
              <dd class="figure">{known && known.lastTest > 0 ? t('turn.short', { turn: known.lastTest }) : t('value.none')}</dd>
              <dt>{t('intelligence.successes')}</dt>
              <dd>
                <Why subject={`thirds/${third.id}`} variable="successes">
                  <span class="figure">{num(known?.successes ?? 0, '0')}</span>
                </Why>
              </dd>
              <dt>{t('intelligence.raid')}</dt>
              <dd>
                <Reckoned
                  name={t('intelligence.raid')}
                  value={num(raid.warheads, '0')}
                  says={[t('reckoned.raid', { warheads: raid.warheads, decoys: raid.decoys, successes: known?.successes ?? 0 })]}
                  from={{ subject: `thirds/${third.id}`, variable: 'successes' }}
                  asked={{ what: 'raid', third: third.id }}
                />
              </dd>
            </dl>
          </article>
        );
      })}
    </section>
  );
}
