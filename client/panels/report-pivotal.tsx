/** The most pivotal orders: what the next turns would have been without each, all other orders unchanged. */
import type { JSX } from 'preact';
import type { Board } from '../../shared/capability/board.ts';
import type { Why } from '../../shared/capability/why.ts';
import type { WhatIf } from '../../shared/game/flip.ts';
import type { Report } from '../../shared/game/report.ts';
import type { Weighing } from '../debrief/bench.ts';
import { num } from '../i18n/format.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { commitmentText } from './open-commitments.tsx';
import { orderName } from './order-name.ts';
import { Reckoned } from './reckoned.tsx';
import { Serves } from './report-learning.tsx';
import { SeatMark } from './seat-mark.tsx';

interface Props {
  readonly board: Board;
  readonly report: Report;
  readonly weighing: Weighing;
}

export function Pivotal({ board, report, weighing }: Props): JSX.Element {
  const pivotal = weighing.pivotal.value;
  return (
    <section class="pivotal">
      <h2>{t('report.pivotal')}</h2>
      <Serves board={board} part="pivotal" />
      <p class="small dim">{t('report.pivotal-says')}</p>
      {pivotal === null ? <Progress weighing={weighing} /> : null}
      {pivotal?.length === 0 ? <p class="dim">{t('report.pivotal-none')}</p> : null}
      <div class="score-cards">
        {pivotal?.map((what) => (
          <WhatIfCard
            key={`${what.flip.turn}${what.flip.seat}${what.flip.index}`}
            board={board}
            report={report}
            what={what}
            why={() => weighing.explain(what.flip)}
          />
        ))}
      </div>
    </section>
  );
}

function Progress({ weighing }: { readonly weighing: Weighing }): JSX.Element {
  const { done, of } = weighing.progress.value;
  if (weighing.hasFailed.value) return <p class="reason">{t('report.not-reckoned')}</p>;
  return (
    <p class="reckoning">
      <progress max={Math.max(1, of)} value={done} aria-label={t('report.pivotal')} />{' '}
      <span class="small dim">{t('report.pivotal-progress', { done, of })}</span>
    </p>
  );
}

interface CardProps {
  readonly board: Board;
  readonly report: Report;
  readonly what: WhatIf;
}

function WhatIfCard({ board, report, what, why }: CardProps & { readonly why: () => Promise<Why> }): JSX.Element {
  const { turn, seat } = what.flip;
  return (
    <article class={`score-card ${seat}`}>
      <h3>
        <SeatMark power={seat} /> {powerName(seat)}, {t('turn.short', { turn })}
      </h3>
      <p>
        {orderName(board, what.order)} {what.isJoint ? <span class="tag">{t('whatif.joint')}</span> : null}
      </p>
      <p class="small">
        {t('whatif.weight', { gauge: num(what.gaugeChange, '2'), score: num(what.scoreChange, '%'), power: powerName(seat) })}
      </p>
      <p class="small">
        {t('whatif.weighs')}{' '}
        <Reckoned name={t('whatif.weighs')} value={num(what.weight, '2')} says={[t('whatif.weighs-says')]} asked={why} />
      </p>
      <TurnsTable what={what} />
      <Touched board={board} report={report} what={what} />
      <p class="small dim">{t('whatif.unchanged')}</p>
    </article>
  );
}

function TurnsTable({ what }: { readonly what: WhatIf }): JSX.Element {
  const change = (was: string, becomes: string): string => t('whatif.change', { was, becomes });
  const score = (value: number): string => (value < 0 ? t('report.lost') : num(value, '%'));
  return (
    <table class="plain">
      <caption class="sr-only">{t('whatif.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('chart.turn')}</th>
          <th scope="col">{t('timeline.margin')}</th>
          <th scope="col">{t('whatif.score')}</th>
        </tr>
      </thead>
      <tbody>
        {what.turns.map(({ turn, gauge, score: points }) => (
          <tr key={turn}>
            <th scope="row">
              <span data-turn={turn}>{turn}</span>
            </th>
            <td class="figure">{change(num(gauge.was, '2'), num(gauge.becomes, '2'))}</td>
            <td class="figure">{change(score(points.was), score(points.becomes))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What else would have gone otherwise: orders that come back, promises, crises, the end. */
function Touched({ board, report, what }: CardProps): JSX.Element | null {
  const status = (one: string | null): string => t(one === null ? 'whatif.not-made' : `status.${one}`);
  const lines = [
    ...what.orders.map((one) =>
      t(one.comesBack ? 'whatif.comes-back' : 'whatif.goes-ahead', {
        turn: one.turn,
        power: powerName(one.seat),
        order: orderName(board, one.order),
      }),
    ),
    ...what.commitments.map(({ id, was, becomes }) => {
      const made = report.commitments.find((one) => one.id === id);
      const named = made ? `${powerName(made.power)}: ${commitmentText(board, made)}` : t('whatif.a-promise');
      return t('whatif.promise', { promise: named, was: status(was), becomes: status(becomes) });
    }),
    ...(what.crises.was === what.crises.becomes ? [] : [t('whatif.crises', what.crises)]),
    ...(what.ending.was === what.ending.becomes
      ? []
      : [t('whatif.ending', { was: t(`whatif.end.${what.ending.was}`), becomes: t(`whatif.end.${what.ending.becomes}`) })]),
  ];
  if (lines.length === 0) return null;
  return (
    <ul class="touched">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
