/** The options of `threshold simulate`, read and checked: whatever is wrong is refused with a sentence. */
import { parseArgs } from 'node:util';
import { BOT_NAMES, ORDER_KINDS, POWERS, THEORIES, type Theory } from '../../shared/scenario/names.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { readShelf, SCENARIO_FOLDER } from '../match/scenarios.ts';
import { orUsage, StartFault } from '../start-fault.ts';
import { FORCED_TURNS } from './forced.ts';
import { DEFAULT_SEATS, seatingsOf, seatsText } from './seatings.ts';
import { readSweep } from './sweep.ts';
import { type Asked, MOST_GAMES, type Terms, WHOSE } from './terms.ts';
import type { Forced, Instead } from './variant.ts';

export const SIMULATE_USAGE = `threshold simulate --scenario ID --games N [--seed S] [--theory contested] [--json] [--html FILE] [--resume FILE]
  [--seats us=institutionalist,ru=hawk,cn=opportunist|mixed] [--rotate dove,hawk,hawk] [--beside FILE]...
  [--silent SEAT] [--random-words SEAT] [--unbound SEAT] [--breaking SEAT] [--without KIND:SEAT]
  [--forced KIND:SEAT]... [--forced-turns 2,5] [--sweep parameters.crisis.midpoint=55,60]...
threshold simulate --help`;

export const SIMULATE_HELP = `${SIMULATE_USAGE}

Bots play N games, 1 to ${MOST_GAMES}; the same options give the same figures, however many cores there are. Bots are
${BOT_NAMES.join(', ')} (strategist alone: the second level).
  --scenario ID  one that \`threshold scenario list\` names
  --seed S       what chance is drawn from (1)
  --theory       ${THEORIES.join(', ')} (the scenario's own)
  --seats        a bot for each seat (${DEFAULT_SEATS}); mixed: every seating of three different personalities in turn
  --rotate       three bots in every seating that is another
  --json         everything that the games come to, for programs
  --html FILE    the same as a page with charts and tables, to be opened without a network
  --resume FILE  notes each finished game there; called again, it goes on where it stopped
  --beside FILE  lines of RULES 11 that this run does not measure are taken from finished games of another run

Each game once more from the same seed, SEAT being us, ru, cn or each (in turn):
  --silent, --random-words, --unbound, --breaking   the seat's words left out, random words in their place, its promises and
                 red lines left out, each of them given up at once
  --without      its orders of a kind left out
  --forced       the seat made to play a kind in two turns (2 and 5; --forced-turns names others) against the same seat that never
                 plays it: the order that its bot likes best of those that it may give, before all others. Where it may give
                 none, or nobody signs what it offers, the turn goes by without; games without any are counted apart. KIND
                 and SEAT may be each: every kind, every seat, in every game
  --sweep        a number of the scenario set to each value, and what that changes, game by game`;

export interface Wanted {
  readonly terms: Terms;
  readonly games: number;
  readonly json: boolean;
  readonly html: string | undefined;
  readonly resume: string | undefined;
  readonly beside: readonly string[];
}

/** Null: help is wanted. */
export function readWanted(args: readonly string[]): Wanted | null {
  const values = parsed(args);
  if (values.help) return null;
  const { scenario, hash } = shelvedAs(values.scenario);
  if (values['forced-turns'] !== undefined && values.forced === undefined)
    throw new StartFault('--forced-turns says when --forced plays its kind: name that too, as in --forced build:us.');
  const games = Number(values.games ?? '');
  if (!Number.isInteger(games) || games < 1 || games > MOST_GAMES)
    throw new StartFault(`--games must be a whole number from 1 to ${MOST_GAMES}, not "${values.games ?? ''}".`);
  const theory: Theory | undefined = THEORIES.find((one) => one === (values.theory ?? scenario.theory));
  if (!theory) throw new StartFault(`--theory must be one of ${THEORIES.join(', ')}, not "${values.theory}".`);
  const seats = seatsText(values.seats, values.rotate);
  // Refused here, before anything is played.
  seatingsOf(seats);
  const again = once([
    ...hushedBy('silent', '--silent', values.silent),
    ...hushedBy('random', '--random-words', values['random-words']),
    ...hushedBy('unbound', '--unbound', values.unbound),
    ...hushedBy('breaking', '--breaking', values.breaking),
    ...leftOut(values.without),
    ...(values.forced ?? []).flatMap((text) => forcedBy(scenario, text, values['forced-turns'])),
    ...(values.sweep ?? []).flatMap((text) => readSweep(scenario, text)),
  ]);
  return {
    terms: { scenario: scenario.id, contents: hash, theory, seed: values.seed ?? '1', seats, again },
    games,
    json: values.json ?? false,
    html: values.html,
    resume: values.resume,
    beside: values.beside ?? [],
  };
}

/** What is asked for twice is played and counted once. */
function once(again: readonly Asked[]): readonly Asked[] {
  const keys = again.map((asked) => JSON.stringify(asked));
  return again.filter((_, i) => keys.indexOf(keys[i] ?? '') === i);
}

function shelvedAs(id: string | undefined): { readonly scenario: Scenario; readonly hash: string } {
  const shelf = readShelf(SCENARIO_FOLDER);
  const found = id === undefined ? undefined : shelf.get(id);
  if (found) return found;
  throw new StartFault(
    `--scenario must be one of ${[...shelf.keys()].join(', ')}, ${id === undefined ? 'and is not named' : `not "${id}"`}.\n${SIMULATE_USAGE}`,
  );
}

function hushedBy(instead: Instead, what: string, seat: string | undefined): readonly Asked[] {
  if (seat === undefined) return [];
  const whose = WHOSE.find((one) => one === seat);
  if (!whose) throw new StartFault(`${what} must be one of ${WHOSE.join(', ')}, not "${seat}".`);
  return [{ instead, whose }];
}

function leftOut(text: string | undefined): readonly Asked[] {
  if (text === undefined) return [];
  const [name = '', seat = '', ...rest] = text.split(':');
  const kind = ORDER_KINDS.find((one) => one === name);
  if (!kind || rest.length > 0)
    throw new StartFault(`--without must name a kind of order and a seat, as in exploit:each, not "${text}".`);
  return hushedBy('without', 'The seat of --without', seat).map((one) => ({ ...one, kind }));
}

function forcedBy({ orderKinds, turns: length }: Scenario, text: string, turnsText: string | undefined): readonly Forced[] {
  const [name = '', seat = '', ...rest] = text.split(':');
  const kinds = ORDER_KINDS.filter((one) => orderKinds.includes(one) && (name === 'each' || one === name));
  const powers = POWERS.filter((one) => seat === 'each' || one === seat);
  if (kinds.length === 0 || powers.length === 0 || rest.length > 0)
    throw new StartFault(`--forced must name a kind of order in play, or each, and a seat, as in build:us, not "${text}".`);
  const turns = turnsText === undefined ? FORCED_TURNS.filter((turn) => turn <= length) : turnsText.split(',').map(Number);
  if (turns.some((turn) => !Number.isInteger(turn) || turn < 1 || turn > length))
    throw new StartFault(`--forced-turns must name turns from 1 to ${length}, as in 2,5, not "${turnsText}".`);
  return kinds.flatMap((kind) => powers.map((power): Forced => ({ instead: 'forced', power, kind, turns })));
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const texts = { type: 'string', multiple: true } as const;
  const flag = { type: 'boolean' } as const;
  const hushed = { silent: text, 'random-words': text, unbound: text, breaking: text, without: text };
  const changed = { forced: texts, 'forced-turns': text, sweep: texts };
  const kept = { json: flag, html: text, resume: text, beside: texts, help: flag };
  const played = { scenario: text, games: text, seed: text, seats: text, rotate: text, theory: text };
  const options = { ...played, ...hushed, ...changed, ...kept };
  return orUsage(SIMULATE_USAGE, () => parseArgs({ args: [...args], options, strict: true }).values);
}
