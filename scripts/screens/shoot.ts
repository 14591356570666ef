/** What all tours of the screens share: a page in a size and a language, and the picture of it under its name. */
import { mkdirSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { wishFor } from '../../test/e2e/go-on.ts';

const FOLDER = new URL('../../docs/screens/', import.meta.url).pathname;
const LOOKED_AT = new URL('../../test-results/screens/', import.meta.url).pathname;
const SIZES = {
  desktop: { width: 1366, height: 768 },
  wide: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
  small: { width: 360, height: 640 },
} as const;
export type Size = keyof typeof SIZES;
/** English has every screen; the others all but other views of the same. */
const IN_OTHER_LANGUAGES = [
  ...['home', 'lobby', 'practice', 'room', 'statements', 'talks', 'reveal', 'crisis', 'exchange', 'report'],
  ...['join', 'console', 'projector', 'delegation', 'debrief', 'replay'],
];
/** The map draws once more, crisply, when things have come to rest. */
export const REST_MS = 900;
const SEED = 'pictures';

export interface Tour {
  readonly page: Page;
  readonly size: Size;
  readonly language: string;
}

/** Words that a picture's name, or its size, must contain; of `a,b` one. */
const wanted = process.argv.slice(2);
/** The smallest phone, and screens at sizes they were not made for, are only looked at, not kept. */
export const isLookedAt = wanted.includes('small') || wanted.includes('look');
export const sizesToTake: readonly Size[] = wanted.includes('small') ? ['small'] : ['desktop', 'phone'];
for (const folder of [FOLDER, LOOKED_AT]) mkdirSync(folder, { recursive: true });

export const launch = (): Promise<Browser> =>
  chromium.launch({
    ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    args: [
      '--no-sandbox',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--force-color-profile=srgb',
    ],
  });

/** `?` and what stands behind it: where the page goes, before the language. */
export interface Opening {
  readonly port: number;
  readonly size: Size;
  readonly language: string;
  readonly address?: string;
  readonly renderer?: 'canvas' | 'webgl';
  /** Who this browser is, where the server knows him already. */
  readonly person?: { readonly id: string; readonly secret: string };
}

/** Opens the front door, or where an address leads, in a browser without a memory. */
export async function open(from: Browser, opening: Opening): Promise<Tour> {
  const { size, language, port, address = '', renderer = 'canvas', person } = opening;
  const context = await from.newContext({
    viewport: SIZES[size],
    deviceScaleFactor: size === 'phone' ? 2 : 1,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  if (person) await page.addInitScript((kept) => localStorage.setItem('threshold.person', kept), JSON.stringify(person));
  await wishFor(page, { seed: SEED, clock: 'untimed' });
  await page.goto(`http://localhost:${port}/?${address}&lang=${language}&r=${renderer}`);
  if (address === '') await page.locator('form button[type=submit].big:enabled').waitFor();
  return { page, size, language };
}

/** Whether anything of these is asked for in this language and size: whole tours are left out otherwise. */
export const isAnyWanted = ({ size, language }: Omit<Tour, 'page'>, ...screens: readonly string[]): boolean =>
  screens.some((screen) => isWanted({ size, language }, screen));

function isWanted({ size, language }: Omit<Tour, 'page'>, screen: string): boolean {
  if (!isLookedAt && language !== 'en' && !IN_OTHER_LANGUAGES.includes(screen)) return false;
  const name = nameOf(size, language, screen);
  const isMeant = (word: string): boolean => word === 'look' || word === size || name.includes(word);
  return wanted.every((words) => words.split(',').some(isMeant));
}

const nameOf = (size: Size, language: string, screen: string): string =>
  `${screen}-${SIZES[size].width}x${SIZES[size].height}-${language}`;

export async function shoot({ page, size, language }: Tour, screen: string): Promise<void> {
  if (!isWanted({ size, language }, screen)) return;
  await page.waitForTimeout(REST_MS);
  await page.screenshot({ path: `${isLookedAt ? LOOKED_AT : FOLDER}${nameOf(size, language, screen)}.png` });
}

export const close = (tour: Tour): Promise<void> => tour.page.context().close();

export const mapIsReady = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => (globalThis as unknown as { __map?: { ready: boolean } }).__map?.ready === true);

export async function beginAlone(page: Page): Promise<void> {
  await page.locator('form button[type=submit].big').click();
  await mapIsReady(page);
}
