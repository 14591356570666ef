/**
 * Finds text that a reader cannot read to its end: cut by a box that hides what does not fit, or outside the page; and text
 * for listeners that makes the page longer than what is seen of it.
 */
import type { Page } from '@playwright/test';

/** Each is a short description of the element and of how much of its text is lost; empty is what is wanted. */
export const cutTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    /** Rounding, and letters that lean a little out of their box. */
    const SLACK_PX = 2;
    const hides = (value: string): boolean => value === 'hidden' || value === 'clip';
    const scrolls = (value: string): boolean => value === 'auto' || value === 'scroll';
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const words = node.textContent?.trim() ?? '';
      if (element === null || words === '' || !isRead(element)) continue;
      const lost = lostOf(node, element);
      if (lost !== '') found.push(`${element.tagName.toLowerCase()}.${element.className || '-'} "${words.slice(0, 40)}" ${lost}`);
    }
    const { scrollWidth, scrollHeight } = document.documentElement;
    if (scrollWidth > innerWidth + SLACK_PX) found.push(`the page is ${scrollWidth} px wide in ${innerWidth}`);
    // With room for three columns each scrolls by itself; on a phone a crisis may be longer than the page.
    const isWide = document.querySelector('.room.wide') !== null;
    if (isWide && scrollHeight > innerHeight) found.push(`the room is ${scrollHeight} px high in ${innerHeight}`);
    for (const element of document.querySelectorAll<HTMLElement>('.sr-only')) {
      // Without one it is not shown.
      const place = element.offsetParent;
      const box = scrollerOf(element);
      if (place !== null && box?.contains(place) === false) found.push(`"${element.textContent}" hangs out of ${nameOf(box)}`);
    }
    return found;

    /** The box with which an element should scroll, if there is one. */
    function scrollerOf(element: Element): Element | null {
      for (let box = element.parentElement; box !== null && box !== document.body; box = box.parentElement)
        if (scrolls(getComputedStyle(box).overflowY)) return box;
      return null;
    }

    /** Text for listeners alone is out of sight on purpose, and drawings keep their own measure. */
    function isRead(element: Element): boolean {
      if (element.closest('.sr-only, svg, option, noscript') !== null) return false;
      return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    }

    function lostOf(node: Node, element: Element): string {
      const range = document.createRange();
      range.selectNodeContents(node);
      const rect = range.getBoundingClientRect();
      if (rect.width === 0) return '';
      for (let box: Element | null = element; box !== null && box !== document.body; box = box.parentElement) {
        const style = getComputedStyle(box);
        if (scrolls(style.overflowX) && scrolls(style.overflowY)) return '';
        const inner = box.getBoundingClientRect();
        const isWall = hides(style.overflowX) || box.tagName === 'BUTTON';
        const beyond = Math.max(rect.right - inner.right, inner.left - rect.left);
        if (isWall && style.display !== 'inline' && beyond > SLACK_PX) return `cut ${Math.round(beyond)} px by ${nameOf(box)}`;
        const under = hides(style.overflowY) && box === element ? rect.bottom - inner.bottom : 0;
        if (under > 2 * SLACK_PX) return `cut ${Math.round(under)} px below by ${nameOf(box)}`;
        if (scrolls(style.overflowX)) return '';
      }
      const outside = Math.max(rect.right - innerWidth, -rect.left);
      return outside > SLACK_PX ? `${Math.round(outside)} px outside the page` : '';
    }

    function nameOf(box: Element): string {
      return `${box.tagName.toLowerCase()}.${box.className || '-'}`;
    }
  });
