/** What an order is likely to do, before it is given: alarm in each rival as a range, tension, cover. */
import type { JSX } from 'preact';
import type { Option } from '../../shared/game/options.ts';
import { type Preview, previewOrder } from '../../shared/game/preview.ts';
import { num } from '../i18n/format.ts';
import { powerName } from '../i18n/names.ts';
import { refusalSentence } from '../i18n/sentence.ts';
import { t } from '../i18n/text.ts';
import { coverList } from './cover-name.ts';
import { CoverageGain } from './coverage-gain.tsx';
import { useRoom } from './room-context.tsx';
import { SeatMark } from './seat-mark.tsx';
import { Term } from './term.tsx';

export function OrderPreview({ option }: { readonly option: Option }): JSX.Element | null {
  const { match } = useRoom();
  const [view, power] = [match.view.value, match.seat.value];
  if (view === null || power === null) return null;
  const preview = previewOrder(match.board, view.state, power, option.order);
  return (
    <div class="preview">
      <p class="small">{t(`order.${option.order.kind}.does`)}</p>
      <dl class="ranges">
        {preview.alarms.map((alarm) => (
          <Range key={alarm.rival} low={alarm.low} high={alarm.high}>
            <SeatMark power={alarm.rival} /> {t('preview.alarm', { power: powerName(alarm.rival) })}
          </Range>
        ))}
        <Range low={preview.tension.low} high={preview.tension.high}>
          {t('variable.tension')}
        </Range>
      </dl>
      <Cover cover={preview.cover} />
      <CoverageGain option={option} />
      <p class="small dim">
        {t('preview.guess')} <Term id="alarm" />
      </p>
      <AddButton option={option} />
    </div>
  );
}

function Cover({ cover }: { readonly cover: Preview['cover'] }): JSX.Element | null {
  const { match } = useRoom();
  if (cover.length === 0) return null;
  const list = coverList(match.board, cover);
  const count = cover[0]?.interceptors ?? 0;
  return <p class="small">{list === '' ? t('preview.cover-none', { count }) : t('preview.cover', { count, list })}</p>;
}

interface RangeProps {
  readonly low: number;
  readonly high: number;
  readonly children: JSX.Element | string | readonly (JSX.Element | string)[];
}

/** Rises to the right of the middle, falls to the left; what is off the line stands at its end, the figures are true. */
const HALF_RANGE = 6;
const placed = (value: number): number => 50 + (50 * Math.max(-HALF_RANGE, Math.min(HALF_RANGE, value))) / HALF_RANGE;
const NONE = 0.05;

function Range({ low, high, children }: RangeProps): JSX.Element {
  const none = Math.abs(low) < NONE && Math.abs(high) < NONE;
  return (
    <div class="range">
      <dt>{children}</dt>
      <dd>
        <span class="figure">{none ? t('range.none') : t('range', { low: num(low, '+'), high: num(high, '+') })}</span>
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
    match.considered.value = null;
    match.selectedSite.value = null;
  }
}
