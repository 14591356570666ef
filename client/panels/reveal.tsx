/** The reveal: the front page of the quarter, what changed and why, what came back; then on with the game. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { quarterOf } from '../i18n/format.ts';
import { refusalSentence } from '../i18n/sentence.ts';
import { t } from '../i18n/text.ts';
import { headlinesOf } from '../model/headlines.ts';
import type { SeenStep } from '../model/heard.ts';
import { Changes } from './changes.tsx';
import { ScreenHeading } from './heading.tsx';
import { HeadlineItem } from './headline-text.tsx';
import { PerceptionTaps } from './perception-taps.tsx';
import { useRoom } from './room-context.tsx';

/** More than these are read in the press tab. */
const MOST_HEADLINES = 9;

export function Reveal(): JSX.Element | null {
  const { match } = useRoom();
  const step = match.steps.value.at(-1);
  if (!step) return null;
  return (
    <section class="reveal" aria-label={t('reveal.label')}>
      <div class="reveal-scroll" tabIndex={0} role="region" aria-label={t('reveal.paper')}>
        <FrontPage step={step} />
        <ReturnedOrders step={step} />
        <Changes step={step} />
        <PerceptionTaps turn={step.turn} />
      </div>
      <ContinueButton />
    </section>
  );
}

function FrontPage({ step }: { readonly step: SeenStep }): JSX.Element {
  const { match } = useRoom();
  const { board } = match;
  const headlines = headlinesOf(board, step).slice(0, MOST_HEADLINES);
  const quarter = quarterOf(board.scenario.start, step.turn);
  return (
    <article class="front-page">
      <header>
        <ScreenHeading at={`${step.turn}.${step.round}`}>{t('paper.name')}</ScreenHeading>
        <p class="dateline">
          <span>{t('turn.quarter', quarter)}</span>
          <span>{step.round > 0 ? t('paper.round', { round: step.round }) : t('paper.turn', { turn: step.turn })}</span>
        </p>
      </header>
      {headlines.length === 0 ? <p>{t('paper.quiet')}</p> : null}
      <ol class="headlines">
        {headlines.map((headline, i) => (
          <HeadlineItem key={`${step.turn}.${step.round}.${i}`} board={board} headline={headline} lead={i === 0} />
        ))}
      </ol>
    </article>
  );
}

function ReturnedOrders({ step }: { readonly step: SeenStep }): JSX.Element | null {
  const { match } = useRoom();
  const { returned } = step.view;
  if (returned.length === 0) return null;
  return (
    <section class="returned">
      <h2>{t('reveal.returned')}</h2>
      <ul>
        {returned.map((back) => (
          <li key={`${back.what}${back.index}`}>
            {t(`returned.${back.what}`, { place: back.index + 1 })}{' '}
            <span class="reason">{refusalSentence(match.board, back.refusal)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Focused at once, so that one key goes on; nothing goes on by itself. */
function ContinueButton(): JSX.Element {
  const { match } = useRoom();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <div class="reveal-foot">
      <button type="button" class="primary" ref={button} onClick={() => match.acknowledge()}>
        {t('reveal.continue')}
      </button>
    </div>
  );
}
