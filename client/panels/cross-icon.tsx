/** The cross of a button that closes or removes. */
import type { JSX } from 'preact';

export function CrossIcon(): JSX.Element {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" stroke-width="1.8" />
    </svg>
  );
}
