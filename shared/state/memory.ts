/**
 * What has been worked out once of something that never changes. States, their records and boards are never written to,
 * so what follows from them stays true as long as they are held, and is forgotten with them: a memory saves time and can
 * alter no result (test/game/memory.test.ts compares with the same worked out afresh).
 */

/** The few values known of one thing, as a list. */
interface Kept<V> {
  readonly on: object;
  readonly name: string;
  readonly value: V;
  next: Kept<V> | undefined;
}

/** Looks up what is known of a thing under a name, on a board or beside whatever else it hangs on, or works it out. */
export type Memory<V> = (on: object, thing: object, name: string, work: () => V) => V;

export function memory<V>(): Memory<V> {
  const known = new WeakMap<object, Kept<V>>();
  return (on, thing, name, work) => {
    let first = known.get(thing);
    for (let kept = first; kept !== undefined; kept = kept.next) if (kept.name === name && kept.on === on) return kept.value;
    const value = work();
    // The work may have asked for other things of the same thing.
    first ??= known.get(thing);
    if (first === undefined) known.set(thing, { on, name, value, next: undefined });
    else first.next = { on, name, value, next: first.next };
    return value;
  };
}
