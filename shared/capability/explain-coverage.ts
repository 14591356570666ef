/** Why a battery covers the share that it does, and why a radar sees the share that it sees: the weights of corridors. */
import type { Board } from './board.ts';
import type { Corridor } from './corridor.ts';
import { type Aided, coverOf, type InView, SEEN_AT_LEAST_S, viewsOf } from './coverage.ts';
import { whyWindow } from './explain-window.ts';
import { datum, type Part, reckoned, sumOf, type Why } from './why.ts';

/** Geometry does not change in play, and every raid asks for it again. */
const toldOnce = new WeakMap<Board, Map<string, Why>>();

function once(board: Board, key: string, tell: () => Why): Why {
  const told = toldOnce.get(board) ?? new Map<string, Why>();
  toldOnce.set(board, told);
  const why = told.get(key) ?? tell();
  told.set(key, why);
  return why;
}

const keyOf = (batteries: readonly Aided[]): string =>
  batteries.map(({ battery, partners }) => `${battery}+${partners}`).join(' ');

/** The share of a group's corridors that a battery can engage: the weights of those that it meets of all. */
export function whyCoverage(board: Board, aided: Aided, group: string): Why {
  return once(board, `${keyOf([aided])} ${group}`, () => {
    const { windows, shares } = coverOf(board.coverage, aided);
    const met = new Set(windows.map(({ corridor }) => corridor));
    return shareWhy(board, group, { what: 'coverage', value: shares[group] ?? 0, counts: met });
  });
}

/** The share that at least one of several batteries can engage: a corridor that two of them meet counts once. */
export function whyReach(board: Board, batteries: readonly Aided[], group: string): Why {
  const counts = new Set(batteries.flatMap((aided) => coverOf(board.coverage, aided).windows.map(({ corridor }) => corridor)));
  const all = board.coverage.corridors.filter((corridor) => corridor.group === group);
  const weigh = (some: readonly Corridor[]): number => some.reduce((sum, { weight }) => sum + weight, 0);
  const value = all.length === 0 ? 0 : weigh(all.filter(({ id }) => counts.has(id))) / weigh(all);
  return shareWhy(board, group, { what: 'coverage', value, counts });
}

/** Successive shots at one corridor of a group, over several batteries, on the average by weight. */
export function whyLooks(board: Board, batteries: readonly Aided[], group: string): Why {
  return once(board, `looks ${keyOf(batteries)} ${group}`, () => looksOver(board, batteries, group));
}

function looksOver(board: Board, batteries: readonly Aided[], group: string): Why {
  const all = board.coverage.corridors.filter((corridor) => corridor.group === group);
  const meets = (aided: Aided, id: string): boolean =>
    coverOf(board.coverage, aided).windows.some(({ corridor }) => corridor === id);
  const terms = all.flatMap((corridor, i) => {
    const shots = batteries
      .filter((aided) => meets(aided, corridor.id))
      .map((aided, n) => reckoned(`l${i + 1}_${n + 1}`, whyWindow(board, aided, corridor.id).looks));
    return shots.length === 0 ? [] : [{ weight: weightPart(board, `w${i + 1}`, corridor), shots }];
  });
  const whole = weightsOf(board, 'weight of all corridors of the group', all);
  const sum = terms.reduce((total, { weight, shots }) => total + weight.value * shots.reduce((n, { value }) => n + value, 0), 0);
  const summed = terms.map(({ weight, shots }) => `${weight.symbol} * (${shots.map(({ symbol }) => symbol).join(' + ')})`);
  return {
    what: 'looks, on the average',
    value: whole.value === 0 ? 0 : sum / whole.value,
    formula: terms.length === 0 ? '0' : `(${summed.join(' + ')}) / all`,
    parts: terms.length === 0 ? [] : [...terms.flatMap(({ weight, shots }) => [weight, ...shots]), reckoned('all', whole)],
    sources: ['two-body', 'rules'],
  };
}

/** Tracks in view are worked out from every sample of every corridor. */
const viewedOnce = new WeakMap<Board, readonly InView[]>();

/** The share of a group's tracks that a discriminating radar has in view for long enough, at one of its contested ranges. */
export function whySeen(board: Board, sensor: string, group: string, range: number): Why {
  return once(board, `${sensor} ${group} ${range}`, () => seenAt(board, sensor, group, range));
}

function seenAt(board: Board, sensor: string, group: string, range: number): Why {
  const views = viewedOnce.get(board) ?? viewsOf(board.scenario);
  viewedOnce.set(board, views);
  const rangeKm = board.sensors[sensor]?.rangeKm[range];
  const long = views.filter((view) => view.sensor === sensor && view.rangeKm === rangeKm && view.seconds >= SEEN_AT_LEAST_S);
  const value = board.coverage.seen[sensor]?.[group]?.[range] ?? 0;
  const counts = new Set(long.map(({ corridor }) => corridor));
  const why = shareWhy(board, group, { what: 'share of tracks in view', value, counts });
  return { ...why, holdsBy: [datum('rangeKm', rangeKm ?? 0, `sensors.${sensor}.rangeKm.${range}`)] };
}

interface Counting {
  readonly what: string;
  readonly value: number;
  readonly counts: ReadonlySet<string>;
}

function shareWhy(board: Board, group: string, { what, value, counts }: Counting): Why {
  const all = board.coverage.corridors.filter((corridor) => corridor.group === group);
  if (all.length === 0) return { what, value, formula: '0', parts: [], sources: ['two-body'] };
  return {
    what,
    value,
    formula: 'counted / all',
    parts: [
      reckoned(
        'counted',
        weightsOf(
          board,
          'weight of the corridors that count',
          all.filter(({ id }) => counts.has(id)),
        ),
      ),
      reckoned('all', weightsOf(board, 'weight of all corridors of the group', all)),
    ],
    sources: ['two-body', 'rules'],
  };
}

const weightsOf = (board: Board, what: string, some: readonly Corridor[]): Why =>
  sumOf(
    what,
    some.map((corridor, i) => weightPart(board, `w${i + 1}`, corridor)),
    ['two-body'],
  );

/** A launch area's weight is shared out among the aims of the other side; third states' tracks weigh the same. */
function weightPart({ scenario }: Board, symbol: string, { id, weight, group }: Corridor): Part {
  const area = scenario.launchAreas.find(({ site, leg }) => id.startsWith(`${site}/${leg}>`));
  if (!area)
    return reckoned(symbol, {
      what: 'weight of a third state’s corridor',
      value: weight,
      formula: '1',
      parts: [],
      sources: ['rules'],
    });
  const defender = group.slice(group.indexOf('>') + 1) as keyof typeof scenario.aims;
  return reckoned(symbol, {
    what: 'weight of a corridor',
    value: weight,
    formula: 'weight / aims',
    parts: [
      datum('weight', area.weight, `launchAreas.${area.site}/${area.leg}.weight`),
      datum('aims', scenario.aims[defender].length, `aims.${defender}.length`),
    ],
    sources: ['two-body', 'new-start'],
  });
}
