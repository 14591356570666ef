/** Batteries that stand, grow or could be built, with what each can reach; and the works under way. */
import type { JSX } from 'preact';
import { num } from '../i18n/format.ts';
import { batteryName, powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { standingOf } from '../model/standing.ts';
import { reachOf } from './cover-name.ts';
import { useRoom } from './room-context.tsx';
import { SeatMark } from './seat-mark.tsx';
import { SiteButton } from './site-button.tsx';
import { HeldAtRisk } from './threats.tsx';
import { Why } from './why.tsx';

export function BatteryTable(): JSX.Element | null {
  const { match } = useRoom();
  const state = match.view.value?.state;
  if (!state) return null;
  return (
    <table>
      <caption>{t('table.batteries')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('table.place')}</th>
          <th scope="col">{t('table.power')}</th>
          <th scope="col">{t('table.interceptor')}</th>
          <th scope="col">{t('table.status')}</th>
          <th scope="col">{t('table.inventory')}</th>
          <th scope="col">{t('table.reach')}</th>
        </tr>
      </thead>
      <tbody>
        {match.board.scenario.batteries.map((plan) => {
          const standing = standingOf(match.board, state, plan.id);
          return (
            <tr key={plan.id} class={plan.site === match.selectedSite.value ? 'chosen' : ''}>
              <th scope="row">
                <SiteButton site={plan.site} name={batteryName(match.board, plan.id)} />
              </th>
              <td class={plan.owner}>
                <SeatMark power={plan.owner} /> {powerName(plan.owner)}
              </td>
              <td>{standing.interceptor}</td>
              <td>
                {t(`status.${standing.status}`)} <HeldAtRisk battery={plan.id} />
              </td>
              <td>
                <Why subject={`batteries/${plan.id}`} variable="inventory">
                  <span class="figure">{num(standing.inventory)}</span>
                </Why>
              </td>
              <td class="small">{reachOf(match.board, state, plan.id) || t('value.none')}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export function WorkTable(): JSX.Element {
  const { match } = useRoom();
  const works = Object.entries(match.view.value?.state.works ?? {});
  return (
    <table>
      <caption>{t('table.works')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('table.what')}</th>
          <th scope="col">{t('table.power')}</th>
          <th scope="col">{t('table.coming')}</th>
          <th scope="col">{t('table.ready')}</th>
        </tr>
      </thead>
      <tbody>
        {works.length === 0 ? (
          <tr>
            <td colSpan={4}>{t('table.none')}</td>
          </tr>
        ) : null}
        {works.map(([id, work]) => (
          <tr key={id}>
            <th scope="row">{work.what === 'battery' ? batteryName(match.board, work.battery) : t(`order.${work.what}`)}</th>
            <td class={work.owner}>
              <SeatMark power={work.owner} /> {powerName(work.owner)}
            </td>
            <td>
              <Why subject={`works/${id}`} variable="self">
                <span class="figure">{num(work.add, '+')}</span>
              </Why>
            </td>
            <td class="figure">{t('turn.short', { turn: work.ready })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
