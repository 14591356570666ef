/** A link to a turn of a finished game: `#/replay/CODE?turn=3&as=ru`; `file` stands for a record that the reader has himself. */
import { POWERS, type Viewer } from '../../shared/scenario/names.ts';

export interface ReplayPlace {
  /** The code of a match, or `file`. */
  readonly source: string;
  /** The turn that has just been played; 0: the start. */
  readonly turn: number;
  readonly viewer: Viewer;
}

/** A record of the reader's own: whoever follows the link needs the same file. */
export const OWN_FILE = 'file';
export const VIEWERS: readonly Viewer[] = ['all', 'public', ...POWERS];

const SHAPE = /^#\/replay\/(file|[A-Z0-9]{6})(?:\?(.*))?$/;

export function replayAddress({ source, turn, viewer }: ReplayPlace): string {
  return `#/replay/${source}?turn=${turn}&as=${viewer}`;
}

/** Null: the address is none of a replay. What it does not say is the end of the game, seen whole. */
export function readReplayAddress(hash: string): ReplayPlace | null {
  const [, source, query = ''] = SHAPE.exec(hash) ?? [];
  if (source === undefined) return null;
  const asked = new URLSearchParams(query);
  const turn = asked.get('turn') ?? '';
  return {
    source,
    turn: /^\d{1,2}$/.test(turn) ? Number(turn) : Number.POSITIVE_INFINITY,
    viewer: VIEWERS.find((viewer) => viewer === asked.get('as')) ?? 'all',
  };
}
