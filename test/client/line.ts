/** A line to nowhere for tests of the model: views are said by hand, and what is asked is kept. */
import { signal } from '@preact/signals';
import { type Match, matchOver } from '../../client/model/match.ts';
import type { Hearing } from '../../client/net/connection.ts';
import { createOutbox } from '../../client/net/outbox.ts';
import type { Connection, ConnectionState } from '../../client/net/room-line.ts';
import type { Board } from '../../shared/capability/board.ts';
import type { Game } from '../../shared/game/game.ts';
import { viewOf } from '../../shared/game/view.ts';
import { PROTOCOL_VERSION, type SeenView } from '../../shared/protocol/messages.ts';
import type { Power } from '../../shared/scenario/names.ts';

export interface Line {
  readonly match: Match;
  readonly asked: string[];
  readonly hearing: Hearing;
  say(game: Game, viewer: Power | 'public', part?: Partial<SeenView>): void;
}

export function lineTo(board: Board, isReturning = true): Line {
  let hearing: Hearing | undefined;
  const asked: string[] = [];
  const outbox = createOutbox();
  outbox.resume((name, body) => {
    asked.push(name);
    const receipt = {
      turn: 1,
      locked: name === 'lock',
      orders: 0,
      statements: 0,
      savedAtMs: 0,
      number: numberAfter(body),
      returned: [],
    };
    return Promise.resolve({ ok: true, receipt });
  });
  const match = matchOver(board, { code: 'TEST23', isReturning }, (heard): Connection => {
    hearing = heard;
    return { state: signal<ConnectionState>({ at: 'open' }), outbox, leave: () => undefined };
  });
  if (hearing === undefined) throw new Error('the match listens from the beginning');
  const heard: Hearing = hearing;
  return {
    hearing: heard,
    match,
    asked,
    say(game, viewer, part = {}) {
      const quiet = {
        nowMs: Date.now(),
        deadlineMs: null,
        draft: null,
        locked: false,
        draftNumber: 0,
        choice: null,
        perceptions: [],
      };
      const sits = { place: viewer, isHost: false };
      heard.view({ version: PROTOCOL_VERSION, viewer, view: viewOf(game, viewer), ...quiet, ...sits, ...part });
    },
  };
}

/** As the server counts: one more than the draft that was written on. */
const numberAfter = (body: object): number => ('base' in body && typeof body.base === 'number' ? body.base : 0) + 1;
