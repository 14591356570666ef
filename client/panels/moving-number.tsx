/** A number that goes from what it was to what it is, once, when its moment comes. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { num } from '../i18n/format.ts';

interface Props {
  readonly before: number;
  readonly after: number;
  readonly format: string;
  /** Before its moment it stands as it was; while it moves it counts; then it stands as it is. */
  readonly when: 'before' | 'moving' | 'after';
}

const MOVES_MS = 1600;
/** Slow at the end, so that the eye catches where it comes to rest. */
const eased = (share: number): number => 1 - (1 - share) ** 3;

export function MovingNumber({ before, after, format, when }: Props): JSX.Element {
  const share = useSignal(0);
  useEffect(() => {
    if (when !== 'moving') return;
    const begunMs = performance.now();
    let frame = requestAnimationFrame(step);
    function step(nowMs: number): void {
      share.value = Math.min(1, Math.max(0, (nowMs - begunMs) / MOVES_MS));
      if (share.value < 1) frame = requestAnimationFrame(step);
    }
    return () => cancelAnimationFrame(frame);
  }, [when, share]);
  const gone = when === 'before' ? 0 : when === 'after' ? 1 : eased(share.value);
  return <span class="figure">{num(before + (after - before) * gone, format)}</span>;
}
