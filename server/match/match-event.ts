/** What a match tells whoever listens. */
import type { ChannelLine } from '../../shared/protocol/channel.ts';

/** `table`: seats, marks or clock changed; `step`: the game went on; `broken`: it cannot. */
export type MatchEvent =
  | { readonly what: 'table' | 'step' | 'broken' }
  | { readonly what: 'line'; readonly line: ChannelLine }
  | { readonly what: 'moved'; readonly code: string };
