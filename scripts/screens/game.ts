/** Tours of one game: its way from the front door to the report, what is weighed after it, and the worst that may come. */
import type { Browser, Page } from '@playwright/test';
import { goOnTo } from '../../test/e2e/go-on.ts';
import { told } from '../../test/e2e/look.ts';
import { beginAlone, close, isAnyWanted, mapIsReady, type Opening, open, REST_MS, shoot, type Tour } from './shoot.ts';

/** The report weighs the turns in a worker; the longest takes so long. */
const WEIGHING_MS = 120_000;
const OF_A_GAME = [
  'home',
  'lobby',
  'join',
  'room',
  'site',
  'flat',
  'statements',
  'tables',
  'talks',
  'reveal',
  'report',
  'debrief',
  'replay',
];

/** Home, lobby and who comes to it, room with its desk and its tables, reveal, report, what is weighed in it, the replay. */
export async function peacefulGame(from: Browser, at: Opening): Promise<void> {
  if (!isAnyWanted(at, ...OF_A_GAME)) return;
  const tour = await open(from, at);
  const { page } = tour;
  await shoot(tour, 'home');
  await page.locator('.friends-ways > button').first().click();
  await page.locator('.lobby').waitFor();
  await shoot(tour, 'lobby');
  const friend = await open(from, { ...at, address: `join=${(await told(page)).code}` });
  await friend.page.locator('.joining button.big').waitFor();
  await shoot(friend, 'join');
  await close(friend);
  await page.locator('.lobby-begin button').last().click();
  await mapIsReady(page);
  await shoot(tour, 'room');
  if (isAnyWanted(at, 'site', 'flat', 'statements', 'tables')) await roomInDetail(tour);
  await page.locator('#tab-talks').click();
  await shoot(tour, 'talks');
  await goOnTo(page, 'reveal');
  await shoot(tour, 'reveal');
  await goOnTo(page, 'report');
  await page.locator('.verified').waitFor();
  await shoot(tour, 'report');
  if (isAnyWanted(at, 'debrief', 'replay')) await afterTheGame(tour);
  await close(tour);
}

/** What is talked over: the turns that mattered; and the middle of the game again, with the eyes of all. */
async function afterTheGame(tour: Tour): Promise<void> {
  const { page } = tour;
  await page.locator('.pivotal .score-card').first().waitFor({ timeout: WEIGHING_MS });
  await page.locator('.pivotal').evaluate((part) => part.scrollIntoView({ block: 'start', behavior: 'instant' }));
  await shoot(tour, 'debrief');
  const { code } = await told(page);
  await page.evaluate((address) => {
    location.hash = address;
  }, `/replay/${code}?turn=2&as=all`);
  await page.locator('.replay-room .verified').waitFor();
  await mapIsReady(page);
  await shoot(tour, 'replay');
}

export async function practiceTurn(from: Browser, at: Opening): Promise<void> {
  if (!isAnyWanted(at, 'practice')) return;
  const tour = await open(from, at);
  await tour.page.locator('.practice-door button').click();
  await tour.page.locator('.coach').waitFor();
  await mapIsReady(tour.page);
  await shoot(tour, 'practice');
  await close(tour);
}

/** Crisis and exchange, on the server where it always comes to them. */
export async function worstGame(from: Browser, at: Opening): Promise<void> {
  if (!isAnyWanted(at, 'crisis', 'exchange')) return;
  const tour = await open(from, at);
  await beginAlone(tour.page);
  await goOnTo(tour.page, 'crisis');
  await shoot(tour, 'crisis');
  await goOnTo(tour.page, 'exchange');
  await shoot(tour, 'exchange');
  await close(tour);
}

async function roomInDetail(tour: Tour): Promise<void> {
  const { page } = tour;
  await pointAt(page, 'deveselu');
  // On a phone the first tap only parts the badge that it stands under.
  await page.waitForTimeout(REST_MS);
  if ((await page.locator('.site-card').count()) === 0) await pointAt(page, 'deveselu');
  await page.locator('.site-card').waitFor();
  await shoot(tour, 'site');
  await page.keyboard.press('Escape');
  await page.locator('.site-card').waitFor({ state: 'detached' });
  await page.locator('.map-tools > button').nth(1).click();
  await page.waitForFunction(() => (globalThis as unknown as { __map: { projection: string } }).__map.projection === 'flat');
  await shoot(tour, 'flat');
  await page.locator('.map-tools > button').nth(1).click();
  await page.locator('#tab-statements').click();
  await page.locator('.composer select').first().selectOption('red-line');
  await shoot(tour, 'statements');
  await page.locator('#tab-orders').click();
  await page.locator('.stage-switch button').last().click();
  await shoot(tour, 'tables');
  await page.locator('.stage-switch button').first().click();
}

/** The mouse over a site, and a press on it: the map's own card, and the page's. */
async function pointAt(page: Page, id: string): Promise<void> {
  const at = await page.evaluate((wantedId) => {
    const map = (globalThis as unknown as { __map: { sites(): readonly { id: string; x: number; y: number }[] } }).__map;
    return map.sites().find((site) => site.id === wantedId) ?? null;
  }, id);
  const box = await page.locator('.map').boundingBox();
  if (at === null || box === null) throw new Error(`${id} is on the map.`);
  await page.mouse.click(box.x + at.x, box.y + at.y);
}
