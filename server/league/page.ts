/** What many games come to as one page of HTML that needs no network: each chart of it is also a table. */
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import type { Line } from './balance-lines.ts';
import { type Dot, dotChart, escaped } from './charts.ts';
import { inUnit, percent, points, score, share, source, told } from './figures.ts';
import type { Interval } from './intervals.ts';
import { MOST_LIFT } from './lifts.ts';
import { mixOf } from './mix.ts';
import { LEAST_OPENINGS, MOST_OPENING_WINS, type Opening } from './openings.ts';
import { STYLE } from './page-style.ts';
import type { Report } from './report.ts';
import { seatingsTold } from './seatings.ts';
import { pathsOf } from './sweep.ts';
import { spreadTold, verdictOf } from './table.ts';
import type { Terms } from './terms.ts';
import type { Instead } from './variant.ts';
import type { Unit } from './verdict.ts';

export interface Told {
  readonly terms: Terms;
  readonly games: number;
  /** What to call to have it again. */
  readonly command: string;
  readonly report: Report;
  readonly lines: readonly Line[];
}

const NAMES: Readonly<Record<Power, string>> = { us: 'United States', ru: 'Russia', cn: 'China' };
const ofSeat = (power: Power): string => (power === 'us' ? `the ${NAMES.us}` : NAMES[power]);

const HOW_TO_READ = [
  'RULES 11 is the list of what play has to show of a scenario; docs/balance.md answers it for those that are shipped. A line holds by its estimate; where its interval reaches over the bound, chance could turn it, and more games tell more. Of many figures at once only those count that are surely outside.',
  'Scores go from 0 to 1. A game is decided if it ends without nuclear use and one seat scores most. By chance: what a bot would win that is no better than the others. Lead: the own score less the best other one. Margin: below 0, going first would look cheaper than waiting. Rung: a step on the ladder of cooperation of Russia and China.',
];

export function pageOf(told: Told): string {
  const { terms, games, command, report, lines } = told;
  const title = `${games} games of ${terms.scenario}`;
  const body = [
    `<h1>${escaped(title)}</h1>`,
    `<p>Theory: ${terms.theory}. Seed: ${escaped(terms.seed)}. Seats: ${escaped(seatingsTold(terms.seats))}. Intervals are of 95 %.</p>`,
    `<p>To run it again: <code>${escaped(command)}</code></p>`,
    ...HOW_TO_READ.map((line) => `<p>${escaped(line)}</p>`),
    ...rulesPart(lines),
    ...gamesPart(report),
    ...aimsPart(report),
    ...botsPart(report),
    ...openingsPart(report),
    ...slotsPart(report),
    ...wordsPart(report),
    ...liftsPart(report),
    ...sweepsPart(report),
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style></head>
<body><main>
${body.join('\n')}
</main></body></html>
`;
}

function tableOf(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: string, row: readonly string[]): string => row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('');
  const body = rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('\n');
  return `<div class="wide"><table><thead><tr>${cells('th', heads)}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}

function rulesPart(lines: readonly Line[]): readonly string[] {
  const found = (line: Line): string =>
    line.holds === 'not measured' ? `measured by ${line.measuredBy}` : `${line.figures.map(told).join('; ')}${source(line.from)}`;
  const rows = lines.map((line) => [line.line, line.wanted, found(line), verdictOf(line).toLowerCase()]);
  return ['<h2>What balance has to show (RULES 11)</h2>', tableOf(['line', 'wanted', 'found', 'holds'], rows)];
}

/** A chart of dots and the table of the same. */
interface Plotted {
  readonly title: string;
  readonly unit: Unit;
  readonly rows: readonly { readonly name: string; readonly value: Interval; readonly more?: readonly string[] }[];
  readonly heads: readonly string[];
  readonly wanted?: readonly [number, number];
  readonly include: readonly number[];
}

const TICKS: Readonly<Record<Unit, (value: number) => string>> = {
  share: (value) => `${Math.round(100 * value)} %`,
  points: (value) => String(Math.round(100 * value) / 100),
  score: (value) => String(Math.round(1000 * value) / 1000),
};

function plotted({ title, unit, rows, heads, wanted, include }: Plotted): readonly string[] {
  if (rows.length === 0) return [];
  const dots = rows.map(({ name, value }): Dot => ({ name, value, told: inUnit({ unit, value }) }));
  const chart = dotChart({ title, dots, include, tick: TICKS[unit], ...(wanted ? { wanted } : {}) });
  return [
    `<h2>${escaped(title)}</h2>`,
    `<div class="wide">${chart}</div>`,
    tableOf(
      heads,
      rows.map(({ name, value, more = [] }) => [name, inUnit({ unit, value }), ...more]),
    ),
  ];
}

function gamesPart({ seatings, findings, causes, topRung }: Report): readonly string[] {
  const wins = POWERS.map((power) => ({
    name: NAMES[power],
    value: findings.wins[power],
    more: [score(findings.scores[power])],
  }));
  const rungs = Object.entries(findings.rungsReached).map(([rung, part]) => `${rung}: ${percent(part)}`);
  return [
    ...plotted({
      title: 'Who wins',
      unit: 'share',
      rows: wins,
      heads: ['seat', 'share of decided games', 'score in peace, 0 to 1'],
      // RULES 11 asks it of strategists; other bots are unequal in more than their seats.
      ...(mixOf({ seatings }) === 'strategists' ? { wanted: [0.28, 0.39] as const } : {}),
      include: [0, 0.6],
    }),
    ...plotted({
      title: 'Nuclear use',
      unit: 'share',
      rows: [
        { name: 'nuclear use', value: findings.nuclearUse },
        { name: 'by strike', value: causes.strike },
        { name: 'by accident', value: causes.accident },
      ],
      heads: ['cause', 'share of games'],
      include: [0, 0.2],
    }),
    '<h2>How games go</h2>',
    tableOf(
      ['what', 'found'],
      [
        ['common score, of 100', points(findings.common)],
        ['crises a game', findings.crises.toFixed(2)],
        ['length in turns', findings.turns.toFixed(1)],
        ['tension', findings.tension.toFixed(0)],
        ['smallest margin', findings.smallestMargin.toFixed(2)],
        ['top rung between Russia and China reached', share(topRung)],
        ['highest rung reached', rungs.join(', ')],
      ],
    ),
  ];
}

const aimsPart = ({ aims }: Report): readonly string[] =>
  POWERS.flatMap((power) =>
    plotted({
      title: `Aims of ${ofSeat(power)}`,
      unit: 'share',
      rows: aims
        .filter((aim) => aim.power === power)
        .map(({ id, isSecret, games, reached, spread, wins }) => ({
          name: isSecret ? `${id}, secret` : id,
          value: reached,
          more: [spreadTold(spread), String(games), wins === null ? '' : share(wins)],
        })),
      heads: ['aim', 'reached', 'from game to game', 'games without nuclear use', 'wins with it, of decided games'],
      include: [0, 1],
    }),
  );

function botsPart({ standings }: Report): readonly string[] {
  if (standings.length < 2) return [];
  const rows = standings.map(({ bot, wins, byChance, ahead }) => {
    const others = Object.entries(ahead).map(([other, part]) => `${other}: ${share(part)}`);
    return { name: bot, value: wins, more: [percent(byChance), others.join('; ')] };
  });
  return plotted({
    title: 'Bots against one another',
    unit: 'share',
    rows,
    heads: ['bot', 'wins of decided games', 'by chance', 'comes out ahead of, without nuclear use'],
    include: [0, 0.6],
  });
}

/** So many openings are drawn: those that win most. */
const OPENINGS_SHOWN = 20;

const openingsPart = ({ openings }: Report): readonly string[] =>
  ([1, 2] as const).flatMap((turns) =>
    openingsPlotted(
      turns,
      openings.filter((opening) => opening.turns === turns),
    ),
  );

function openingsPlotted(turns: Opening['turns'], openings: readonly Opening[]): readonly string[] {
  const rows = openings.slice(0, OPENINGS_SHOWN).map(({ power, orders, games, wins, otherwise, isTooGood }) => ({
    name: `${NAMES[power]}: ${orders}`,
    value: wins,
    more: [String(games), percent(otherwise), isTooGood ? 'wins too often' : ''],
  }));
  return plotted({
    title: `First ${turns === 1 ? '' : 'two '}turns that win most, of ${openings.length} that were played ${LEAST_OPENINGS} times or more`,
    unit: 'share',
    rows,
    heads: ['seat and kinds', 'wins', 'decided games', 'wins of the same when they begin otherwise', ''],
    wanted: [0, MOST_OPENING_WINS],
    include: [0, 0.6],
  });
}

function slotsPart({ slots }: Report): readonly string[] {
  return POWERS.flatMap((power) => {
    const own = slots.filter((slot) => slot.power === power).sort((a, b) => b.share.estimate - a.share.estimate);
    return plotted({
      title: `Orders of ${ofSeat(power)}`,
      unit: 'share',
      rows: own.map(({ kind, share: part, games, whereAllowed }) => ({
        name: kind,
        value: part,
        more: [String(games), share(whereAllowed)],
      })),
      heads: ['kind', 'share of order slots', 'games in which it could be given', 'share in those'],
      wanted: [0.01, 0.2],
      include: [0, 0.25],
    });
  });
}

const WORDS: readonly string[] = ['silent', 'random'] satisfies readonly Instead[];

function wordsPart({ words }: Report): readonly string[] {
  const told = Object.entries(words).flatMap(([instead, bots]) =>
    Object.entries(bots ?? {}).map(([bot, worth]) => ({
      instead,
      name: `${instead}: ${bot}`,
      value: worth.better,
      more: [`${worth.differ} of ${worth.pairs}`, score(worth.gain), score(worth.lead)],
    })),
  );
  const shown = {
    unit: 'share',
    heads: ['against', 'better as the bot plays', 'pairs that differ', 'score', 'lead'],
    include: [0, 1],
  } as const;
  const isOfWords = ({ instead }: (typeof told)[number]): boolean => WORDS.includes(instead);
  return [
    ...plotted({ ...shown, title: 'What words are worth', rows: told.filter(isOfWords), wanted: [0.55, 1] }),
    ...plotted({ ...shown, title: 'What promises and orders are worth', rows: told.filter((row) => !isOfWords(row)) }),
  ];
}

function liftsPart({ lifts }: Report): readonly string[] {
  const played = lifts.filter(({ played: count }) => count > 0).sort((a, b) => b.lift.estimate - a.lift.estimate);
  const never = lifts.filter(({ played: count }) => count === 0).map(({ kind, power }) => `${NAMES[power]} ${kind}`);
  return [
    ...plotted({
      title: 'What a kind of order lifts a seat by that is made to play it',
      unit: 'points',
      rows: played.map(({ kind, power, lift, inPeace, nuclearUse, ...counts }) => ({
        name: `${NAMES[power]}: ${kind}`,
        value: lift,
        more: [points(inPeace), points(nuclearUse), `${counts.played} of ${counts.games}`, counts.times.toFixed(1)],
      })),
      heads: ['seat and kind', 'points of 100', 'in peace', 'nuclear use, points', 'games in which it could', 'times in them'],
      wanted: [-MOST_LIFT, MOST_LIFT],
      include: [-10, 10],
    }),
    ...(never.length > 0 ? [`<p>Could not be played: ${escaped(never.join(', '))}.</p>`] : []),
  ];
}

function sweepsPart({ sweeps }: Report): readonly string[] {
  return pathsOf(sweeps).flatMap(([path, steps]) => [
    ...plotted({
      title: `${path}: what other values change, game by game, from ${steps[0]?.stands}`,
      unit: 'share',
      rows: steps.flatMap(({ value, nuclearUse, wins, differ, games }) => [
        { name: `${value}: nuclear use`, value: nuclearUse, more: [`${differ} of ${games}`] },
        ...POWERS.map((power) => ({ name: `${value}: ${NAMES[power]} wins`, value: wins[power] })),
      ]),
      heads: ['value', 'share of games, more or less', 'games that change'],
      include: [-0.05, 0.05],
    }),
    tableOf(
      ['value', ...POWERS.map((power) => `score of ${NAMES[power]}`), 'common score', 'crises', 'tension'],
      steps.map(({ value, scores, common, crises, tension }) => [
        String(value),
        ...POWERS.map((power) => score(scores[power])),
        ...[points(common), points(crises), points(tension)],
      ]),
    ),
  ]);
}
