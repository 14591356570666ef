/** What a match tells whoever listens. */
import type { ChannelLine } from '../../shared/protocol/channel.ts';

/** `table`: seats, marks or clock changed; `step`: the game went on, or back; `broken`: it cannot; `exercise`: its facilitator did something. */
export type MatchEvent =
  | { readonly what: 'table' | 'step' | 'broken' | 'exercise' }
  | { readonly what: 'line'; readonly line: ChannelLine }
  | { readonly what: 'moved'; readonly code: string };
