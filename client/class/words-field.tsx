/** A field for words of one's own, as long as the server takes them. */
import type { Signal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { LIMITS } from '../../shared/limits.ts';

interface Props {
  /** What is asked for. */
  readonly children: ComponentChildren;
  readonly words: Signal<string>;
  readonly rows?: number;
  readonly id?: string;
}

export function WordsField({ children, words, rows = 2, id }: Props): JSX.Element {
  return (
    <label class="choice">
      {children}
      <textarea
        {...(id === undefined ? {} : { id })}
        rows={rows}
        maxLength={LIMITS.ownWordsLength}
        value={words.value}
        onInput={(event) => (words.value = event.currentTarget.value)}
      />
    </label>
  );
}
