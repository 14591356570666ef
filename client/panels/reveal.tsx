/** The reveal: the front page of the quarter, told with the map, then the numbers and why; then on with the game. */
import { effect } from '@preact/signals';
import type { JSX, RefObject } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { quarterOf } from '../i18n/format.ts';
import { refusalSentence } from '../i18n/sentence.ts';
import { t } from '../i18n/text.ts';
import { type Headline, headlinesOf } from '../model/headlines.ts';
import type { SeenStep } from '../model/heard.ts';
import { mapEventsOf } from '../model/map-events.ts';
import { type Beat, beatsOf, createTelling, type Telling, toldLines } from '../model/telling.ts';
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
  return step ? <RevealOf key={`${step.turn}.${step.round}`} step={step} /> : null;
}

function RevealOf({ step }: { readonly step: SeenStep }): JSX.Element {
  const { match } = useRoom();
  const headlines = useMemo(() => headlinesOf(match.board, step).slice(0, MOST_HEADLINES), [match, step]);
  const telling = useTelling(step, headlines);
  const beat = telling.beat.value;
  const page = useRef<HTMLDivElement>(null);
  useFollowing(page, beat);
  return (
    <section class="reveal" aria-label={t('reveal.label')}>
      <div class="reveal-scroll" tabIndex={0} role="region" aria-label={t('reveal.paper')} ref={page}>
        <FrontPage step={step} headlines={headlines} told={beat.type === 'headline' ? beat.place : null} />
        <ReturnedOrders step={step} />
        <Changes step={step} when={beat.type === 'over' ? 'after' : beat.type === 'numbers' ? 'moving' : 'before'} />
        <PerceptionTaps turn={step.turn} />
      </div>
      <Foot telling={telling} />
    </section>
  );
}

/** Tells the step from its beginning, and the page how far it has come, so that the map keeps pace. */
function useTelling(step: SeenStep, headlines: readonly Headline[]): Telling {
  const { match, desk } = useRoom();
  const telling = useMemo(() => {
    const onMap = new Set(mapEventsOf(match.board, step).map((event) => Number.parseInt(event.id, 10)));
    return createTelling(beatsOf(headlines, onMap));
  }, [match, step, headlines]);
  useEffect(() => {
    // The last turn is what press and ledger tell of from here on.
    desk.readTurn.value = null;
    // Who wishes no motion has everything before him at once.
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) telling.finish();
    else telling.start();
    const follow = effect(() => {
      toldLines.value = telling.told.value;
    });
    return () => {
      telling.stop();
      follow();
      toldLines.value = null;
    };
  }, [telling, desk]);
  return telling;
}

/** Keeps what is being told in sight, unless the reader has gone elsewhere on the page himself. */
function useFollowing(page: RefObject<HTMLDivElement | null>, beat: Beat): void {
  const isLed = useRef(true);
  useEffect(() => {
    const element = page.current;
    const leave = (): void => {
      isLed.current = false;
    };
    for (const act of ['wheel', 'touchmove', 'keydown'] as const) element?.addEventListener(act, leave, { passive: true });
    return () => {
      for (const act of ['wheel', 'touchmove', 'keydown'] as const) element?.removeEventListener(act, leave);
    };
  }, [page]);
  useEffect(() => {
    const element = page.current;
    if (!isLed.current || element === null) return;
    const target = element.querySelector(beat.type === 'numbers' ? '#changes' : '.headline.telling');
    if (target !== null) bringIntoSight(element, target, beat.type === 'numbers');
  }, [page, beat]);
}

/** Scrolls the page of the paper alone: the room around it stands still. */
function bringIntoSight(page: HTMLElement, target: Element, toTop: boolean): void {
  const [frame, place] = [page.getBoundingClientRect(), target.getBoundingClientRect()];
  const isInSight = place.top >= frame.top && place.bottom <= frame.bottom;
  if (isInSight && !toTop) return;
  page.scrollTo({ top: page.scrollTop + place.top - frame.top, behavior: 'smooth' });
}

interface PageProps {
  readonly step: SeenStep;
  readonly headlines: readonly Headline[];
  /** The place of the headline that is being told. */
  readonly told: number | null;
}

function FrontPage({ step, headlines, told }: PageProps): JSX.Element {
  const { match } = useRoom();
  const { board } = match;
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
          <HeadlineItem
            key={`${step.turn}.${step.round}.${i}`}
            board={board}
            headline={headline}
            lead={i === 0}
            isTold={i === told}
          />
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

/** The way on is focused at once and leads on at once; Escape, Space or the other button show all that is still to be told. */
function Foot({ telling }: { readonly telling: Telling }): JSX.Element {
  const { match } = useRoom();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  const isOver = telling.beat.value.type === 'over';
  useEffect(() => {
    if (isOver) return;
    function onKey(event: KeyboardEvent): void {
      if (event.key !== 'Escape' && (event.key !== ' ' || isOther(event.target))) return;
      event.preventDefault();
      if (event.type === 'keyup') telling.finish();
    }
    // A button or a fold elsewhere on the page keeps its Space; only the way on, which has the focus at first, gives it up.
    function isOther(target: EventTarget | null): boolean {
      return target instanceof Element && target !== button.current && target.closest('button, summary, select') !== null;
    }
    // Both halves of the key: a button is pressed by letting Space go.
    document.addEventListener('keydown', onKey);
    document.addEventListener('keyup', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('keyup', onKey);
    };
  }, [telling, isOver]);
  return (
    <div class="reveal-foot">
      {isOver ? null : (
        <button type="button" class="quiet" onClick={telling.finish}>
          {t('reveal.all')}
        </button>
      )}
      <button type="button" class="primary" ref={button} onClick={() => match.acknowledge()}>
        {t('reveal.continue')}
      </button>
    </div>
  );
}
