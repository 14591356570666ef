/** What is shown of an exercise: to its facilitators, to the projector, to one who takes part. */
import { must } from '../../shared/assert.ts';
import { stateOf } from '../../shared/game/game.ts';
import { stateSeenBy } from '../../shared/game/view.ts';
import type {
  Bulletin,
  ConsoleView,
  CoursePoint,
  Participant,
  ParticipantView,
  ProjectorView,
  WaitingWords,
  WorldCard,
  WorldSeat,
} from '../../shared/protocol/exercise-view.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import type { Match } from '../match/match.ts';
import { type TabledBulletin, undoneIn } from '../match/table.ts';
import { unjudgedWords, wordsKey } from '../match/typed-words.ts';
import { mselOf } from './msel.ts';
import { lacksOf, needsOf, urgency } from './needs.ts';
import type { ExercisePlan } from './plan.ts';
import { delegatesIn, type Enrolled, type Roll } from './roll.ts';

/** An exercise as it stands. */
export interface Standing {
  readonly plan: ExercisePlan;
  readonly roll: Roll;
  /** The first world's first. */
  readonly matches: readonly Match[];
  readonly nowMs: number;
}

export function consoleView(at: Standing): ConsoleView {
  const { plan, roll, matches, nowMs } = at;
  const [first] = matches;
  return {
    code: plan.code,
    title: plan.title,
    scenario: plan.scenario,
    speech: plan.speech,
    areNumbersShown: roll.areNumbersShown,
    nowMs,
    keptUntilMs: plan.keptUntilMs,
    worlds: matches.map((match, i) => worldCard(match, i + 1, at)).sort((a, b) => urgency(a.needs) - urgency(b.needs)),
    people: roll.people.flatMap((one) => participantOf(one, matches)),
    removed: roll.people.flatMap(({ id, nickname, name, removedFrom }) => (removedFrom === null ? [] : [{ id, nickname, name }])),
    facilitators: roll.facilitators.map(({ nickname }) => nickname),
    gate: matches.flatMap((match) => lacksOf(match, roll)),
    msel: mselOf(first?.plan.board.scenario.injects ?? [], matches),
    waiting: plan.speech === 'approved' ? matches.flatMap((match) => waitingIn(match)) : [],
    notes: roll.notes,
    audit: roll.audit,
    hotWash: roll.hotWash,
    answers: roll.answers,
  };
}

export function projectorView(at: Standing): ProjectorView {
  const { plan, roll, matches, nowMs } = at;
  const come = roll.people.filter(({ place }) => place !== null).length;
  const worlds = matches.map((match, i) => publicCard(match, i + 1));
  const { code, title } = plan;
  return { code, title, areNumbersShown: roll.areNumbersShown, come, nowMs, worlds, hotWash: roll.hotWash };
}

/** Null: he takes no part (any more). */
export function participantView({ plan, roll, matches }: Omit<Standing, 'nowMs'>, person: string): ParticipantView | null {
  const own = roll.people.find((one) => one.person === person && one.place !== null);
  if (!own?.place) return null;
  const { place } = own;
  const match = matches.find(({ plan: { code } }) => code === place.world);
  const mayRead = ({ to }: Bulletin): boolean => to === 'all' || (place.role === 'delegate' && place.power === to);
  return {
    exercise: plan.code,
    title: plan.title,
    number: roll.worlds.indexOf(place.world) + 1,
    place,
    isFrozen: match?.table.hold === 'frozen',
    isMuted: own.isMuted,
    areNumbersShown: roll.areNumbersShown,
    hasPractised: own.hasPractised,
    hotWash: roll.hotWash,
    answers: roll.answers.filter(({ participant }) => participant === own.id),
    bulletins: (match?.table.bulletins ?? []).filter(mayRead).map(bulletinOf),
    undone: match ? undoneIn(match.table) : [],
  };
}

function bulletinOf({ msel: _msel, ...bulletin }: TabledBulletin): Bulletin {
  return bulletin;
}

/** By public figures alone. */
function publicCard(match: Match, number: number): ProjectorView['worlds'][number] {
  const { game, table, plan, stage } = match;
  const { world } = stateSeenBy(game, 'public');
  const { gauge } = must(game.played.at(-1)?.moment ?? game.opening, 'a game has a moment');
  return {
    code: plan.code,
    number,
    stage,
    phase: world.phase,
    turn: world.turn,
    lastTurn: plan.board.scenario.turns,
    tension: world.tension,
    margin: gauge.mid,
    deadlineMs: match.deadlineMs() ?? 0,
    pausedMs: table.clock.at === 'stopped' ? table.clock.remainingMs : 0,
    isFrozen: table.hold === 'frozen',
  };
}

/** The last word on each turn: a crisis has rounds of its own. */
function courseOf({ game }: Match): readonly CoursePoint[] {
  const moments = [game.opening, ...game.played.map(({ moment }) => moment)];
  const byTurn = new Map(moments.map(({ turn, tension, gauge }) => [turn, { turn, tension, margin: gauge.mid }]));
  return [...byTurn.values()];
}

function worldCard(match: Match, number: number, { roll, nowMs }: Standing): WorldCard {
  const { world, crisis } = stateOf(match.game);
  return {
    ...publicCard(match, number),
    theory: match.plan.setup.theory,
    round: crisis.round,
    branch: match.table.branch,
    undone: undoneIn(match.table),
    ending: world.ending,
    course: courseOf(match),
    seats: POWERS.map((power) => seatOf(match, power, roll)),
    bulletins: match.table.bulletins.map(({ id, turn, words, language }) => ({ id, turn, words, language })),
    needs: needsOf(match, nowMs),
  };
}

function seatOf(match: Match, power: Power, roll: Roll): WorldSeat {
  const { table, plan } = match;
  const { sheet } = table.drafts[power] ?? {};
  const seat = table.seats[power];
  return {
    power,
    people: delegatesIn(roll, plan.code, power).map(({ id }) => id),
    bot: seat.held === 'bot' && !table.paper[power] ? seat.bot : '',
    isOnPaper: table.paper[power] ?? false,
    isCovered: table.covered[power] ?? false,
    isHere: match.isHere(power),
    committed: match.hasCommitted(power),
    factor: table.factors[power] ?? 1,
    drafted: sheet === undefined ? 0 : sheet.orders.length + sheet.statements.length,
  };
}

function participantOf(one: Enrolled, matches: readonly Match[]): readonly Participant[] {
  const { id, nickname, name, place, isMuted, hasPractised, person } = one;
  if (place === null) return [];
  const match = matches.find(({ plan }) => plan.code === place.world);
  return [{ id, nickname, name, place, isMuted, hasPractised, isHere: match?.isConnected(person) ?? false }];
}

/** Typed words that a facilitator reads first: lines of channels, and words on sheets. */
function waitingIn({ plan: { code: world }, table }: Match): readonly WaitingWords[] {
  const lines = table.waiting.map(({ id, from, to, words, language }) => ({
    world,
    line: id,
    from,
    to,
    words: words ?? '',
    language,
  }));
  const onSheets = unjudgedWords(table).map(({ power, words, language }) => ({
    world,
    line: wordsKey(power, words),
    from: power,
    to: 'all' as const,
    words,
    language,
  }));
  return [...lines, ...onSheets];
}
