/** The world behind the front door: opened once the page has nothing better to do, never where it would be a burden. */
import { useSignal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { num, quarterOf } from '../i18n/format.ts';
import { t } from '../i18n/text.ts';
import { headlinesOf } from '../model/headlines.ts';
import type { Match } from '../model/match.ts';
import { watch } from '../model/page.ts';
import { beginShow, endShow, isHeld, show } from '../model/show.ts';
import { headlineText } from './headline-text.tsx';
import { isWide } from './wide.ts';

/** The longest that a busy page keeps the world waiting. */
const IDLE_PATIENCE_MS = 5000;

/** The picture is fetched with the world: neither is part of what the front door weighs. */
export function HomeWorld(): JSX.Element | null {
  const Picture = useSignal<ComponentType<{ readonly match: Match }> | null>(null);
  useEffect(() => (isWide.value ? whenIdle(begin) : undefined), [isWide.value]);
  const match = show.value;
  const Drawn = Picture.value;
  return match === null || Drawn === null ? null : <Drawn match={match} />;

  function begin(): () => void {
    const look = (): void => (document.hidden ? endShow() : void beginShow());
    void import('./world-picture.tsx').then(({ WorldPicture }) => (Picture.value = WorldPicture));
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      endShow();
    };
  }
}

/** Only where it is welcome: not against the wish for less motion or less data. Answers how to call it off. */
function whenIdle(begin: () => () => void): () => void {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  if (connection?.saveData === true || matchMedia('(prefers-reduced-motion: reduce)').matches) return () => undefined;
  let end = (): void => undefined;
  const start = (): void => {
    end = begin();
  };
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(start, IDLE_PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      end();
    };
  }
  const idle = requestIdleCallback(start, { timeout: IDLE_PATIENCE_MS });
  return () => {
    cancelIdleCallback(idle);
    end();
  };
}

/** What happens in the world, and one tap into it. */
export function WatchPlate({ isOpening }: { readonly isOpening: boolean }): JSX.Element {
  const match = show.value;
  return (
    <section class="watch-plate" aria-labelledby="watch-title">
      {match === null ? null : <Told match={match} />}
      <div class="watch-ways">
        <h2 id="watch-title" class="sr-only">
          {t('home.watch')}
        </h2>
        <button type="button" class="quiet" disabled={isOpening} onClick={() => void watch()}>
          {t('home.watch')}
        </button>
        {match === null ? (
          <p class="small dim">{t('home.watch-means')}</p>
        ) : (
          <button type="button" class="quiet" aria-pressed={isHeld.value} onClick={() => (isHeld.value = !isHeld.value)}>
            {t('home.hold')}
          </button>
        )}
      </div>
    </section>
  );
}

/** The quarter, the tension and the first headline, as plain words: what a listener is not told unasked. */
function Told({ match }: { readonly match: Match }): JSX.Element | null {
  const world = match.view.value?.state.world;
  if (world === undefined) return null;
  const { board } = match;
  const step = match.steps.value.at(-1);
  const [first] = step === undefined ? [] : headlinesOf(board, step);
  const quarter = quarterOf(board.scenario.start, step?.turn ?? world.turn);
  return (
    <div class="watch-told">
      <p class="small dim">
        {t('turn.quarter', quarter)} · {t('term.tension')} <span class="figure">{num(world.tension, '0')}</span>
      </p>
      <p class="watch-headline">
        {step === undefined ? t('home.show-begins') : first === undefined ? t('paper.quiet') : headlineText(board, first)}
      </p>
    </div>
  );
}
