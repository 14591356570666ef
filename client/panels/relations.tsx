/** Relations: the trust between the powers, the hosts' consent, the third states and who has influence on them. */
import type { JSX } from 'preact';
import type { Power } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { num } from '../i18n/format.ts';
import { nameOf, powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { type HostView, hostsOf, type ThirdView, thirdsOf, trustsOf } from '../model/diplomacy.ts';
import { BandMark } from './place-tables.tsx';
import { PromiseList } from './promise-list.tsx';
import { Reckoned } from './reckoned.tsx';
import { useRoom } from './room-context.tsx';
import { SeatMark } from './seat-mark.tsx';
import { Term } from './term.tsx';
import { Ties } from './ties.tsx';
import { TreatyList } from './treaty-list.tsx';
import { Why } from './why.tsx';

interface Props {
  readonly state: State;
  readonly power: Power;
}

export function Relations({ state, power }: Props): JSX.Element {
  const { match } = useRoom();
  return (
    <>
      <PromiseList />
      <Trusts state={state} power={power} />
      <TreatyList state={state} power={power} />
      <Ties state={state} power={power} />
      <section aria-labelledby="hosts-title">
        <h3 id="hosts-title">{t('table.hosts')}</h3>
        <p class="small dim">
          {t('relations.hosts')} <Term id="consent" />
        </p>
        <ul class="known-list">
          {hostsOf(match.board, state, power).map((host) => (
            <HostItem key={host.id} host={host} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="relations-thirds-title">
        <h3 id="relations-thirds-title">{t('table.thirds')}</h3>
        {thirdsOf(match.board, state, power).map((third) => (
          <ThirdItem key={third.id} third={third} />
        ))}
      </section>
    </>
  );
}

function Trusts({ state, power }: Props): JSX.Element {
  return (
    <section aria-labelledby="trust-title">
      <h3 id="trust-title">
        <Term id="trust" />
      </h3>
      <table class="plain">
        <caption class="sr-only">{t('relations.trust')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('relations.we-trust')}</th>
            <th scope="col">{t('relations.they-trust')}</th>
            <th scope="col">
              <Term id="credibility">{t('relations.their-word')}</Term>
            </th>
          </tr>
        </thead>
        <tbody>
          {trustsOf(state, power).map(({ other, ours, theirs }) => (
            <tr key={other} class={other}>
              <th scope="row">
                <SeatMark power={other} /> {powerName(other)}
              </th>
              <td>
                <Why subject={`pairs/${power}>${other}`} variable="trust">
                  <span class="figure">{num(ours, '0')}</span>
                </Why>
              </td>
              <td>
                <Reckoned
                  name={t('relations.they-trust')}
                  value={t('range', { low: num(theirs.low, '0'), high: num(theirs.high, '0') })}
                  says={[t('reckoned.their-trust')]}
                />
              </td>
              <td>
                <Why subject={`powers/${other}`} variable="credibility">
                  <span class="figure">{num(state.powers[other].credibility, '0')}</span>
                </Why>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function HostItem({ host }: { readonly host: HostView }): JSX.Element {
  const { match } = useRoom();
  const { board } = match;
  const places = host.batteries.map((id) => nameOf(board, id)).join('; ');
  return (
    <li>
      <span>
        {nameOf(board, host.id)}{' '}
        <span class="dim small">
          <SeatMark power={host.partner} /> {t('relations.partner-of', { power: powerName(host.partner) })}
        </span>
      </span>
      <Why subject={`hosts/${host.id}`} variable="consent">
        <BandMark band={host.consent} />
      </Why>
      <span class="small dim">
        {places === '' ? t('relations.no-battery') : places}
        {host.fears === null ? null : ` · ${t('relations.fears', { third: nameOf(board, host.fears) })}`}
      </span>
    </li>
  );
}

function ThirdItem({ third }: { readonly third: ThirdView }): JSX.Element {
  const { match } = useRoom();
  const { board } = match;
  return (
    <article class="system-card">
      <h4>{nameOf(board, third.id)}</h4>
      <dl class="pairs">
        <dt>
          <Term id="stage" />
        </dt>
        <dd>
          <Why subject={`thirds/${third.id}`} variable="stage">
            <BandMark band={third.stage} />
          </Why>
        </dd>
        <dt>
          <Term id="restraint" />
        </dt>
        <dd>{t('relations.at-start', { value: third.restraintAtStart })}</dd>
        <dt>{t('table.last-test')}</dt>
        <dd class="figure">{third.lastTest > 0 ? t('turn.short', { turn: third.lastTest }) : t('value.none')}</dd>
      </dl>
      <p class="small">
        <Term id="leverage" />:{' '}
        {third.leverage.map(({ power, value, isOwn }, i) => (
          <span key={power}>
            {i > 0 ? '; ' : ''}
            <SeatMark power={power} /> {powerName(power)}{' '}
            {isOwn ? (
              <Why subject={`leverage/${power}>${third.id}`} variable="value">
                <span class="figure">{num(value, '0')}</span>
              </Why>
            ) : (
              t('relations.at-start', { value })
            )}
          </span>
        ))}
      </p>
    </article>
  );
}
