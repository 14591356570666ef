/** The press: what was in the papers last turn, and everything that was said in public before. */
import type { JSX } from 'preact';
import type { Spoken } from '../../shared/state/state.ts';
import { t } from '../i18n/text.ts';
import { headlinesOf } from '../model/headlines.ts';
import { HeadlineItem, wordsHeadlineText } from './headline-text.tsx';
import { OwnWords } from './own-words.tsx';
import { useRoom } from './room-context.tsx';
import { SeatMark } from './seat-mark.tsx';

export function Press(): JSX.Element {
  const { match } = useRoom();
  const last = match.steps.value.at(-1);
  const headlines = last ? headlinesOf(match.board, last) : [];
  const spoken = Object.values(match.view.value?.state.spoken ?? {});
  const seat = match.seat.value;
  const shown = spoken.filter((said) => said.venue !== 'private' || said.power === seat || said.target === seat);
  return (
    <div class="press">
      <h2>{t('press.last')}</h2>
      {headlines.length === 0 ? <p class="dim">{t('press.none')}</p> : null}
      <ol class="headlines">
        {headlines.map((headline, i) => (
          <HeadlineItem key={`${last?.turn}-${i}`} board={match.board} headline={headline} lead={false} />
        ))}
      </ol>
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
