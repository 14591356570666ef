/** How the first strike was allotted over the other's forces: class by class, with what the last warhead was still worth. */
import type { JSX } from 'preact';
import type { Exchange, StruckForce } from '../../shared/state/state.ts';
import { num } from '../i18n/format.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { Reckoned } from './reckoned.tsx';

export function StruckForces({ exchange }: { readonly exchange: Exchange }): JSX.Element | null {
  if (exchange.onForces.length === 0) return null;
  const title = t('exchange.forces', { power: powerName(exchange.second) });
  return (
    <div class="scroll-x" tabIndex={0} role="region" aria-label={title}>
      <table class="exchange-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('exchange.class')}</th>
            {COUNTS.map(({ key }) => (
              <th key={key} scope="col">
                {t(`exchange.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {exchange.onForces.map((force) => (
            <ForceRow key={force.leg} force={force} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const COUNTS = [
  { key: 'targets', of: 'aimPoints', form: '0' },
  { key: 'given', of: 'given', form: '0' },
  { key: 'destroyed', of: 'destroyed', form: '1' },
  { key: 'last', of: 'last', form: '2' },
] as const;

function ForceRow({ force }: { readonly force: StruckForce }): JSX.Element {
  const leg = t(`exchange.leg.${force.leg}`);
  const from = { stake: num(force.atStake, '0'), targets: num(force.aimPoints, '0'), given: num(force.given, '0') };
  return (
    <tr>
      <th scope="row">{leg}</th>
      {COUNTS.map(({ key, of, form }) => (
        <td key={key}>
          <Reckoned
            name={`${leg}: ${t(`exchange.${key}`)}`}
            value={num(force[of], form)}
            says={[t(`reckoned.struck.${force.given === 0 && key !== 'targets' ? 'none' : key}`, from)]}
          />
        </td>
      ))}
    </tr>
  );
}
