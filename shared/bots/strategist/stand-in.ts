/**
 * The page by which a strategist moves and deals while nothing is thought out: an institutionalist's, but that it signs what
 * any of the pages would have a use for. Whether it then brings its half, its search decides.
 */
import type { Bot } from '../character.ts';
import { dove } from '../dove.ts';
import { hawk } from '../hawk.ts';
import { institutionalist } from '../institutionalist.ts';
import { opportunist } from '../opportunist.ts';

const PAGES: readonly Bot[] = [hawk, dove, institutionalist, opportunist];

export const standIn: Bot = {
  ...institutionalist,
  values: (thinking, joint) => Math.max(...PAGES.map((page) => page.values(thinking, joint))),
};
