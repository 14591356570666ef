/** What my planners believe of each rival, beside what that rival last said in public. */
import type { JSX } from 'preact';
import type { Power } from '../../shared/scenario/names.ts';
import type { Spoken } from '../../shared/state/state.ts';
import { num } from '../i18n/format.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { wordsHeadlineText } from './headline-text.tsx';
import { OwnWords } from './own-words.tsx';
import { useRoom } from './room-context.tsx';
import { SeatMark } from './seat-mark.tsx';
import { Term } from './term.tsx';

export function Planners(): JSX.Element | null {
  const { match } = useRoom();
  const briefing = match.briefing.value;
  if (briefing === null) return null;
  return (
    <section aria-labelledby="planners-title">
      <h3 id="planners-title">{t('planners.title')}</h3>
      <p class="dim small">{t('planners.explains')}</p>
      {briefing.toward.map((rival) => (
        <article class={`rival ${rival.rival}`} key={rival.rival}>
          <h4>
            <SeatMark power={rival.rival} /> {t('planners.towards', { power: powerName(rival.rival) })}
          </h4>
          <dl class="beliefs">
            <Belief term={<Term id="margin" />} value={num(rival.margin, '2')} alert={rival.margin < 0} />
            <Belief term={<Term id="fear" />} value={num(rival.fear, '%')} alert={false} />
            <Belief term={<Term id="arriving" />} value={num(rival.arriving, '0')} alert={false} />
            <Belief term={<Term id="outlook" />} value={num(rival.interceptors, '0')} alert={false} />
          </dl>
          <LatestWords power={rival.rival} />
        </article>
      ))}
    </section>
  );
}

function Belief({
  term,
  value,
  alert,
}: {
  readonly term: JSX.Element;
  readonly value: string;
  readonly alert: boolean;
}): JSX.Element {
  return (
    <div class={alert ? 'alert' : ''}>
      <dt>{term}</dt>
      <dd class="figure">{value}</dd>
    </div>
  );
}

function LatestWords({ power }: { readonly power: Power }): JSX.Element {
  const { match } = useRoom();
  const said = latestPublic(Object.values(match.view.value?.state.spoken ?? {}), power);
  if (!said) return <p class="dim small">{t('planners.silent')}</p>;
  return (
    <p class="small latest-words">
      <span class="dim">{t('turn.short', { turn: said.turn })}</span> {wordsHeadlineText(match.board, said)}
      <OwnWords said={said} />
    </p>
  );
}

export function latestPublic(spoken: readonly Spoken[], power: Power): Spoken | undefined {
  return spoken
    .filter((said) => said.power === power && said.venue !== 'private')
    .reduce<Spoken | undefined>((last, said) => (last && last.turn > said.turn ? last : said), undefined);
}
