/** What balance has to show, line by line (RULES 11): the figure of this run, its interval, and whether it is where it should be. */
import { type BotName, PERSONALITIES, POWERS } from '../../shared/scenario/names.ts';
import { CASES_SCENARIO, type Raids } from './case-book.ts';
import { percent } from './figures.ts';
import { MOST_LIFT } from './lifts.ts';
import { isStrategist, mixOf } from './mix.ts';
import { LEAST_OPENINGS, MOST_OPENING_WINS } from './openings.ts';
import type { Report } from './report.ts';
import { type Bounds, type Figure, type Judged, judge, judgeMany, NOT_MEASURED } from './verdict.ts';
import type { Worth } from './words.ts';

export interface Line extends Judged {
  readonly line: string;
  readonly wanted: string;
  /** The options that measure it. */
  readonly measuredBy: string;
  /** The file of finished games of another run that it is from. */
  readonly from?: string;
}

/** The words of one line, and what it comes to in a run. */
interface Requirement extends Omit<Line, keyof Judged | 'from'> {
  readonly judged: (run: Run) => Judged;
}

/** The games of a run, and what the two situations of the case book come to beside them; null: they are set elsewhere. */
interface Run extends Report {
  readonly raids: Raids | null;
}

const [NOTHING, EVERYTHING] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;

const share = (of: string, value: Figure['value']): Figure => ({ of, unit: 'share', value });

function nuclearUse(who: string, mix: string, [bounds, wanted]: readonly [Bounds, string], measuredBy: string): Requirement {
  return {
    line: `nuclear use, ${who}`,
    wanted,
    measuredBy,
    judged: (report) => {
      const { nuclearUse: value, byStrike, byAccident } = report.findings;
      if (mixOf(report) !== mix) return NOT_MEASURED;
      const note = `(by strike ${percent(byStrike)}, by accident ${percent(byAccident)})`;
      return judge([{ ...share('', value), note }], bounds);
    },
  };
}

const beats = (bot: BotName): Requirement => ({
  line: `a strategist comes out ahead of the ${bot}`,
  wanted: 'in at least 65 % of seat-rotated games without nuclear use',
  measuredBy: `--rotate strategist-2,${bot},${bot}`,
  judged: (report) => judge(aheadOf(report, bot), [0.65, 1]),
});

function aheadOf(report: Report, bot: BotName): readonly Figure[] {
  if (mixOf(report) !== `strategist against two: ${bot}`) return [];
  return report.standings.flatMap(({ bot: own, wins, byChance, ahead }) => {
    if (!isStrategist(own) || !ahead[bot]) return [];
    const note = `(wins ${percent(wins.estimate)} of decided games, by chance ${percent(byChance)})`;
    return [{ ...share(`${own} ahead of ${bot}`, ahead[bot]), note }];
  });
}

const isBroad = (report: Report): boolean => ['mixed', 'strategists'].includes(mixOf(report));

const STRATEGISTS = '--seats us=strategist-2,ru=strategist-2,cn=strategist-2';
/** Of the scenario that they are set in, whatever bots play it. */
const CASES = `any games of ${CASES_SCENARIO}: cases 1 and 2 of the case book are played beside them`;

const AT_THE_TABLE: readonly Requirement[] = [
  {
    line: 'a small raid: restraint pays',
    wanted: 'a cap pays for both',
    measuredBy: CASES,
    judged: ({ raids }) => raids?.small ?? NOT_MEASURED,
  },
  {
    line: 'a large raid: it does not',
    wanted: 'building pays the builder',
    measuredBy: CASES,
    judged: ({ raids }) => raids?.large ?? NOT_MEASURED,
  },
  {
    line: 'each power wins its share of decided games',
    wanted: '28 to 39 % of strategists’ games',
    measuredBy: STRATEGISTS,
    judged: (report) => {
      const figures = POWERS.map((power) => share(power, report.findings.wins[power]));
      return mixOf(report) === 'strategists' ? judge(figures, [0.28, 0.39]) : NOT_MEASURED;
    },
  },
  nuclearUse('strategists', 'strategists', [[0, 0.03], 'under 3 %'], STRATEGISTS),
  nuclearUse('mixed personalities', 'mixed', [[0.04, 0.15], '4 to 15 %'], '--seats mixed'),
  nuclearUse('three hawks', 'three of hawk', [[0.35, 1], 'over 35 %'], '--seats us=hawk,ru=hawk,cn=hawk'),
  nuclearUse('three doves', 'three of dove', [[0, 0.01], 'under 1 %'], '--seats us=dove,ru=dove,cn=dove'),
];

/** Fewer games in which a kind could be given say nothing of its share. */
const LEAST_GAMES = 30;

const oftenGiven = ({ slots }: Report): Report['slots'] => slots.filter(({ games }) => games >= LEAST_GAMES);

const OF_ORDERS: readonly Requirement[] = [
  {
    line: 'no kind has too many of a seat’s order slots',
    wanted: 'at most 20 %',
    measuredBy: `--seats mixed, ${LEAST_GAMES} games or more`,
    judged: (report) => {
      const figures = oftenGiven(report).map(({ power, kind, share: part }) => share(`${power} ${kind}`, part));
      return isBroad(report) ? judgeMany(figures, [NOTHING, 0.2]) : NOT_MEASURED;
    },
  },
  {
    line: 'no kind has too few, of who may give it',
    wanted: 'at least 1 % in the games in which it may',
    measuredBy: `--seats mixed, ${LEAST_GAMES} games or more`,
    judged: (report) => {
      const figures = oftenGiven(report).map(({ power, kind, whereAllowed }) => share(`${power} ${kind}`, whereAllowed));
      return isBroad(report) ? judgeMany(figures, [0.01, EVERYTHING]) : NOT_MEASURED;
    },
  },
  {
    line: 'a seat made to play a kind gains or loses little',
    wanted: `at most ${MOST_LIFT} points of 100 either way`,
    measuredBy: `--seats mixed --forced each:each, ${LEAST_GAMES} games or more`,
    judged: (report) => {
      const often = report.lifts.filter(({ played }) => played >= LEAST_GAMES);
      const figures = often.map(({ kind, power, lift }): Figure => ({ of: `${power} ${kind}`, unit: 'points', value: lift }));
      return isBroad(report) ? judgeMany(figures, [-MOST_LIFT, MOST_LIFT]) : NOT_MEASURED;
    },
  },
  {
    line: 'no single opening wins too often',
    wanted: 'at most 45 %',
    measuredBy: `--seats mixed, games enough for an opening, of one turn or of two, to come ${LEAST_OPENINGS} times`,
    judged: (report) => {
      const { openings } = report;
      const figures = openings.map(({ power, orders, games, wins, otherwise, own }) => ({
        ...share(`${power} ${orders}`, own),
        note: `(wins ${percent(wins.estimate)} of ${games} games; who opens so wins ${percent(otherwise)} when he begins otherwise)`,
      }));
      const judged = isBroad(report) ? judgeMany(figures, [NOTHING, MOST_OPENING_WINS]) : NOT_MEASURED;
      // One in forty is over by chance alone: an opening counts when it is over by more than that.
      const isOver = openings.some(({ isTooGood }) => isTooGood);
      return judged.holds === 'no' && !isOver ? { ...judged, holds: 'yes', isSure: false } : judged;
    },
  },
];

const OF_STRATEGISTS: readonly Requirement[] = [
  {
    line: 'a strategist models the others from what they have done',
    wanted: 'ahead of hawks in at least half of the games without nuclear use',
    measuredBy: '--rotate strategist-2,hawk,hawk',
    judged: (report) => judge(aheadOf(report, 'hawk'), [0.5, 1]),
  },
  ...PERSONALITIES.map(beats),
];

/** What words are worth to all three seats in turn, in games in which they change something. */
const ofWords = (worth: Worth | undefined, figures: (worth: Worth) => readonly Figure[], bounds: Bounds): Judged =>
  worth && worth.differ > 0 && worth.seats === POWERS.length ? judge(figures(worth), bounds) : NOT_MEASURED;

const OF_WORDS: readonly Requirement[] = [
  {
    line: 'seats with statements do better than silent ones',
    wanted: 'in at least 55 %',
    measuredBy: '--silent each',
    judged: ({ words }) => ofWords(words.silent?.all, ({ better }) => [share('all bots', better)], [0.55, 1]),
  },
  {
    line: 'and than with random ones',
    wanted: 'in at least 55 %',
    measuredBy: '--random-words each',
    judged: ({ words }) => ofWords(words.random?.all, ({ better }) => [share('all bots', better)], [0.55, 1]),
  },
  {
    line: 'kept commitments pay over a game',
    wanted: 'score gained against saying nothing that binds',
    measuredBy: '--unbound each',
    judged: ({ words }) => ofWords(words.unbound?.all, (worth) => [gain('kept', worth)], [0, EVERYTHING]),
  },
  {
    line: 'broken ones cost',
    wanted: 'score lost against keeping them',
    measuredBy: '--breaking each',
    judged: ({ words }) => ofWords(words.breaking?.all, (worth) => [gain('kept, not given up', worth)], [0, EVERYTHING]),
  },
];

const gain = (of: string, worth: Worth): Figure => ({ of, unit: 'score', value: worth.gain });

const OF_ACCESS: readonly Requirement[] = [
  {
    line: 'the top rung between Russia and China is rare and real',
    wanted: '5 to 20 % of strategists’ games',
    measuredBy: STRATEGISTS,
    judged: (report) => (mixOf(report) === 'strategists' ? judge([share('reached', report.topRung)], [0.05, 0.2]) : NOT_MEASURED),
  },
  {
    line: 'exploiting access pays sometimes, not on average',
    wanted: 'better in some pairs, no gain on average',
    measuredBy: '--without exploit:each, games enough for somebody to exploit access',
    judged: ({ exploit }) => {
      if (!exploit || exploit.differ === 0) return NOT_MEASURED;
      const figures = [share('better', exploit.better), gain('score', exploit)];
      const holds = exploit.better.estimate > 0 && exploit.gain.estimate <= 0;
      const isSure = exploit.better.low > 0 && (exploit.gain.high <= 0 || exploit.gain.low > 0);
      return { figures, holds: holds ? 'yes' : 'no', isSure };
    },
  },
];

const ALL = [...AT_THE_TABLE, ...OF_ORDERS, ...OF_STRATEGISTS, ...OF_WORDS, ...OF_ACCESS];

export const balanceLines = (report: Report, raids: Raids | null): readonly Line[] =>
  ALL.map(({ judged, ...words }) => ({ ...words, ...judged({ ...report, raids }) }));

/** Lines of this run, and in place of those that it did not measure those of other runs. */
export const withOthers = (own: readonly Line[], others: readonly (readonly Line[])[]): readonly Line[] =>
  own.map(
    (line, i) => [line, ...others.flatMap((lines) => lines[i] ?? [])].find(({ holds }) => holds !== 'not measured') ?? line,
  );
