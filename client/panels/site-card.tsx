/** The selected site in words: what it is, what stands there, what it can reach; over the map, and closed at will. */
import type { JSX } from 'preact';
import type { Board } from '../../shared/capability/board.ts';
import type { State } from '../../shared/state/state.ts';
import { num } from '../i18n/format.ts';
import { nameOf, powerName, siteName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { proxyFacts, siteFacts } from '../model/site-facts.ts';
import { type Standing, standingAt } from '../model/standing.ts';
import { noticedBy, reachOf } from './cover-name.ts';
import { CrossIcon } from './cross-icon.tsx';
import { useRoom } from './room-context.tsx';
import { SeatMark } from './seat-mark.tsx';
import { Why } from './why.tsx';

export function SiteCard(): JSX.Element | null {
  const { match } = useRoom();
  const id = match.selectedSite.value;
  const state = match.view.value?.state;
  if (id !== null && state?.proxies[id] && match.considered.value === null) return <ProxyCard id={id} state={state} />;
  const site = id === null ? undefined : match.board.sites[id];
  // While an order is weighed its own preview says the same, and the map is wanted whole.
  if (!site || !state || match.considered.value !== null) return null;
  return (
    <aside class={`site-card passes-over-map ${site.owner ?? ''}`} aria-label={t('site.label')}>
      <p class="small dim">
        {site.owner ? <SeatMark power={site.owner} /> : null} {t(`site.${site.kind}`)}
        {site.owner ? ` · ${powerName(site.owner)}` : ''}
      </p>
      <h2>{siteName(match.board, site.id)}</h2>
      {siteFacts(match.board, state, site).map((fact) => (
        <p class="small" key={fact}>
          {fact}
        </p>
      ))}
      {standingAt(match.board, state, site.id).map((standing) => (
        <BatteryFacts key={standing.battery} board={match.board} state={state} standing={standing} />
      ))}
      {match.board.scenario.sensors
        .filter((sensor) => sensor.site === site.id)
        .map((sensor) => (
          <p class="small" key={sensor.id}>
            {t(sensor.rangeKm.length > 1 ? 'site.range-contested' : 'site.range', {
              low: Math.min(...sensor.rangeKm),
              high: Math.max(...sensor.rangeKm),
            })}
          </p>
        ))}
      <CloseButton />
    </aside>
  );
}

/** A war of others: between whom, and how hot. */
function ProxyCard({ id, state }: { readonly id: string; readonly state: State }): JSX.Element {
  const { match } = useRoom();
  return (
    <aside class="site-card passes-over-map" aria-label={t('site.label')}>
      <p class="small dim">{t('site.proxy')}</p>
      <h2>{nameOf(match.board, id)}</h2>
      {proxyFacts(match.board, state, id).map((fact) => (
        <p class="small" key={fact}>
          {fact}
        </p>
      ))}
      <p>
        {t('variable.heat')}{' '}
        <Why subject={`proxies/${id}`} variable="heat">
          <span class="figure">{num(state.proxies[id]?.heat ?? 0, '0')}</span>
        </Why>
      </p>
      <CloseButton />
    </aside>
  );
}

function CloseButton(): JSX.Element {
  const { match } = useRoom();
  return (
    <button type="button" class="remove close" aria-label={t('action.close')} onClick={() => (match.selectedSite.value = null)}>
      <CrossIcon />
    </button>
  );
}

interface BatteryFactsProps {
  readonly board: Board;
  readonly state: State;
  readonly standing: Standing;
}

function BatteryFacts({ board, state, standing }: BatteryFactsProps): JSX.Element {
  const reach = reachOf(board, state, standing.battery);
  const noticed = noticedBy(board, state, standing.battery);
  return (
    <div class="battery-facts">
      <p>
        <strong>{standing.interceptor}</strong> <span class="tag">{t(`status.${standing.status}`)}</span>
      </p>
      <dl class="pairs">
        <dt>{t('table.inventory')}</dt>
        <dd>
          <Why subject={`batteries/${standing.battery}`} variable="inventory">
            <span class="figure">{num(standing.inventory)}</span>
          </Why>
        </dd>
        {standing.coming > 0 && standing.ready !== null ? (
          <>
            <dt>{t('table.coming')}</dt>
            <dd class="figure">{t('table.coming-by', { add: standing.coming, turn: standing.ready })}</dd>
          </>
        ) : null}
      </dl>
      <p class="small">{reach === '' ? t('site.reaches-none') : t('site.reaches', { list: reach })}</p>
      {noticed === '' ? null : <p class="small">{t('site.notices', { list: noticed })}</p>}
    </div>
  );
}
