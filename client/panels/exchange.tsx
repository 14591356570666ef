/** The exchange: tracks over the Pole, then silence, the counts, and how it came to that. Everybody has lost. */
import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Exchange as ExchangeState } from '../../shared/state/state.ts';
import { num } from '../i18n/format.ts';
import { language } from '../i18n/language.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { type ExchangeStage, exchangePicture, stagesOf } from '../model/exchange-picture.ts';
import type { Match } from '../model/match.ts';
import { ScreenHeading } from './heading.tsx';
import { keepMap } from './keep-map.ts';

/** Five minutes of flight take so long: slow enough to read, with nothing that flashes. */
const STAGE_MS = 900;
const AFTER: ExchangeStage = { wave: 'after', minute: 0 };

export function ExchangeScreen({ match }: { readonly match: Match }): JSX.Element | null {
  const exchange = match.view.value?.state.world.exchange;
  return exchange ? <Told match={match} exchange={exchange} /> : null;
}

function Told({ match, exchange }: { readonly match: Match; readonly exchange: ExchangeState }): JSX.Element {
  const stages = useMemo(() => stagesOf(match.board, exchange), [match, exchange]);
  const isStill = useMemo(() => matchMedia('(prefers-reduced-motion: reduce)').matches, []);
  const at = useSignal(isStill ? stages.length - 1 : 0);
  const stage = useComputed(() => stages[at.value] ?? AFTER);
  useEffect(() => {
    if (isStill) return;
    const timer = setInterval(() => {
      if (at.value < stages.length - 1) at.value += 1;
      else clearInterval(timer);
    }, STAGE_MS);
    return () => clearInterval(timer);
  }, [stages]);
  const isOver = stage.value.wave === 'after';
  const skip = (): void => {
    at.value = stages.length - 1;
  };
  return (
    <main class={`exchange ${isOver ? 'is-over' : ''}`}>
      <ExchangeMap match={match} exchange={exchange} stage={stage} />
      <div class="exchange-words">
        <ScreenHeading>{t('exchange.title')}</ScreenHeading>
        <p>{t(`exchange.${exchange.cause}`, { first: powerName(exchange.first), second: powerName(exchange.second) })}</p>
        <Minute stage={stage.value} exchange={exchange} />
        {/* Whoever hears the page has the counts at once; whoever sees it waits for them, as one did. */}
        <div class={isOver ? 'exchange-counts' : 'sr-only'}>
          <ExchangeTable exchange={exchange} />
        </div>
        {isOver ? <p class="all-lost">{t('exchange.all-lost')}</p> : null}
        {/* One button that changes its words, so that whoever skips keeps his place on the page. */}
        <button type="button" class={isOver ? 'primary' : 'quiet'} onClick={isOver ? () => match.proceed() : skip}>
          {t(isOver ? 'exchange.how' : 'exchange.skip')}
        </button>
      </div>
    </main>
  );
}

interface MinuteProps {
  readonly stage: ExchangeStage;
  readonly exchange: ExchangeState;
}

/** What flies now and for how long it has flown; nothing once it is over. */
function Minute({ stage, exchange }: MinuteProps): JSX.Element | null {
  if (stage.wave === 'after') return null;
  const isStrike = stage.wave === 'strike';
  return (
    <p class="exchange-minute" aria-hidden="true">
      <span class="figure">{t('exchange.minute', { minute: stage.minute })}</span>
      <span>
        {t('exchange.flying', {
          power: powerName(isStrike ? exchange.first : exchange.second),
          count: isStrike ? exchange.launchedFirst : exchange.survivingSecond,
        })}
      </span>
    </p>
  );
}

interface MapProps {
  readonly match: Match;
  readonly exchange: ExchangeState;
  readonly stage: ReadonlySignal<ExchangeStage>;
}

function ExchangeMap({ match, exchange, stage }: MapProps): JSX.Element {
  const holder = useRef<HTMLDivElement>(null);
  // Without a map the words and the table say the same.
  const failed = useSignal(false);
  useLayoutEffect(() => {
    const [element, state] = [holder.current, match.view.value?.state];
    if (element === null || !state) return;
    return keepMap(element, {
      projection: 'polar',
      picture() {
        void language.value;
        return exchangePicture({ board: match.board, state, exchange, stage: stage.value });
      },
      select: () => undefined,
      ready: () => undefined,
      failed: () => (failed.value = true),
    });
  }, [match, exchange]);
  return (
    <div class="exchange-stage" hidden={failed.value}>
      <div class="map" ref={holder} aria-hidden="true" tabIndex={-1} />
    </div>
  );
}

export function ExchangeTable({ exchange }: { readonly exchange: ExchangeState }): JSX.Element {
  const rows = [
    { key: 'launched', power: exchange.first, value: exchange.launchedFirst },
    { key: 'stopped', power: exchange.second, value: exchange.interceptedBySecond },
    { key: 'arrived', power: exchange.second, value: exchange.arrivingOnSecond },
    { key: 'survived', power: exchange.second, value: exchange.survivingSecond },
    { key: 'stopped', power: exchange.first, value: exchange.interceptedByFirst },
    { key: 'arrived', power: exchange.first, value: exchange.arrivingOnFirst },
  ];
  return (
    <table class="exchange-table">
      <caption>{t('exchange.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('exchange.what')}</th>
          <th scope="col">{t('exchange.warheads')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.key}${row.power}`}>
            <th scope="row">{t(`exchange.${row.key}`, { power: powerName(row.power) })}</th>
            <td class="figure">{num(row.value, '0')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
