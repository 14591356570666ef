/** The exchange: tracks over the Pole, then silence, the counts, and how it came to that. Everybody has lost. */
import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Power } from '../../shared/scenario/names.ts';
import type { Exchange as ExchangeState } from '../../shared/state/state.ts';
import { num } from '../i18n/format.ts';
import { language } from '../i18n/language.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { type ExchangeStage, exchangePicture, stagesOf } from '../model/exchange-picture.ts';
import type { Match } from '../model/match.ts';
import { ScreenHeading } from './heading.tsx';
import { keepMap } from './keep-map.ts';
import { Reckoned } from './reckoned.tsx';
import { StruckForces } from './struck-forces.tsx';

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

/** Each count with the sentence that says how it was reckoned, and what of the other counts goes into it. */
function rowsOf(exchange: ExchangeState) {
  const { first, second, launchedFirst, survivingSecond } = exchange;
  const defended = (power: Power, stopped: number, arrived: number) => {
    const from = { coming: num(stopped + arrived, '0'), stopped: num(stopped, '0') };
    return [
      { key: 'stopped', power, value: stopped, why: 'stopped', from },
      { key: 'arrived', power, value: arrived, why: 'arrived', from },
    ];
  };
  const onSecond = exchange.interceptedBySecond + exchange.arrivingOnSecond;
  const atForces = num(launchedFirst - onSecond, '0');
  return [
    {
      key: 'launched',
      power: first,
      value: launchedFirst,
      why: 'launched',
      from: { forces: atForces, aims: num(onSecond, '0') },
    },
    ...defended(second, exchange.interceptedBySecond, exchange.arrivingOnSecond),
    { key: 'survived', power: second, value: survivingSecond, why: 'survived', from: { forces: atForces } },
    ...defended(first, exchange.interceptedByFirst, exchange.arrivingOnFirst),
  ];
}

export function ExchangeTable({ exchange }: { readonly exchange: ExchangeState }): JSX.Element {
  return (
    <>
      <CountsTable rows={rowsOf(exchange)} />
      <StruckForces exchange={exchange} />
    </>
  );
}

function CountsTable({ rows }: { readonly rows: ReturnType<typeof rowsOf> }): JSX.Element {
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
            <td>
              <Reckoned
                name={t(`exchange.${row.key}`, { power: powerName(row.power) })}
                value={num(row.value, '0')}
                says={[t(`reckoned.${row.why}`, row.from)]}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
