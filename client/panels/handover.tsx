/** What a late human takes over: the seat, what was done and said in its name, and what is under way; then he begins. */
import type { JSX } from 'preact';
import type { View } from '../../shared/game/view.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { headlinesOf } from '../model/headlines.ts';
import type { Match } from '../model/match.ts';
import { workText } from './effect-text.ts';
import { gaugesIn } from './gauge-words.ts';
import { ScreenHeading } from './heading.tsx';
import { HeadlineItem, wordsHeadlineText } from './headline-text.tsx';
import { OpenCommitments } from './open-commitments.tsx';
import { SeatMark } from './seat-mark.tsx';
import { turnOf } from './top-bar.tsx';

export function Handover({ match }: { readonly match: Match }): JSX.Element | null {
  const view = match.view.value;
  const power = match.seat.value;
  if (view === null || power === null) return null;
  const last = match.steps.value.at(-1);
  const headlines = last ? headlinesOf(match.board, last) : [];
  const { tension } = view.state.world;
  return (
    <main class="handover">
      <ScreenHeading>{t('handover.title', { power: powerName(power) })}</ScreenHeading>
      <p class="lead-text">
        <SeatMark power={power} filled /> {turnOf(view.state.world)} · {t('term.tension')}{' '}
        {gaugesIn(match.areNumbersHidden.value).tension(tension)}
      </p>
      <p>{t('handover.what')}</p>
      <Done match={match} view={view} power={power} />
      <h2>{t('press.last')}</h2>
      {headlines.length === 0 ? <p class="dim">{t('press.none')}</p> : null}
      <ol class="headlines">
        {headlines.slice(0, 6).map((headline, i) => (
          <HeadlineItem key={String(i)} board={match.board} headline={headline} lead={false} />
        ))}
      </ol>
      <OpenCommitments power={power} />
      <button type="button" class="primary big" onClick={() => match.acknowledge()}>
        {t('handover.go')}
      </button>
    </main>
  );
}

interface Props {
  readonly match: Match;
  readonly view: View;
  readonly power: Power;
}

function Done({ match, view, power }: Props): JSX.Element {
  const { board } = match;
  const said = Object.values(view.state.spoken).filter((words) => words.power === power);
  const works = Object.values(view.state.works).filter((work) => work.owner === power);
  return (
    <>
      <h2>{t('handover.said', { power: powerName(power) })}</h2>
      {said.length === 0 ? <p class="dim">{t('report.nothing')}</p> : null}
      <ul class="said">
        {said.map((words, i) => (
          <li key={String(i)} class={power}>
            <span class="dim small">{t('turn.short', { turn: words.turn })}</span> {wordsHeadlineText(board, words)}
          </li>
        ))}
      </ul>
      <h2>{t('handover.works')}</h2>
      {works.length === 0 ? <p class="dim">{t('report.nothing')}</p> : null}
      <ul>
        {works.map((work, i) => (
          <li key={String(i)}>{workText(board, work)}</li>
        ))}
      </ul>
    </>
  );
}
