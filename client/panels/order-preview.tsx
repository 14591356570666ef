/** What an order is likely to do, before it is given: alarm in each rival as a range, relief at home, tension, cover. */
import type { JSX } from 'preact';
import type { Option } from '../../shared/game/options.ts';
import { type Alarm, type Preview, previewOrder, type Relief, type Shift } from '../../shared/game/preview.ts';
import type { Order } from '../../shared/orders/sheet.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { num } from '../i18n/format.ts';
import { powerName } from '../i18n/names.ts';
import { refusalSentence } from '../i18n/sentence.ts';
import { t } from '../i18n/text.ts';
import { brokenWords } from './broken-words.ts';
import { coverList } from './cover-name.ts';
import { CoverageGain } from './coverage-gain.tsx';
import { useGauges } from './gauge-words.ts';
import { Reckoned } from './reckoned.tsx';
import { useRoom } from './room-context.tsx';
import { SeatMark } from './seat-mark.tsx';
import { showWeighed } from './show-weighed.ts';
import { Term } from './term.tsx';

export function OrderPreview({ option }: { readonly option: Option }): JSX.Element | null {
  const { match } = useRoom();
  const gauges = useGauges();
  const [view, power] = [match.view.value, match.seat.value];
  if (view === null || power === null) return null;
  const preview = previewOrder(match.board, view.state, power, option.order);
  return (
    <div class="preview">
      <p class="small">{t(`order.${option.order.kind}.does`)}</p>
      <dl class="ranges">
        <Price option={option} />
        {preview.alarms.map((alarm) => {
          const name = t('preview.alarm', { power: powerName(alarm.rival) });
          return (
            <Range
              key={alarm.rival}
              name={name}
              range={alarm}
              says={gauges.areInWords ? [t('gauge.told-in-words')] : alarmWhy(alarm)}
            >
              <SeatMark power={alarm.rival} /> {name}
            </Range>
          );
        })}
        {preview.reliefs.filter(isFelt).map((relief) => (
          <OwnFear key={relief.rival} relief={relief} />
        ))}
        <Range
          name={t('variable.tension')}
          range={preview.tension}
          says={[
            gauges.areInWords
              ? t('gauge.told-in-words')
              : t('preview.why-tension', {
                  own: num(preview.tension.low, '+'),
                  tension: num(view.state.world.tension, '0'),
                  fear: num(preview.tension.fear, '+'),
                }),
          ]}
        >
          {t('variable.tension')}
        </Range>
      </dl>
      <Cover cover={preview.cover} />
      <CoverageGain option={option} />
      <p class="small dim">
        {t('preview.guess')} <Term id="alarm" />
      </p>
      <BrokenPledges state={view.state} power={power} order={option.order} />
      <AddButton option={option} />
    </div>
  );
}

interface Breaking {
  readonly state: State;
  readonly power: Power;
  readonly order: Order;
}

/** To break one's word is allowed, and not unawares. */
function BrokenPledges({ order, ...speaking }: Breaking): JSX.Element {
  const { match } = useRoom();
  return (
    <>
      {brokenWords(match, speaking, order).map((words) => (
        <p class="reason" key={words}>
          {words}
        </p>
      ))}
    </>
  );
}

/** Only what it does to one of the two stands there: most orders change nothing of what the own planners fear. */
const isFelt = ({ change }: Relief): boolean => Math.abs(change) >= NONE;

function OwnFear({ relief: { rival, change, shift } }: { readonly relief: Relief }): JSX.Element {
  const gauges = useGauges();
  const name = t('preview.relief', { power: powerName(rival) });
  const says = gauges.areInWords ? t('gauge.told-in-words') : t('preview.why-relief', toldOf(shift));
  return (
    <Range name={name} range={{ low: change, high: change }} says={[says]}>
      {name}
    </Range>
  );
}

function Price({ option }: { readonly option: Option }): JSX.Element {
  const { match } = useRoom();
  const left = num(match.draft.checked.value.money, '1');
  return (
    <div class="range">
      <dt>{t('preview.price')}</dt>
      <dd>
        <Reckoned name={t('preview.price')} value={num(option.money, '1')} says={[t('preview.why-price', { left })]} />
      </dd>
    </div>
  );
}

/** The two ends of the range, each from what arrives to what is feared. */
const alarmWhy = ({ least, worst }: Alarm): readonly string[] => [
  t('preview.why-least', toldOf(least)),
  t('preview.why-worst', toldOf(worst)),
];

const toldOf = ({ before, after }: Shift): Readonly<Record<string, string>> => ({
  was: num(before.arriving, '0'),
  is: num(after.arriving, '0'),
  before: num(before.fear * 100, '1'),
  after: num(after.fear * 100, '1'),
});

function Cover({ cover }: { readonly cover: Preview['cover'] }): JSX.Element | null {
  const { match } = useRoom();
  if (cover.length === 0) return null;
  const list = coverList(match.board, cover);
  const count = cover[0]?.interceptors ?? 0;
  return <p class="small">{list === '' ? t('preview.cover-none', { count }) : t('preview.cover', { count, list })}</p>;
}

interface RangeProps {
  readonly name: string;
  readonly range: { readonly low: number; readonly high: number };
  readonly says: readonly string[];
  readonly children: JSX.Element | string | readonly (JSX.Element | string)[];
}

/** Rises to the right of the middle, falls to the left; what is off the line stands at its end, the figures are true. */
const HALF_RANGE = 6;
const placed = (value: number): number => 50 + (50 * Math.max(-HALF_RANGE, Math.min(HALF_RANGE, value))) / HALF_RANGE;
const NONE = 0.05;

function Range({ name, range: { low, high }, says, children }: RangeProps): JSX.Element {
  const gauges = useGauges();
  const none = Math.abs(low) < NONE && Math.abs(high) < NONE;
  return (
    <div class="range">
      <dt>{children}</dt>
      <dd>
        <Reckoned name={name} value={none ? t('range.none') : gauges.between({ low, high }, gauges.by)} says={says} />
        <span class="range-line" aria-hidden="true">
          <span
            class={low + high > 0 ? 'rise' : 'fall'}
            style={{ left: `${placed(low)}%`, width: `${Math.max(none ? 0 : 1.5, placed(high) - placed(low))}%` }}
          />
        </span>
      </dd>
    </div>
  );
}

function AddButton({ option }: { readonly option: Option }): JSX.Element {
  const { match } = useRoom();
  const { draft } = match;
  const refusal = draft.refusalOfOrder(option.order);
  const reason = draft.locked.value ? t('sheet.locked-edit') : refusal ? refusalSentence(match.board, refusal) : null;
  return (
    <>
      <button type="button" class="primary" disabled={reason !== null} onClick={add}>
        {t('orders.add')}
      </button>
      {reason === null ? null : <p class="reason">{reason}</p>}
    </>
  );

  function add(): void {
    draft.addOrder(option.order);
    // The button goes with the preview: whoever pressed it stays at the order, which can now be taken off.
    showWeighed()?.focus({ preventScroll: true });
    match.considered.value = null;
    match.selectedSite.value = null;
  }
}
