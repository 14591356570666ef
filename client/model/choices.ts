/** What was chosen on the front door, kept while the page is open. */
import { type Signal, signal } from '@preact/signals';
import type { ClockName, SpeechRule } from '../../shared/protocol/clocks.ts';
import type { CreateMatch } from '../../shared/protocol/lobby.ts';
import type { Power } from '../../shared/scenario/names.ts';

export interface Choices {
  readonly scenario: string;
  readonly seat: Power;
  readonly bots: CreateMatch['bots'];
  /** With friends: nobody may stall. Alone nothing presses. */
  readonly clock: ClockName;
  readonly speech: SpeechRule;
  /** Two rules that a game may be made with or without. */
  readonly endDrawn: boolean;
  /** Null: as the scenario has it. */
  readonly emboldenment: boolean | null;
}

export const choices: Signal<Choices> = signal<Choices>({
  scenario: 'quick',
  seat: 'us',
  bots: { us: 'institutionalist', ru: 'hawk', cn: 'opportunist' },
  clock: 'friends',
  speech: 'free',
  endDrawn: false,
  emboldenment: null,
});

/** The rules that a match is asked for with: what the reader left alone is the scenario's to say. */
export function rulesWished({ endDrawn, emboldenment }: Choices): Pick<CreateMatch, 'endDrawn' | 'emboldenment'> {
  return { endDrawn, ...(emboldenment === null ? {} : { emboldenment }) };
}

export function choose(part: Partial<Choices>): void {
  choices.value = { ...choices.value, ...part };
}
