/**
 * A match as far as its lobby needs it: the line to it, who sits where, and what has been heard. What it is played with - the
 * board, beliefs, orders - is fetched when the game begins, and takes this table over (model/match.ts).
 */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ParticipantView } from '../../shared/protocol/exercise-view.ts';
import type { Admission } from '../../shared/protocol/lobby.ts';
import type { RoomFigures, SeenView } from '../../shared/protocol/messages.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { type Named, POWERS_ALONE } from '../i18n/names.ts';
import type { ScenarioCard } from '../net/api.ts';
import { type Hearing, openConnection } from '../net/connection.ts';
import type { Connection } from '../net/room-line.ts';
import { createDealings, type Dealings } from './dealings.ts';
import { type Change, createHeard, type Heard } from './heard.ts';

export interface Table {
  /** What is played, as far as a lobby tells of it. */
  readonly scenario: Pick<ScenarioCard, 'id' | 'title' | 'turns'>;
  /** What words about this match may name; in the lobby that is powers only. */
  readonly names: Named;
  readonly code: string;
  readonly connection: Connection;
  readonly heard: Heard;
  readonly figures: ReadonlySignal<RoomFigures>;
  /** The seat that the reader holds, also in the lobby, where no seat sees more than the public. */
  readonly place: ReadonlySignal<Power | null>;
  /** Whether the reader made this match. */
  readonly isHost: ReadonlySignal<boolean>;
  /** Requests about the table and the channels, and what became of them. */
  readonly dealings: Dealings;
  /** What the reader sees of the exercise whose world this is; null: it is none, or he takes no part. */
  readonly exercise: ReadonlySignal<ParticipantView | null>;
  /** Whether the facilitator has figures of the gauges told in words; once the game is over everybody sees them. */
  readonly areNumbersHidden: ReadonlySignal<boolean>;
  /** Whether the server has said that the lobby is over. */
  readonly isBegun: ReadonlySignal<boolean>;
  /** Tells what each view is from now on, and at once what the last one was, if there was one. */
  follow(hear: Following): void;
}

/** `isOther`: it is seen from another seat than the last one. */
type Following = (next: SeenView, change: Change, isOther: boolean) => void;

export interface Entered {
  readonly code: string;
  readonly isReturning: boolean;
}

/** `isReturning`: the reader sat here before, and needs no word on what he takes over. */
export function openTable(scenario: Table['scenario'], admission: Admission, isReturning: boolean): Table {
  return tableOver(scenario, { code: admission.code, isReturning }, (hearing) => openConnection(admission, hearing));
}

/** The same over any line: worlds in the page and tests bring their own. */
export function tableOver(
  scenario: Table['scenario'],
  { code, isReturning }: Entered,
  connect: (hearing: Hearing) => Connection,
): Table {
  const heard = createHeard(isReturning);
  const { message, figures } = heard;
  let following: Following = () => undefined;
  const part = signal<ParticipantView | null>(null);
  const connection = connect({
    ...heard.hearing,
    exercise(next) {
      part.value = next;
    },
    view(next) {
      batch(() => {
        const last = message.value;
        following(next, heard.hearing.view(next), last?.viewer !== next.viewer);
      });
    },
  });
  return {
    scenario,
    names: POWERS_ALONE,
    code,
    connection,
    heard,
    figures,
    place: computed(() => placeOf(message.value)),
    isHost: computed(() => message.value?.isHost ?? false),
    dealings: createDealings(connection.outbox),
    exercise: part,
    areNumbersHidden: computed(() => part.value?.areNumbersShown === false && message.value?.view.state.world.phase !== 'ended'),
    isBegun: computed(() => message.value !== null && figures.value.stage !== 'lobby'),
    follow(hear) {
      following = hear;
      if (message.value !== null) hear(message.value, 'none', true);
    },
  };
}

function placeOf(message: SeenView | null): Power | null {
  return message === null || message.place === 'public' ? null : message.place;
}
