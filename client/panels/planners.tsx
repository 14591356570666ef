/** What each rival last said to us in public, beside what our planners believe of it. */
import type { JSX } from 'preact';
import type { Power } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { wordsToward } from '../model/promises.ts';
import { Beliefs } from './beliefs.tsx';
import { wordsHeadlineText } from './headline-text.tsx';
import { OwnWords } from './own-words.tsx';
import { useRoom } from './room-context.tsx';
import { SeatMark } from './seat-mark.tsx';
import { Term } from './term.tsx';

export function Planners(): JSX.Element | null {
  const { match } = useRoom();
  const briefing = match.briefing.value;
  const [state, seat] = [match.view.value?.state, match.seat.value];
  if (briefing === null || state === undefined || seat === null) return null;
  return (
    <section aria-labelledby="planners-title">
      <h3 id="planners-title">{t('planners.title')}</h3>
      <p class="dim small">
        {t('planners.explains')} <Term id="launch-under-attack" />
      </p>
      {briefing.toward.map((toward) => (
        <article class={`rival ${toward.rival}`} key={toward.rival}>
          <h4>
            <SeatMark power={toward.rival} /> {powerName(toward.rival)}
          </h4>
          <SpokenWords state={state} rival={toward.rival} seat={seat} />
          <p class="beside">{t('planners.believe')}</p>
          <Beliefs state={state} toward={toward} seat={seat} />
        </article>
      ))}
    </section>
  );
}

/** So many of a rival's last words to us stand beside the beliefs; the rest are in the press. */
const MOST_WORDS = 2;

interface WordsProps {
  readonly state: State;
  readonly rival: Power;
  readonly seat: Power;
}

function SpokenWords({ state, rival, seat }: WordsProps): JSX.Element {
  const { match } = useRoom();
  const words = wordsToward(state, rival, seat, MOST_WORDS);
  if (words.length === 0) return <p class="dim small">{t('planners.silent')}</p>;
  return (
    <>
      <p class="beside">{t('planners.say')}</p>
      <ul class="latest-words small">
        {words.map((said) => (
          <li key={`${said.turn}${said.speaker}${said.kind}${said.subject}`}>
            <span class="dim">{t('turn.short', { turn: said.turn })}</span> {wordsHeadlineText(match.board, said)}
            <OwnWords said={said} />
            {said.belied ? <span class="reason">{t('planners.belied')}</span> : null}
          </li>
        ))}
      </ul>
    </>
  );
}
