/**
 * A world played in the page itself by the same core as on the server: one seat for the reader, or none, and bots in the
 * others. It says what a server would say, and answers as one would. It keeps nothing and knows no network.
 */
import { type BotSeats, botRound, botTurn } from '../../shared/bots/moves.ts';
import type { Board } from '../../shared/capability/board.ts';
import { checkSheet } from '../../shared/game/check.ts';
import { type CrisisChoice, type Game, type Step, stateOf } from '../../shared/game/game.ts';
import { type PlayRequest, playRefusal } from '../../shared/game/play-refusal.ts';
import { type GameRecord, recordOf } from '../../shared/game/record.ts';
import { newGame } from '../../shared/game/start.ts';
import { advance } from '../../shared/game/turn.ts';
import { viewOf } from '../../shared/game/view.ts';
import { EMPTY_SHEET, type Sheet } from '../../shared/orders/sheet.ts';
import {
  type Answer,
  PROTOCOL_VERSION,
  type Receipt,
  type RoomFigures,
  type SeatFigures,
  type SeenView,
} from '../../shared/protocol/messages.ts';
import type { Perception } from '../../shared/protocol/perception.ts';
import type { RequestBody, RequestName } from '../../shared/protocol/requests.ts';
import { type BotName, POWERS, type Power } from '../../shared/scenario/names.ts';
import { refuse } from '../../shared/state/refusal.ts';

export interface WorldPlan {
  readonly seed: string;
  /** Where the reader sits; null: bots hold all three seats and he only looks. */
  readonly seat: Power | null;
  readonly bots: Readonly<Record<Power, BotName>>;
}

/** What a world says of itself, in the order in which it is said. */
export type Word =
  | { readonly what: 'figures'; readonly figures: RoomFigures }
  | { readonly what: 'view'; readonly view: SeenView }
  | { readonly what: 'record'; readonly record: GameRecord }
  /** With the record: how the reader read the others. */
  | { readonly what: 'perceptions'; readonly perceptions: readonly Perception[] }
  | { readonly what: 'answer'; readonly id: string; readonly answer: Answer };

/** One request with its id, as it would go over a wire. */
export type Asked = {
  readonly [N in RequestName]: { readonly name: N; readonly body: RequestBody<N> & { readonly id: string } };
}[RequestName];

export interface World {
  /** Says the world as it stands. */
  show(): void;
  /** Answers, and goes on once the reader has handed in what the step wants of him. */
  ask(asked: Asked): void;
  /** Plays the next step with what is handed in; does nothing once the game has ended. */
  step(): void;
}

const PLAYED: readonly PlayRequest['name'][] = ['draft', 'lock', 'unlock', 'choose', 'perceive'];
const isPlay = (asked: Asked): asked is Extract<Asked, { name: PlayRequest['name'] }> =>
  PLAYED.some((name) => name === asked.name);

interface HandedIn {
  readonly sheet: Sheet;
  readonly isLocked: boolean;
  readonly savedAtMs: number;
  readonly number: number;
}

const NOTHING_YET: HandedIn = { sheet: EMPTY_SHEET, isLocked: false, savedAtMs: 0, number: 0 };

export function createWorld(board: Board, plan: WorldPlan, nowMs: () => number, say: (word: Word) => void): World {
  const bots: BotSeats = POWERS.filter((power) => power !== plan.seat).map((power) => [power, plan.bots[power]]);
  let game = newGame(board, { seed: plan.seed, luck: 0, theory: board.scenario.theory });
  let handedIn = NOTHING_YET;
  let choice: CrisisChoice | null = null;
  let perceptions: readonly Perception[] = [];

  function show(): void {
    say({ what: 'figures', figures: figuresOf(game, plan, handedIn.isLocked) });
    say({ what: 'view', view: seenView(game, plan, { handedIn, choice, perceptions, nowMs: nowMs() }) });
    if (stateOf(game).world.phase !== 'ended') return;
    say({ what: 'perceptions', perceptions });
    say({ what: 'record', record: recordOf(game) });
  }

  function step(): void {
    if (stateOf(game).world.phase === 'ended') return;
    game = advance(game, nextStep(game, bots, plan.seat, { sheet: handedIn.sheet, choice }));
    handedIn = NOTHING_YET;
    choice = null;
    show();
  }

  function answerTo(asked: Asked): Answer {
    if (asked.name === 'view') return { ok: true, receipt: null };
    if (!isPlay(asked)) return { ok: false, refusal: refuse('refusal.only-on-server') };
    if (plan.seat === null) return { ok: false, refusal: refuse('refusal.not-your-seat') };
    const refusal = playRefusal(stateOf(game), plan.seat, handedIn.isLocked, asked);
    if (refusal) return { ok: false, refusal };
    const number = handedIn.number + 1;
    if (asked.name === 'perceive') perceptions = withTap(perceptions, plan.seat, asked.body);
    else if (asked.name === 'choose') choice = asked.body.choice;
    else if (asked.name === 'unlock') handedIn = { ...handedIn, isLocked: false, number };
    else handedIn = { sheet: asked.body.sheet, isLocked: asked.name === 'lock', savedAtMs: nowMs(), number };
    const isOnSheet = asked.name !== 'choose' && asked.name !== 'perceive';
    return { ok: true, receipt: isOnSheet ? receiptOf(game, plan.seat, handedIn) : null };
  }

  return {
    show,
    step,
    ask(asked) {
      say({ what: 'answer', id: asked.body.id, answer: answerTo(asked) });
      if (asked.name === 'view') show();
      // Alone there is nobody to wait for.
      if (handedIn.isLocked || choice !== null) step();
    },
  };
}

function nextStep(
  game: Game,
  bots: BotSeats,
  seat: Power | null,
  { sheet, choice }: { readonly sheet: Sheet; readonly choice: CrisisChoice | null },
): Step {
  if (stateOf(game).world.phase === 'crisis') {
    const own = seat === null ? {} : { [seat]: choice ?? 'hold' };
    return { type: 'round', choices: { ...botRound(game, bots).choices, ...own } };
  }
  const turn = botTurn(game, bots);
  return { ...turn, sheets: { ...turn.sheets, ...(seat === null ? {} : { [seat]: sheet }) } };
}

/** One reading of each rival a turn; null takes it back. */
function withTap(taps: readonly Perception[], by: Power, { turn, of, reading }: RequestBody<'perceive'>): readonly Perception[] {
  const others = taps.filter((one) => one.turn !== turn || one.of !== of);
  return reading === null ? others : [...others, { turn, by, of, reading }];
}

/** Judged by what the seat may know, as on the server. */
function receiptOf(game: Game, seat: Power, { sheet, isLocked, savedAtMs, number }: HandedIn): Receipt {
  const { state } = viewOf(game, seat);
  return {
    turn: state.world.turn,
    locked: isLocked,
    orders: sheet.orders.length,
    statements: sheet.statements.length,
    savedAtMs,
    number,
    returned: checkSheet(game.board, state, seat, sheet).returned,
  };
}

interface Moment {
  readonly perceptions: readonly Perception[];
  readonly handedIn: HandedIn;
  readonly choice: CrisisChoice | null;
  readonly nowMs: number;
}

function seenView(game: Game, { seat }: WorldPlan, { handedIn, choice, perceptions, nowMs }: Moment): SeenView {
  const viewer = seat ?? 'public';
  return {
    version: PROTOCOL_VERSION,
    viewer,
    view: viewOf(game, viewer),
    nowMs,
    deadlineMs: null,
    draft: handedIn.savedAtMs === 0 ? null : handedIn.sheet,
    locked: handedIn.isLocked,
    draftNumber: handedIn.number,
    choice,
    perceptions,
    place: viewer,
    isHost: seat !== null,
  };
}

function figuresOf(game: Game, plan: WorldPlan, isLocked: boolean): RoomFigures {
  const seen = viewOf(game, 'public').state;
  const { turn, phase, tension } = seen.world;
  return {
    stage: phase === 'ended' ? 'over' : 'playing',
    turn,
    round: seen.crisis.round,
    phase,
    tension,
    deadlineMs: 0,
    pausedMs: 0,
    pausedBy: '',
    pauseEndsMs: 0,
    isOpen: false,
    friends: false,
    clock: 'untimed',
    timeFactor: 1,
    speech: 'phrases',
    emboldenment: game.board.scenario.parameters.crisis.emboldenment > 0,
    watching: plan.seat === null ? 1 : 0,
    keptUntilMs: 0,
    seats: POWERS.map((power) => seatFigures(power, plan, isLocked)),
  };
}

function seatFigures(power: Power, { seat, bots }: WorldPlan, isLocked: boolean): SeatFigures {
  const isOwn = power === seat;
  return {
    power,
    held: isOwn ? 'person' : 'bot',
    bot: isOwn ? '' : bots[power],
    nickname: '',
    members: isOwn ? 1 : 0,
    isHere: true,
    isReady: true,
    committed: !isOwn || isLocked,
    pausesLeft: 0,
  };
}
