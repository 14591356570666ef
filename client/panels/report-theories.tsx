/** The same sheets where the other school is right: how near the threshold, who comes how far, how it ends. */
import type { JSX } from 'preact';
import type { Board } from '../../shared/capability/board.ts';
import { POWERS, type Theory } from '../../shared/scenario/names.ts';
import type { Weighing } from '../debrief/bench.ts';
import type { OtherWorld } from '../debrief/work.ts';
import { num } from '../i18n/format.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { LineChart } from './line-chart.tsx';
import { Reckoned } from './reckoned.tsx';
import { Serves } from './report-learning.tsx';
import { SeatMark } from './seat-mark.tsx';

interface Props {
  readonly board: Board;
  readonly weighing: Weighing;
}

/** A line each, told apart by mark and dash: none belongs to a power. */
const LOOKS: Readonly<Record<Theory, string>> = {
  stabilise: 'dyad-a square',
  contested: 'neutral circle',
  destabilise: 'dyad-b diamond',
};

export function Theories({ board, weighing }: Props): JSX.Element {
  const worlds = weighing.worlds.value;
  return (
    <section>
      <h2>{t('report.theories')}</h2>
      <Serves board={board} part="theory" />
      <p class="small dim">{t('report.theories-say')}</p>
      {worlds === null ? (
        <p class="dim">{t(weighing.hasFailed.value ? 'report.not-reckoned' : 'report.theories-working')}</p>
      ) : (
        <>
          <TheoryChart worlds={worlds} />
          <TheoryTable worlds={worlds} />
        </>
      )}
    </section>
  );
}

const nameOf = ({ theory, isPlayed }: OtherWorld): string =>
  isPlayed ? t('theory.as-played', { theory: t(`theory.${theory}`) }) : t(`theory.${theory}`);

function TheoryChart({ worlds }: { readonly worlds: readonly OtherWorld[] }): JSX.Element {
  const turns = Math.max(...worlds.map(({ moments }) => moments.length));
  return (
    <LineChart
      title={t('chart.theories')}
      says={t('chart.theories-say')}
      labels={Array.from({ length: turns }, (_, turn) => (turn === 0 ? t('chart.start') : String(turn)))}
      series={worlds.map((world) => ({
        id: world.theory,
        name: nameOf(world),
        look: LOOKS[world.theory],
        values: world.moments.map(({ gauge }) => gauge.mid),
      }))}
      include={[0, 0.4]}
      format="2"
      mark={{ at: 0, name: t('term.threshold') }}
    />
  );
}

function TheoryTable({ worlds }: { readonly worlds: readonly OtherWorld[] }): JSX.Element {
  return (
    <div class="scroll-x" tabIndex={0} role="region" aria-label={t('report.theories')}>
      <table>
        <caption class="sr-only">{t('report.theories')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('theory.where')}</th>
            <th scope="col">{t('theory.end')}</th>
            <th scope="col">{t('theory.crises')}</th>
            {POWERS.map((power) => (
              <th scope="col" key={power} class={power}>
                <SeatMark power={power} /> {powerName(power)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {worlds.map((world) => (
            <tr key={world.theory}>
              <th scope="row">{nameOf(world)}</th>
              <td>{t(`whatif.end.${world.ending}`)}</td>
              <td>
                <PlayedAgain name={t('theory.crises')} value={num(world.crises, '0')} />
              </td>
              {POWERS.map((power) => (
                <td class="figure" key={power}>
                  {world.scores[power] < 0 ? (
                    t('report.lost')
                  ) : (
                    <PlayedAgain name={powerName(power)} value={num(world.scores[power], '%')} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What came out of the same sheets there: nothing more can be said of it than how it was found. */
const PlayedAgain = ({ name, value }: { readonly name: string; readonly value: string }): JSX.Element => (
  <Reckoned name={name} value={value} says={[t('report.theories-say')]} />
);
