/**
 * A finished game to walk through: any step, with the eyes of any seat, of the public, or with all that was true. It is a
 * match like any other to map and panels, only that nobody plays it.
 */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { RecordFile } from '../../shared/export/record-file.ts';
import { type Game, stateOf } from '../../shared/game/game.ts';
import { type View, viewOf } from '../../shared/game/view.ts';
import type { ChannelLine } from '../../shared/protocol/channel.ts';
import { PROTOCOL_VERSION, type RoomFigures, type SeenView } from '../../shared/protocol/messages.ts';
import { POWERS, type Viewer } from '../../shared/scenario/names.ts';
import { type Hearing, NO_FIGURES } from '../net/connection.ts';
import { createOutbox } from '../net/outbox.ts';
import type { ConnectionState } from '../net/room-line.ts';
import { type Match, matchOver } from './match.ts';
import { type ReplayPlace, replayAddress } from './replay-address.ts';

export interface Replay {
  readonly match: Match;
  readonly file: RecordFile;
  readonly game: Game;
  /** How many steps have been played: 0 is the start. */
  readonly position: ReadonlySignal<number>;
  readonly viewer: ReadonlySignal<Viewer>;
  /** What could be heard in the channels by then with these eyes. */
  readonly lines: () => readonly ChannelLine[];
  go(position: number): void;
  /** To the end of a turn, its crisis included; beyond the last to the last. */
  goToTurn(turn: number): void;
  look(viewer: Viewer): void;
  /** The link to where the reader stands. */
  address(): string;
}

export function createReplay(file: RecordFile, game: Game, place: ReplayPlace): Replay {
  const { match, hearing } = unplayed(game);
  const views = new Map<Viewer, View[]>();
  const position = signal(0);
  const viewer = signal<Viewer>(place.viewer);
  hearing.figures(figuresOf(file, game));

  /** Each view is worked out once: going back and forth costs nothing. */
  function viewAt(eyes: Viewer, at: number): View {
    const known = views.get(eyes) ?? [];
    views.set(eyes, known);
    known[at] ??= viewOf({ ...game, played: game.played.slice(0, at) }, eyes);
    return known[at];
  }

  /** The match hears all steps up to here, as it would have in play: its press and its ledger know them all. */
  function show(eyes: Viewer, at: number, from: number): void {
    batch(() => {
      for (let step = from; step <= at; step++) hearing.view(seen(viewAt(eyes, step)));
      match.acknowledge();
      position.value = at;
      viewer.value = eyes;
    });
  }

  function go(to: number): void {
    const at = Math.min(game.played.length, Math.max(0, to));
    show(viewer.value, at, at >= position.value ? position.value : 0);
  }

  function goToTurn(turn: number): void {
    go(game.played.filter((step) => step.turn <= turn).length);
  }

  const turnNow = (): number => game.played[position.value - 1]?.turn ?? 0;
  show(place.viewer, 0, 0);
  goToTurn(place.turn);
  return {
    match,
    file,
    game,
    position,
    viewer,
    lines: () => file.lines.filter((line) => line.turn <= turnNow() && mayHear(line, viewer.value)),
    go,
    goToTurn,
    look: (eyes) => show(eyes, position.value, 0),
    address: () => replayAddress({ source: place.source, turn: turnNow(), viewer: viewer.value }),
  };
}

function mayHear({ from, to }: ChannelLine, viewer: Viewer): boolean {
  if (viewer === 'all') return true;
  return viewer !== 'public' && (to === 'all' || from === viewer || to === viewer);
}

/** A match over a line on which nobody answers, and what it hears. Nothing can be ordered in it. */
function unplayed(game: Game): { readonly match: Match; readonly hearing: Hearing } {
  let hearing: Hearing | null = null;
  const state = signal<ConnectionState>({ at: 'open' });
  const outbox = createOutbox();
  const match = matchOver(game.board, { code: '', isReturning: true }, (own) => {
    hearing = own;
    return { state, outbox, leave: () => outbox.close() };
  });
  if (hearing === null) throw new Error('A match listens from its beginning.');
  return { match: { ...match, options: signal([]) }, hearing };
}

const seen = (view: View): SeenView => ({
  version: PROTOCOL_VERSION,
  viewer: view.viewer,
  view,
  nowMs: 0,
  deadlineMs: null,
  draft: null,
  draftNumber: 0,
  locked: true,
  choice: null,
  perceptions: [],
  place: view.seat ?? 'public',
  isHost: false,
});

function figuresOf({ seats }: RecordFile, game: Game): RoomFigures {
  const { turn, phase, tension } = stateOf(game).world;
  return {
    ...NO_FIGURES,
    stage: 'over',
    turn,
    phase,
    tension,
    seats: POWERS.map((power) => ({
      power,
      held: seats[power].held,
      bot: seats[power].bot ?? '',
      nickname: seats[power].name,
      members: seats[power].held === 'person' ? 1 : 0,
      isHere: true,
      isReady: true,
      committed: true,
      pausesLeft: 0,
    })),
  };
}
