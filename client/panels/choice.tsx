/** A labelled choice of one among named ids. */
import type { JSX } from 'preact';

interface Props<Id extends string> {
  readonly label: string;
  readonly value: Id;
  readonly ids: readonly Id[];
  readonly name: (id: Id) => string;
  readonly choose: (id: Id) => void;
  readonly isShut?: boolean;
}

export function Choice<Id extends string>({ label, value, ids, name, choose, isShut = false }: Props<Id>): JSX.Element {
  return (
    <label class="choice">
      <span>{label}</span>
      <select value={value} disabled={isShut} onChange={(event) => choose(ids[event.currentTarget.selectedIndex] ?? value)}>
        {ids.map((id) => (
          <option key={id} value={id} selected={id === value}>
            {name(id)}
          </option>
        ))}
      </select>
    </label>
  );
}
