/** The findings of many games as lines of a table. */
import { POWERS } from '../../shared/scenario/names.ts';
import type { Interval } from './intervals.ts';
import type { Findings } from './simulate-findings.ts';
import type { Instead, Words } from './simulate-words.ts';

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
const share = ({ estimate, low, high }: Interval): string => `${percent(estimate)} (${percent(low)} to ${percent(high)})`;
const score = ({ estimate, low, high }: Interval): string => `${estimate.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;

const points = ({ estimate, low, high }: Interval): string => `${estimate.toFixed(1)} (${low.toFixed(1)} to ${high.toFixed(1)})`;

/** Of the games as the bots play them. */
export function linesOf(findings: Findings): readonly string[] {
  const rungs = (of: Findings['rungs']): string =>
    Object.entries(of)
      .map(([rung, part]) => `${rung}: ${percent(part)}`)
      .join(', ');
  return [
    `nuclear use        ${share(findings.nuclearUse)}, by strike ${percent(findings.byStrike)}, by accident ${percent(findings.byAccident)}`,
    ...POWERS.map(
      (power) =>
        `${power} wins            ${share(findings.wins[power])} of decided games; score ${score(findings.scores[power])} in peace`,
    ),
    `common score       ${points(findings.common)} of 100`,
    `winners' opening   commonest ${share(findings.opening.share)}: ${findings.opening.orders}`,
    `crises a game      ${findings.crises.toFixed(2)}; length ${findings.turns.toFixed(1)} turns; tension ${findings.tension.toFixed(0)}; smallest margin ${findings.smallestMargin.toFixed(2)}`,
    `Russia-China rung  highest ${rungs(findings.rungsReached)}; at the end ${rungs(findings.rungs)}`,
    ...POWERS.map(
      (power) =>
        `${power} orders          ${Object.entries(findings.orders[power])
          .sort(([, a], [, b]) => b - a)
          .map(([kind, part]) => `${kind} ${percent(part)}`)
          .join(', ')}`,
    ),
  ];
}

const COMPARED: Readonly<Record<Instead, string>> = {
  silent: 'words, not silent  ',
  random: 'words, not random  ',
  unbound: 'bound, not unbound ',
  breaking: 'kept, not given up ',
  without: 'orders, not without',
};

/** Of the games that were played again with a seat's words left out or random. */
export const wordLines = (words: Words): readonly string[] =>
  Object.entries(words).flatMap(([instead, bots]) =>
    Object.entries(bots ?? {})
      .filter(([bot, { differ }]) => bot === 'all' || differ > 0)
      .map(
        ([bot, { pairs, differ, better, gain, lead }]) =>
          `${COMPARED[instead as Instead]} ${bot}: better in ${share(better)} of ${differ} pairs that differ, of ${pairs}; score ${score(gain)}, lead ${score(lead)}`,
      ),
  );
