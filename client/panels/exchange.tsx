/** After the exchange: what was launched, stopped and arrived, soberly; then how it came to that. Everybody has lost. */
import type { JSX } from 'preact';
import type { Exchange as ExchangeState } from '../../shared/state/state.ts';
import { num } from '../i18n/format.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import type { Match } from '../model/match.ts';
import { ScreenHeading } from './heading.tsx';

export function ExchangeScreen({ match }: { readonly match: Match }): JSX.Element | null {
  const exchange = match.view.value?.state.world.exchange;
  if (!exchange) return null;
  return (
    <main class="exchange">
      <ScreenHeading>{t('exchange.title')}</ScreenHeading>
      <p>{t(`exchange.${exchange.cause}`, { first: powerName(exchange.first), second: powerName(exchange.second) })}</p>
      <ExchangeTable exchange={exchange} />
      <p>{t('exchange.all-lost')}</p>
      <button type="button" class="primary" onClick={() => match.proceed()}>
        {t('exchange.how')}
      </button>
    </main>
  );
}

export function ExchangeTable({ exchange }: { readonly exchange: ExchangeState }): JSX.Element {
  const rows = [
    { key: 'launched', power: exchange.first, value: exchange.launchedFirst },
    { key: 'stopped', power: exchange.second, value: exchange.interceptedBySecond },
    { key: 'arrived', power: exchange.second, value: exchange.arrivingOnSecond },
    { key: 'survived', power: exchange.second, value: exchange.survivingSecond },
    { key: 'stopped', power: exchange.first, value: exchange.interceptedByFirst },
    { key: 'arrived', power: exchange.first, value: exchange.arrivingOnFirst },
  ];
  return (
    <table class="exchange-table">
      <caption>{t('exchange.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('exchange.what')}</th>
          <th scope="col">{t('exchange.warheads')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.key}${row.power}`}>
            <th scope="row">{t(`exchange.${row.key}`, { power: powerName(row.power) })}</th>
            <td class="figure">{num(row.value, '0')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
