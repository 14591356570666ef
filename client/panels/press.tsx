/** The press: what was in the papers of a turn, and everything that was said in public before. */
import type { JSX } from 'preact';
import type { Spoken } from '../../shared/state/state.ts';
import { quarterOf } from '../i18n/format.ts';
import { t } from '../i18n/text.ts';
import { newsOf } from '../model/timeline.ts';
import { Bulletins } from './bulletins.tsx';
import { HeadlineItem, wordsHeadlineText } from './headline-text.tsx';
import { OwnWords } from './own-words.tsx';
import { useRoom } from './room-context.tsx';
import { SeatMark } from './seat-mark.tsx';
import { Timeline, useReadTurn } from './timeline.tsx';
import { isWide } from './wide.ts';

export function Press(): JSX.Element {
  const { match } = useRoom();
  const view = match.view.value;
  const spoken = Object.values(view?.state.spoken ?? {});
  const seat = match.seat.value;
  const shown = spoken.filter((said) => said.venue !== 'private' || said.power === seat || said.target === seat);
  return (
    <div class="press">
      {isWide.value ? null : <Timeline />}
      <Bulletins match={match} />
      <Papers />
      <h2>{t('press.said')}</h2>
      {shown.length === 0 ? <p class="dim">{t('press.silent')}</p> : null}
      <ul class="said">
        {[...shown]
          .sort((a, b) => b.turn - a.turn)
          .map((said, i) => (
            <SaidItem key={`${said.turn}-${said.power}-${i}`} said={said} />
          ))}
      </ul>
    </div>
  );
}

/** What the papers of the turn being read brought. */
function Papers(): JSX.Element {
  const { match, desk } = useRoom();
  const view = match.view.value;
  const turn = useReadTurn();
  const headlines = view === null || turn === 0 ? [] : newsOf(match.board, view, match.steps.value, turn);
  return (
    <section class="papers" aria-labelledby="papers-title">
      <h2 id="papers-title">{t('press.last')}</h2>
      {turn === 0 ? null : (
        <p class="dim small papers-date">
          {t('turn.short', { turn })}, {t('turn.quarter', quarterOf(match.board.scenario.start, turn))}
          {desk.readTurn.value === null || turn === view?.last.turn ? null : (
            <button type="button" class="quiet small" onClick={() => (desk.readTurn.value = null)}>
              {t('press.latest')}
            </button>
          )}
        </p>
      )}
      {headlines.length === 0 ? <p class="dim">{t(turn === 0 ? 'press.none' : 'paper.quiet')}</p> : null}
      <ol class="headlines">
        {headlines.map((headline, i) => (
          <HeadlineItem key={`${turn}-${i}`} board={match.board} headline={headline} lead={false} />
        ))}
      </ol>
    </section>
  );
}

function SaidItem({ said }: { readonly said: Spoken }): JSX.Element {
  const { match } = useRoom();
  return (
    <li class={said.power}>
      <SeatMark power={said.power} />
      <div>
        <p>
          <span class="dim small">{t('turn.short', { turn: said.turn })}</span> {wordsHeadlineText(match.board, said)}{' '}
          {said.venue === 'private' ? <span class="tag">{t('venue.private')}</span> : null}
        </p>
        <OwnWords said={said} />
      </div>
    </li>
  );
}
