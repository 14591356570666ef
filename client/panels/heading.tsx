/** A screen's heading, which takes the focus when the screen comes, so that a listener hears where he is. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  readonly children: string;
  /** Changing it moves the focus again: the same screen with new content. */
  readonly at?: string;
  readonly class?: string;
}

export function ScreenHeading({ children, at = '', class: className = '' }: Props): JSX.Element {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A new screen is read from its top, wherever the last one had been scrolled to.
    scrollTo({ top: 0 });
    ref.current?.focus({ preventScroll: true });
  }, [at]);
  return (
    <h1 ref={ref} tabIndex={-1} class={className}>
      {children}
    </h1>
  );
}
