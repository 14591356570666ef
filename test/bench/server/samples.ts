/** One view at joining and one after a turn, as the game's server sent them: the other servers send the same, or as much. */

export interface Sample {
  readonly message: object;
  /** Of its whole frame. */
  readonly bytes: number;
}

export interface Samples {
  readonly join: Sample;
  readonly turn: Sample;
}

/** The middle one by size. */
export function middleOf(samples: readonly Sample[]): Sample {
  const sorted = [...samples].sort((a, b) => a.bytes - b.bytes);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error('no view has come that could serve as a sample');
  return middle;
}
