/** What many games come to as lines of text. */
import { POWERS } from '../../shared/scenario/names.ts';
import type { Aim } from './aims.ts';
import type { Line } from './balance-lines.ts';
import type { Standing } from './bots.ts';
import { percent, points, score, share, source, told } from './figures.ts';
import type { Findings } from './findings.ts';
import type { Lift } from './lifts.ts';
import type { Opening } from './openings.ts';
import type { Report } from './report.ts';
import type { Step } from './sweep.ts';
import type { Instead } from './variant.ts';
import type { Words } from './words.ts';

export const linesOf = (report: Report, rules: readonly Line[]): readonly string[] => [
  ...gameLines(report.findings),
  ...report.aims.map(aimLine),
  ...(report.standings.length > 1 ? report.standings.map(standingLine) : []),
  ...report.openings.filter(({ isTooGood }) => isTooGood).map(openingLine),
  ...wordLines(report.words),
  ...report.lifts.map(liftLine),
  ...report.sweeps.map(stepLine),
  ...rules.map(ruleLine),
];

/** Of the games as the bots play them. */
function gameLines(findings: Findings): readonly string[] {
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

const aimLine = ({ power, id, isSecret, games, reached, spread, wins }: Aim): string =>
  `${power} ${isSecret ? 'secret aim      ' : 'aim             '} ${id}: reached ${share(reached)}, from game to game ${spreadTold(spread)}${
    wins === null ? '' : `; drawn in ${games} games, wins ${share(wins)}`
  }`;

export const spreadTold = (spread: number | null): string => (spread === null ? '?' : `±${percent(spread)}`);

const standingLine = ({ bot, wins, byChance, ahead }: Standing): string =>
  `bot                ${bot} wins ${share(wins)} of decided games, by chance ${percent(byChance)}; ahead of ${Object.entries(
    ahead,
  )
    .map(([other, part]) => `${other} in ${share(part)}`)
    .join(', ')}`;

const openingLine = ({ power, orders, games, wins }: Opening): string =>
  `opening too good   ${power}: ${orders} wins ${share(wins)} of ${games} games`;

const COMPARED: Readonly<Record<Instead, string>> = {
  silent: 'words, not silent  ',
  random: 'words, not random  ',
  unbound: 'bound, not unbound ',
  breaking: 'kept, not given up ',
  without: 'orders, not without',
};

/** Of the games that were played again with a seat's words left out or random. */
const wordLines = (words: Words): readonly string[] =>
  Object.entries(words).flatMap(([instead, bots]) =>
    Object.entries(bots ?? {})
      .filter(([bot, { differ }]) => bot === 'all' || differ > 0)
      .map(
        ([bot, { pairs, differ, better, gain, lead }]) =>
          `${COMPARED[instead as Instead]} ${bot}: better in ${share(better)} of ${differ} pairs that differ, of ${pairs}; score ${score(gain)}, lead ${score(lead)}`,
      ),
  );

function liftLine({ kind, power, games, played, times, ...found }: Lift): string {
  const head = `made to play       ${power} ${kind}:`;
  if (played === 0) return `${head} could not in any of ${games} games`;
  return `${head} ${points(found.lift)} points in the ${played} of ${games} games in which it could, ${times.toFixed(1)} times each; in peace ${points(found.inPeace)}; nuclear use ${points(found.nuclearUse)}`;
}

const stepLine = ({ path, stands, value, differ, games, nuclearUse, wins, scores, common, tension }: Step): string =>
  `${path}=${value} for ${stands}: changes ${differ} of ${games} games; nuclear use ${share(nuclearUse)}; ${POWERS.map(
    (power) => `${power} wins ${share(wins[power])}, score ${score(scores[power])}`,
  ).join('; ')}; common score ${points(common)}; tension ${points(tension)}`;

const HOLDS = { yes: 'holds', no: 'DOES NOT HOLD', 'not measured': 'not measured' } as const;

export const verdictOf = ({ holds, isSure }: Pick<Line, 'holds' | 'isSure'>): string =>
  holds === 'not measured' || isSure ? HOLDS[holds] : `${HOLDS[holds]}, chance could turn it`;

const ruleLine = (line: Line): string =>
  `RULES 11           ${line.line} (${line.wanted}): ${verdictOf(line)}${
    line.holds === 'not measured' ? `; ${line.measuredBy}` : `; ${line.figures.map(told).join(', ')}${source(line.from)}`
  }`;
