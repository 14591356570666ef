/** How the gauges - tension, margins, fear and what moves them - are told: in figures, or in words where the facilitator hides numbers. */
import type { Effect } from '../../shared/state/ledger.ts';
import { num } from '../i18n/format.ts';
import { t } from '../i18n/text.ts';
import { nearnessOf, tenseness, thirdOf } from '../model/nearness.ts';
import { strengthOf } from '../model/speech-effect.ts';
import { useRoom } from './room-context.tsx';

interface Range {
  readonly low: number;
  readonly high: number;
}

export interface Gauges {
  readonly areInWords: boolean;
  tension(value: number): string;
  margin(value: number): string;
  /** A share of one. */
  fear(value: number): string;
  /** By how much something rises or falls, in points of a hundred. */
  by(points: number): string;
  marginBy(margin: number): string;
  between(range: Range, each: (value: number) => string): string;
}

/** So many points of tension weigh like a whole margin: a turn moves either by a few hundredths of its scale. */
const POINTS_OF_A_MARGIN = 30;
const NO_MOVE = 0.05;

/** Both ends where they are told apart. */
function span(key: string, range: Range, each: (value: number) => string): string {
  const [low, high] = [each(range.low), each(range.high)];
  return low === high ? low : t(key, { low, high });
}

const FIGURES: Gauges = {
  areInWords: false,
  tension: (value) => num(value, '0'),
  margin: (value) => num(value, '2'),
  fear: (value) => num(value, '%'),
  by: (points) => num(points, '+'),
  marginBy: (margin) => num(margin, '+2'),
  between: (range, each) => span('range', range, each),
};

const moved = (points: number): string =>
  Math.abs(points) < NO_MOVE ? t('range.none') : t(`likely.${points < 0 ? 'lower' : 'higher'}.${strengthOf(points)}`);

const WORDS: Gauges = {
  areInWords: true,
  tension: (value) => t(`tension-band.${tenseness(value)}`),
  margin: (value) => t(`band.${nearnessOf(value)}`),
  fear: (value) => t(`band.${thirdOf(value)}`),
  by: moved,
  marginBy: (margin) => moved(POINTS_OF_A_MARGIN * margin),
  between: (range, each) => span('gauge.between', range, each),
};

export const gaugesIn = (areInWords: boolean): Gauges => (areInWords ? WORDS : FIGURES);

/** As the reader of this room is to be told. */
export const useGauges = (): Gauges => gaugesIn(useRoom().match.areNumbersHidden.value);

/** What a ledger line did to a gauge, in words; null: it is told as it is. */
export function movedInWords(gauges: Gauges, line: Pick<Effect, 'subject' | 'variable' | 'before' | 'after'>): string | null {
  const { subject, variable, before, after } = line;
  if (!gauges.areInWords || subject !== 'world' || variable !== 'tension') return null;
  if (typeof before !== 'number' || typeof after !== 'number') return null;
  return t('gauge.moved', { now: gauges.tension(after), by: gauges.by(after - before) });
}
