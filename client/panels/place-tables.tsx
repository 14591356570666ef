/** Hosts, third states, sensors and all other places as tables. */
import type { JSX } from 'preact';
import { num } from '../i18n/format.ts';
import { powerName, say, siteName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { type Band, bandOf, CONSENT_LIMITS, STAGE_LIMITS } from '../model/standing.ts';
import { useRoom } from './room-context.tsx';
import { SeatMark } from './seat-mark.tsx';
import { SiteButton } from './site-button.tsx';
import { Term } from './term.tsx';
import { Why } from './why.tsx';

export function HostTable(): JSX.Element {
  const { match } = useRoom();
  const { board } = match;
  const hosts = match.view.value?.state.hosts ?? {};
  return (
    <table>
      <caption>{t('table.hosts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('table.host')}</th>
          <th scope="col">{t('table.partner')}</th>
          <th scope="col">
            <Term id="consent" />
          </th>
        </tr>
      </thead>
      <tbody>
        {board.scenario.hosts.map((host) => (
          <tr key={host.id}>
            <th scope="row">{say(host.name)}</th>
            <td class={host.partner}>
              <SeatMark power={host.partner} /> {powerName(host.partner)}
            </td>
            <td>
              <Why subject={`hosts/${host.id}`} variable="consent">
                <BandMark band={bandOf(hosts[host.id]?.consent ?? 0, CONSENT_LIMITS)} />
              </Why>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function BandMark({ band }: { readonly band: Band }): JSX.Element {
  return (
    <span class={`band ${band}`}>
      <span class="band-mark" aria-hidden="true" /> {t(`band.${band}`)}
    </span>
  );
}

export function ThirdTable(): JSX.Element {
  const { match } = useRoom();
  const { board } = match;
  const state = match.view.value?.state;
  return (
    <table>
      <caption>{t('table.thirds')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('table.third')}</th>
          <th scope="col">{t('table.programme')}</th>
          <th scope="col">{t('table.last-test')}</th>
          <th scope="col">{t('table.leverage')}</th>
        </tr>
      </thead>
      <tbody>
        {board.scenario.thirds.map((third) => {
          const now = state?.thirds[third.id];
          return (
            <tr key={third.id}>
              <th scope="row">{say(third.name)}</th>
              <td>
                <Why subject={`thirds/${third.id}`} variable="stage">
                  <BandMark band={bandOf(now?.stage ?? 0, STAGE_LIMITS)} />
                </Why>
              </td>
              <td class="figure">{now && now.lastTest > 0 ? t('turn.short', { turn: now.lastTest }) : t('value.none')}</td>
              <td class="small">
                {(['us', 'ru', 'cn'] as const).map((power) => (
                  <span key={power} class="leverage">
                    {powerName(power)}{' '}
                    <Why subject={`leverage/${power}>${third.id}`} variable="value">
                      <span class="figure">{num(state?.leverage[`${power}>${third.id}`]?.value ?? 0, '0')}</span>
                    </Why>
                  </span>
                ))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export function SensorTable(): JSX.Element {
  const { match } = useRoom();
  const { board } = match;
  return (
    <table>
      <caption>{t('table.sensors')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('table.place')}</th>
          <th scope="col">{t('table.power')}</th>
          <th scope="col">{t('table.range')}</th>
          <th scope="col">{t('table.sector')}</th>
        </tr>
      </thead>
      <tbody>
        {board.scenario.sensors.map((sensor) => (
          <tr key={sensor.id} class={sensor.site === match.selectedSite.value ? 'chosen' : ''}>
            <th scope="row">
              <SiteButton site={sensor.site} name={siteName(board, sensor.site)} />
            </th>
            <td class={sensor.owner}>
              <SeatMark power={sensor.owner} /> {powerName(sensor.owner)}
            </td>
            <td class="figure">{t('table.km', { km: sensor.rangeKm.map((km) => num(km)).join(' / ') })}</td>
            <td class="figure">
              {sensor.halfWidthDeg >= 180
                ? t('table.all-round')
                : t('table.degrees', {
                    from: bearing(sensor.boresightDeg - sensor.halfWidthDeg),
                    to: bearing(sensor.boresightDeg + sensor.halfWidthDeg),
                  })}
            </td>
          </tr>
        ))}
        {board.scenario.satellites.map(({ id, name, owner }) => (
          <tr key={id}>
            <th scope="row">{say(name)}</th>
            <td class={owner}>
              <SeatMark power={owner} /> {powerName(owner)}
            </td>
            <td colSpan={2}>{t('table.satellites')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const bearing = (deg: number): number => ((deg % 360) + 360) % 360;

export function SiteTable(): JSX.Element {
  const { match } = useRoom();
  const { board } = match;
  const rest = board.scenario.sites.filter((site) => site.kind !== 'defence' && site.kind !== 'radar');
  return (
    <table>
      <caption>{t('table.sites')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('table.place')}</th>
          <th scope="col">{t('table.kind')}</th>
          <th scope="col">{t('table.power')}</th>
        </tr>
      </thead>
      <tbody>
        {rest.map((site) => (
          <tr key={site.id} class={site.id === match.selectedSite.value ? 'chosen' : ''}>
            <th scope="row">
              <SiteButton site={site.id} name={say(site.name)} />
            </th>
            <td>{t(`site.${site.kind}`)}</td>
            <td>
              {site.owner
                ? powerName(site.owner)
                : site.third && board.thirds[site.third]
                  ? say(board.thirds[site.third]?.name ?? site.name)
                  : t('value.none')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
