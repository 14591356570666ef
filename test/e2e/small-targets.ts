/**
 * Finds controls that a finger may miss: whose hit box, as the page itself answers point by point, is under 44 x 44 CSS pixels
 * (WCAG 2.2, 2.5.5). Excepted as there: a control within a sentence, whose height is the line's.
 */
import type { Page } from '@playwright/test';

/** Each is a short description of the control and of what can be hit of it; empty is what is wanted. */
export const smallTargets = (page: Page, within = 'body'): Promise<readonly string[]> =>
  page.evaluate((where) => {
    const LEAST_PX = 44;
    /** Edges between pixels. */
    const SLACK_PX = 0.75;
    const STRIDE_PX = 4;
    const CONTROLS =
      'a[href], button, input, select, textarea, summary, [role=button], [role=tab], [role=link], [role=checkbox], [role=radio]';
    const found: string[] = [];
    const scrolled = [...document.querySelectorAll('*')].filter((each) => each.scrollTop > 0);
    const tops = scrolled.map((each) => each.scrollTop);
    const opened = document.querySelector(':popover-open');
    for (const control of (opened ?? document.querySelector(where) ?? document).querySelectorAll<HTMLElement>(CONTROLS)) {
      if (!isShown(control) || isInSentence(control)) continue;
      control.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      const { width, height } = hitBox(control);
      if (width >= LEAST_PX - SLACK_PX && height >= LEAST_PX - SLACK_PX) continue;
      found.push(`${nameOf(control)} ${width.toFixed(0)}x${height.toFixed(0)}`);
    }
    scrolled.forEach((each, i) => {
      each.scrollTop = tops[i] ?? 0;
    });
    return [...new Set(found)];

    /** What is out of sight for the eye is no target for a finger. */
    function isShown(control: HTMLElement): boolean {
      if (control.matches('.sr-only, .sr-only *')) return false;
      const { width, height } = control.getBoundingClientRect();
      return width > 0 && height > 0 && control.checkVisibility({ visibilityProperty: true });
    }

    function isInSentence(control: HTMLElement): boolean {
      if (!getComputedStyle(control).display.startsWith('inline')) return false;
      return [...(control.parentElement?.childNodes ?? [])].some(
        (each) => each.nodeType === Node.TEXT_NODE && /\p{L}{2}|\p{Script=Han}/u.test(each.textContent ?? ''),
      );
    }

    /** How far to each side of its middle a touch still lands on the control or on its label. */
    function hitBox(control: HTMLElement): { readonly width: number; readonly height: number } {
      const rect = control.getBoundingClientRect();
      const [x, y] = [rect.x + rect.width / 2, rect.y + rect.height / 2];
      const [left, up] = [along(-1, 0, LEAST_PX), along(0, -1, LEAST_PX)];
      return { width: left + along(1, 0, LEAST_PX - left), height: up + along(0, 1, LEAST_PX - up) };

      /** In strides, and the last one in half pixels: no gap within a control is narrower than a stride. */
      function along(dx: number, dy: number, enough: number): number {
        const isThere = (far: number): boolean => isHit(control, x + dx * far, y + dy * far);
        let far = 0;
        while (far < enough && isThere(far + STRIDE_PX)) far += STRIDE_PX;
        while (far < enough && isThere(far + 0.5)) far += 0.5;
        return far;
      }
    }

    function isHit(control: HTMLElement, x: number, y: number): boolean {
      const hit = document.elementFromPoint(x, y);
      if (hit === null) return false;
      return control.contains(hit) || hit.closest('label')?.contains(control) === true;
    }

    function nameOf(control: HTMLElement): string {
      const words = (control.getAttribute('aria-label') ?? control.textContent ?? '').trim().slice(0, 30);
      const parent = control.parentElement;
      const around = `${parent?.tagName.toLowerCase()}.${parent?.className || '-'}`;
      return `${around} > ${control.tagName.toLowerCase()}.${control.className || '-'} "${words}"`;
    }
  }, within);
