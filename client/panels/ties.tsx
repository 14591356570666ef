/** Ties: how far each pair of powers and each alliance works together, direct lines, and the wars of others that divide two. */
import type { ComponentChildren, JSX } from 'preact';
import { DYADS, type Power, TOP_RUNG } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { num } from '../i18n/format.ts';
import { nameOf, powerName, rungName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { useRoom } from './room-context.tsx';
import { Why } from './why.tsx';

interface Props {
  readonly state: State;
  readonly power: Power;
}

export function Ties({ state, power }: Props): JSX.Element {
  return (
    <>
      <Ladders state={state} power={power} />
      <Alliances state={state} />
      <Proxies state={state} />
    </>
  );
}

function Section({ id, children }: { readonly id: 'ladders' | 'alliances' | 'proxies'; readonly children: ComponentChildren }) {
  return (
    <section aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t(`${id}.title`)}</h3>
      <p class="small dim">{t(`${id}.means`)}</p>
      <dl class="ties">{children}</dl>
    </section>
  );
}

/** Both of one's own pairs, then the others' between them. */
function Ladders({ state, power }: Props): JSX.Element | null {
  const { match } = useRoom();
  const { orderKinds } = match.board.scenario;
  if (!orderKinds.includes('climb')) return null;
  const pairs = [...DYADS].sort(([, a, b], [, c, d]) => Number(c === power || d === power) - Number(a === power || b === power));
  return (
    <Section id="ladders">
      {pairs.map(([dyad, one, other]) => (
        <div key={dyad}>
          <dt>{t('ladders.pair', { one: powerName(one), other: powerName(other) })}</dt>
          <dd>
            <Why subject={`ladders/${dyad}`} variable="rung">
              <span class="figure">{t('ladders.rung', { rung: state.ladders[dyad].rung, most: TOP_RUNG })}</span>
            </Why>{' '}
            {rungName('ladders', state.ladders[dyad].rung)}
            {orderKinds.includes('hotline') ? (
              <span class="small dim"> · {t(state.hotlines[dyad].open ? 'ladders.hotline' : 'ladders.no-hotline')}</span>
            ) : null}
          </dd>
        </div>
      ))}
    </Section>
  );
}

function Alliances({ state }: Pick<Props, 'state'>): JSX.Element | null {
  const { board } = useRoom().match;
  const { alliances, parameters, orderKinds } = board.scenario;
  if (alliances.length === 0 || !orderKinds.includes('integrate')) return null;
  return (
    <Section id="alliances">
      {alliances.map((plan) => {
        const rung = state.alliances[plan.id]?.rung ?? 0;
        const share = parameters.alliances.saved[rung] ?? 0;
        return (
          <div key={plan.id}>
            <dt>{nameOf(board, plan.id)}</dt>
            <dd>
              <Why subject={`alliances/${plan.id}`} variable="rung">
                <span class="figure">{t('ladders.rung', { rung, most: parameters.alliances.gates.length })}</span>
              </Why>{' '}
              {rungName('alliances', rung)}
              {share > 0 ? <span class="small dim"> · {t('alliances.saved', { share })}</span> : null}
            </dd>
          </div>
        );
      })}
    </Section>
  );
}

function Proxies({ state }: Pick<Props, 'state'>): JSX.Element | null {
  const { board } = useRoom().match;
  const { proxies } = board.scenario;
  if (proxies.length === 0) return null;
  return (
    <Section id="proxies">
      {proxies.map((plan) => {
        const { heat, incident } = state.proxies[plan.id] ?? { heat: plan.heat, incident: 0 };
        return (
          <div key={plan.id}>
            <dt>
              {t('proxies.between', {
                place: nameOf(board, plan.id),
                one: powerName(plan.powers[0]),
                other: powerName(plan.powers[1]),
              })}
            </dt>
            <dd>
              <Why subject={`proxies/${plan.id}`} variable="heat">
                <span class="figure">{num(heat, '0')}</span>
              </Why>{' '}
              <span class="small dim">
                {t('proxies.chance', { percent: Math.round((100 * heat) / board.scenario.parameters.proxies.incidentPer) })}
                {incident > 0 ? ` · ${t('proxies.last', { turn: incident })}` : ''}
              </span>
            </dd>
          </div>
        );
      })}
    </Section>
  );
}
