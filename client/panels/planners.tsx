/** What my planners believe of each rival, beside what that rival last said in public. */
import type { JSX } from 'preact';
import type { Power } from '../../shared/scenario/names.ts';
import type { Spoken } from '../../shared/state/state.ts';
import { num } from '../i18n/format.ts';
import { nameOf, powerName } from '../i18n/names.ts';
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
      <Systems />
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

/** How well each system is believed to work: the rival's prudence and the owner's pride over the same tests. */
function Systems(): JSX.Element | null {
  const { match } = useRoom();
  const systems = match.briefing.value?.systems ?? [];
  if (systems.length === 0) return null;
  return (
    <details class="systems">
      <summary>{t('systems.title')}</summary>
      <p class="small dim">
        {t('systems.explains')} <Term id="dilemma" />
      </p>
      <table class="plain">
        <caption class="sr-only">{t('systems.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('systems.system')}</th>
            <th scope="col">{t('systems.rival')}</th>
            <th scope="col">{t('systems.public')}</th>
            <th scope="col">{t('systems.owner')}</th>
          </tr>
        </thead>
        <tbody>
          {systems.map((system) => (
            <tr key={system.interceptor}>
              <th scope="row" class={system.owner}>
                {nameOf(match.board, system.interceptor)}
              </th>
              <td class="figure">{num(system.rivalView, '2')}</td>
              <td class="figure">{num(system.publicMean, '2')}</td>
              <td class="figure">{num(system.ownerView, '2')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
