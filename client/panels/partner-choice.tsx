/** A row of choices of which one is taken: with whom one talks, about whom one asks. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

interface Props<Id extends string> {
  readonly label: string;
  readonly ids: readonly Id[];
  readonly chosen: Id;
  readonly name: (id: Id) => string;
  readonly choose: (id: Id) => void;
}

export function PartnerChoice<Id extends string>({ label, ids, chosen, name, choose }: Props<Id>): JSX.Element {
  const group = useId();
  return (
    <div class="talk-partners" role="radiogroup" aria-label={label}>
      {ids.map((id) => (
        <label key={id} class={chosen === id ? 'chosen' : ''}>
          <input type="radio" name={group} checked={chosen === id} onChange={() => choose(id)} />
          {name(id)}
        </label>
      ))}
    </div>
  );
}
