/** The debrief: how it ended, what everybody believed and what was true, said and done; then another game. */

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Thoughts as BotThoughts } from '../../shared/bots/thoughts.ts';
import type { Board } from '../../shared/capability/board.ts';
import type { Game } from '../../shared/game/game.ts';
import { replay } from '../../shared/game/record.ts';
import { type Report, reportOf } from '../../shared/game/report.ts';
import type { UndoneTurn } from '../../shared/protocol/exercise-view.ts';
import { weighing } from '../debrief/bench.ts';
import { say } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import type { Match } from '../model/match.ts';
import { follow, leave } from '../model/page.ts';
import { ExchangeTable } from './exchange.tsx';
import { ScreenHeading } from './heading.tsx';
import { NotesAtDesk } from './note-list.tsx';
import { PageBar } from './page-bar.tsx';
import { MarginChart, SystemCharts, TensionChart } from './report-charts.tsx';
import { Commitments } from './report-commitments.tsx';
import { Deeds } from './report-deeds.tsx';
import { DriversTable } from './report-drivers.tsx';
import { Exports } from './report-exports.tsx';
import { Questions, Serves } from './report-learning.tsx';
import { TrueMargins } from './report-margins.tsx';
import { Pivotal } from './report-pivotal.tsx';
import { Readings } from './report-readings.tsx';
import { SaidAgainstDid } from './report-said.tsx';
import { Scores } from './report-scores.tsx';
import { Theories } from './report-theories.tsx';
import { Thoughts } from './report-thoughts.tsx';
import { Retention } from './retention.tsx';

export interface Debrief {
  readonly report: Report;
  readonly verified: boolean;
  /** Null until they have been worked out, which needs the bots and takes another moment. */
  readonly thoughts: readonly BotThoughts[] | null;
}

export function ReportScreen({ match }: { readonly match: Match }): JSX.Element {
  const debrief = useSignal<Debrief | null>(null);
  const record = match.record.value;
  useEffect(() => {
    if (record === null) return;
    // After the page has been painted: playing a long game again takes a moment.
    const timer = setTimeout(() => {
      const { game, verified } = replay(match.board, record);
      debrief.value = { report: reportOf(game), verified, thoughts: null };
      void withThoughts(game);
    }, 30);
    return () => clearTimeout(timer);
  }, [match, record]);

  async function withThoughts(game: Game): Promise<void> {
    const { thoughtsOf } = await import('../../shared/bots/thoughts.ts');
    if (debrief.value) debrief.value = { ...debrief.value, thoughts: thoughtsOf(game) };
  }

  return (
    <div class="report">
      <PageBar />
      <main>
        <div class="heading-row">
          <ScreenHeading>{t('report.title')}</ScreenHeading>
          <button type="button" class="quiet" onClick={leave}>
            {t('action.home')}
          </button>
        </div>
        <p class="dim">{say(match.board.scenario.title)}</p>
        {debrief.value === null ? <p>{t('report.working')}</p> : <Findings match={match} debrief={debrief.value} />}
        <AnotherGame match={match} />
        <Retention />
      </main>
    </div>
  );
}

/** With friends: the same people once more, everybody one seat on. Who asks goes first; the others follow with one tap. */
function AnotherGame({ match }: { readonly match: Match }): JSX.Element {
  const { friends } = match.figures.value;
  const next = match.rematch.value;
  const canAsk = friends && match.place.value !== null;
  return (
    <div class="another-game">
      {next === null ? null : (
        <button type="button" class="primary big" onClick={() => void follow(next)}>
          {t('rematch.follow')}
        </button>
      )}
      {next === null && canAsk ? (
        <button type="button" class="primary big" disabled={match.dealings.isBusy.value} onClick={() => void ask()}>
          {t('rematch.ask')}
        </button>
      ) : null}
      <button type="button" class={canAsk || next !== null ? 'quiet' : 'primary big'} onClick={leave}>
        {t('report.again')}
      </button>
    </div>
  );

  async function ask(): Promise<void> {
    const answer = await match.dealings.ask('rematch', {});
    if (answer.ok && answer.told !== undefined) await follow(answer.told);
  }
}

function Findings({ match, debrief }: { readonly match: Match; readonly debrief: Debrief }): JSX.Element {
  const { report } = debrief;
  const props = { board: match.board, report };
  return (
    <>
      <section class="ending">
        <p class="lead-text">{t(`ending.${report.ending}`)}</p>
        {report.exchange === null ? null : <ExchangeTable exchange={report.exchange} />}
        <PlayedAgain undone={match.exercise.value?.undone ?? []} />
        <p class={`small ${debrief.verified ? 'verified' : 'reason'}`}>
          {t(debrief.verified ? 'report.verified' : 'report.unverified')}
        </p>
      </section>
      <Scores {...props} seat={match.seat.value} />
      <section>
        <h2>{t('report.course')}</h2>
        <Serves board={match.board} part="course" />
        <div class="charts">
          <TensionChart {...props} />
          <MarginChart {...props} />
        </div>
        <DriversTable {...props} />
      </section>
      <Reckoned {...props} match={match} />
      <SystemCharts {...props} />
      <TrueMargins {...props} />
      <Commitments {...props} />
      <SaidAgainstDid {...props} />
      <Readings {...props} perceptions={match.perceptions.value} />
      <Deeds {...props} />
      {debrief.thoughts === null ? null : <Thoughts board={match.board} thoughts={debrief.thoughts} />}
      <NotesAtDesk world={match.code} />
      <Questions board={match.board} />
      <Exports match={match} />
    </>
  );
}

/** Of a world that was wound back: which turns were played more than once. Only the last time is in the report. */
function PlayedAgain({ undone }: { readonly undone: readonly UndoneTurn[] }): JSX.Element | null {
  const times = new Map<number, number>();
  for (const { turn } of undone) times.set(turn, (times.get(turn) ?? 1) + 1);
  if (times.size === 0) return null;
  const turns = [...times].sort(([a], [b]) => a - b);
  return <p class="small dim">{turns.map(([turn, count]) => t('report.played-again', { turn, count })).join(' ')}</p>;
}

interface ReckonedProps {
  readonly match: Match;
  readonly board: Board;
  readonly report: Report;
}

/** What takes longer is reckoned beside the page, and comes when it is there. */
function Reckoned({ match, board, report }: ReckonedProps): JSX.Element | null {
  const record = match.record.value;
  const asked = useMemo(() => (record === null ? null : weighing(board, record)), [board, record]);
  useEffect(() => asked?.stop, [asked]);
  if (asked === null) return null;
  return (
    <>
      <Pivotal board={board} report={report} weighing={asked} />
      <Theories board={board} weighing={asked} />
    </>
  );
}
