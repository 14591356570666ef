/** Brings the order being weighed into view: on a narrow page all of it, from its name on. */
import { isWide } from './wide.ts';

export function showWeighed(): HTMLElement | null {
  const head = document.querySelector<HTMLElement>('.option.open .option-head');
  head?.closest('.option')?.scrollIntoView({ block: isWide.value ? 'nearest' : 'start' });
  return head;
}
