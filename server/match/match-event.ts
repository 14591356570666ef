/** What a match tells whoever listens. */
import type { ChannelLine } from '../../shared/protocol/channel.ts';
import type { Power } from '../../shared/scenario/names.ts';

/** `table`: seats, marks or clock changed; `step`: the game went on, or back; `broken`: it cannot; `exercise`: its facilitator did something. */
export type MatchEvent =
  | { readonly what: 'table' | 'step' | 'broken' | 'exercise' }
  /** A seat's sheet changed; `by`: the person who knows, since he did it; empty: none in the seat. */
  | { readonly what: 'draft'; readonly power: Power; readonly by: string }
  /** A seat reads a rival so, or no more: for its own people. */
  | { readonly what: 'tap'; readonly power: Power }
  | { readonly what: 'line'; readonly line: ChannelLine }
  | { readonly what: 'moved'; readonly code: string };
