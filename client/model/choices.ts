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
  readonly emboldenment: boolean;
}

export const choices: Signal<Choices> = signal<Choices>({
  scenario: 'quick',
  seat: 'us',
  bots: { us: 'institutionalist', ru: 'hawk', cn: 'opportunist' },
  clock: 'friends',
  speech: 'free',
  endDrawn: false,
  emboldenment: true,
});

export function choose(part: Partial<Choices>): void {
  choices.value = { ...choices.value, ...part };
}
