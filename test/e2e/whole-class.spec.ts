/** A lesson of nine worlds as it is in a school: a console, a wall, a pupil with a browser, and 26 more who come by protocol. */
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { EMPTY_SHEET } from '../../shared/orders/sheet.ts';
import { comeToClass, type Pupil } from '../server/class.ts';
import { until } from '../server/house.ts';
import { goOn, goOnTo, wishFor } from './go-on.ts';
import { phaseOf, told } from './look.ts';
import { allLeaveAfterEach, button, newPerson } from './person.ts';
import { startProgram } from './program.ts';
import { openProxy } from './proxy.ts';

const WORLDS = 9;
const BY_PROTOCOL = 26;
const RECONNECTED_MS = 30_000;

const cards = (lead: Page) => lead.locator('.world-card');
const card = (lead: Page, number: number) => cards(lead).filter({ hasText: `World ${number}` });

const DESKTOP = { viewport: { width: 1366, height: 768 } };

allLeaveAfterEach();

async function prepare(lead: Page): Promise<string> {
  await button(lead, 'Prepare an exercise').click();
  await lead.getByLabel('People expected').fill(String(BY_PROTOCOL + 1));
  await lead.getByLabel('Worlds', { exact: true }).fill(String(WORLDS));
  await lead.getByLabel('Worlds', { exact: true }).press('Tab');
  await expect(lead.locator('.arranged-world')).toHaveCount(WORLDS);
  // Whoever comes last is to watch instead of playing the last seat.
  const last = lead.locator('.arranged-world').last();
  await last.locator('.arranged-seat.cn').dragTo(last.locator('.arranged-seat.observer'));
  await expect(last.locator('.arranged-seat.observer')).toContainText('1 observer');
  await expect(lead.locator('.arrangement-says')).toContainText('A bot plays 1 seat.');
  await button(lead, 'Open the exercise').click();
  return (await lead.locator('.console-code strong').textContent()) ?? '';
}

/** All hand in; a world in which a crisis broke out has rounds of its own, and is led on until they are over. */
async function playFirstTurn(lead: Page, anna: Page, pupils: readonly Pupil[]): Promise<void> {
  const seated = pupils.filter(({ admission }) => admission.place.role === 'delegate');
  const locked = await Promise.all(seated.map((pupil) => pupil.ask('lock', { turn: 1, sheet: EMPTY_SHEET })));
  expect(locked.every(({ ok }) => ok)).toBe(true);
  await goOn(anna);
  await button(lead, /^Resolve/).click();
  const behind = cards(lead).filter({ hasNotText: /Turn [2-6] of 6/ });
  await expect(async () => {
    if ((await behind.count()) > 0) await behind.first().click({ timeout: 2000 });
    if ((await behind.count()) > 0) await button(lead, /^Resolve/).click();
    await expect(behind).toHaveCount(0, { timeout: 2000 });
  }).toPass({ timeout: 60_000 });
  await expect.poll(async () => (await told(anna)).turn).toBeGreaterThan(1);
}

async function letHappen(lead: Page, news: string): Promise<void> {
  await lead.keyboard.press('i');
  await expect(lead.getByLabel('The news')).toBeFocused();
  await lead.keyboard.type(news);
  await button(lead, /^Let it happen$/).click();
}

async function move(lead: Page, who: string, to: string): Promise<void> {
  await button(lead, /^All/).click();
  await lead.getByRole('tab', { name: 'People' }).click();
  await lead.getByLabel(new RegExp(`^Move ${who} by name`)).selectOption({ label: to });
  await button(lead, new RegExp(`^Move ?: ${who} by name`)).click();
  await expect(lead.locator('.person-row', { hasText: `${who} by name` })).toContainText(/World 2, .*United States/);
}

async function windBack(lead: Page, number: number): Promise<void> {
  await card(lead, number).click();
  await lead.keyboard.press('r');
  await expect(lead.locator('#rewind-turn')).toBeFocused();
  await lead.keyboard.press('Home');
  await button(lead, 'Go back').click();
  await button(lead, 'Yes, do it').click();
  await expect(card(lead, number)).toContainText('Turn 1 of 6');
}

/** The first column of a world's table of turns, as its file has it. */
async function turnsTaken(lead: Page, number: number): Promise<readonly string[]> {
  await card(lead, number).click();
  const coming = lead.waitForEvent('download');
  await button(lead, /^Turns/).click();
  const csv = await readFile(await (await coming).path(), 'utf8');
  return csv
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n')
    .map((row) => row.split(',')[0] ?? '');
}

test('nine worlds and 27 people play through a freeze, a killed server and a rewind, to the report, the wall and a table', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const server = await startProgram();
  const proxy = await openProxy(server.port);
  const at = `http://localhost:${proxy.port}`;
  const lead = await newPerson(browser, `${at}/?lang=en`, DESKTOP);
  // A luck by which no world ends in its first turn.
  await wishFor(lead, { seed: 'nine worlds' });
  const code = await prepare(lead);
  const wall = await newPerson(browser, `${at}/?projector=${code}&lang=en`, DESKTOP);
  const anna = await newPerson(browser, `${at}/?class=${code}&lang=en`, DESKTOP);
  await button(anna, 'Sit down').click();
  await expect(anna.getByText(/^Your place: .*United States/)).toBeVisible();
  let pupils: Pupil[] = [];
  const come = async (): Promise<void> => {
    pupils.push(await comeToClass(`http://127.0.0.1:${server.port}`, code, `Pupil ${pupils.length + 1}`));
  };
  while (pupils.length < BY_PROTOCOL - 1) await come();
  await expect(wall.locator('.wall-come')).toContainText('26');

  // She has not practised, and a seat is empty.
  await button(lead, 'Begin all the same').click();
  await expect.poll(() => phaseOf(anna)).toBe('room');
  await expect(wall.locator('.wall-turn', { hasText: 'Turn 1 of 6' })).toHaveCount(WORLDS);

  // One is late, and watches as was arranged; news comes to all; and one is moved to another world.
  await come();
  expect(pupils.at(-1)?.admission).toMatchObject({ number: WORLDS, place: { role: 'observer' } });
  await expect(wall.locator('.wall-come')).toContainText('27');
  await expect(lead.getByText('27 of 27 here')).toBeVisible();
  await letHappen(lead, 'A radar goes dark.');
  await expect(anna.locator('.bulletin.inject')).toContainText('A radar goes dark.');
  await until(() => pupils.every((one) => one.told()?.bulletins.some(({ words }) => words === 'A radar goes dark.') === true));
  await playFirstTurn(lead, anna, pupils);
  await move(lead, 'Pupil 9', 'World 2, United States');

  // Everything stands, the server is killed meanwhile, and all find it as it was.
  await lead.keyboard.press('f');
  const rest = anna.getByRole('dialog', { name: 'The facilitator has stopped the clock' });
  await expect(rest).toBeVisible();
  await expect(wall.locator('.tag.frozen')).toHaveCount(WORLDS);
  const turns = await wall.locator('.wall-turn').allTextContents();
  await server.kill();
  for (const page of [lead, wall, anna]) await expect(page.getByRole('alert').first()).toBeVisible({ timeout: RECONNECTED_MS });
  const port = await server.start();
  proxy.pointTo(port);
  for (const page of [lead, wall, anna]) await expect(page.getByRole('alert')).toHaveCount(0, { timeout: RECONNECTED_MS });
  pupils = await Promise.all(pupils.map((pupil) => comeToClass(`http://127.0.0.1:${port}`, code, 'Back', pupil.bearer)));
  // Whom he sits beside now came third, into the first seat of the second world.
  expect(pupils[8]?.admission.place).toMatchObject({ world: pupils[2]?.admission.place.world, power: 'us' });
  await expect(lead.getByText('27 of 27 here')).toBeVisible();
  await expect(wall.locator('.tag.frozen')).toHaveCount(WORLDS);
  expect(await wall.locator('.wall-turn').allTextContents()).toEqual(turns);
  await expect(rest).toBeVisible();
  await lead.keyboard.press('f');
  await expect(rest).toHaveCount(0);

  // Her world goes back to its start; the others stay where they are, and the wall shows both.
  await windBack(lead, 1);
  await expect.poll(async () => (await told(anna)).turn).toBe(1);
  await expect(wall.locator('.wall-turn').first()).toHaveText('Turn 1 of 6');
  expect((await wall.locator('.wall-turn').allTextContents()).slice(1)).toEqual(turns.slice(1));

  await lead.keyboard.press('0');
  await lead.keyboard.press('x');
  await button(lead, 'Yes, do it').click();
  await expect(wall.locator('.wall-turn', { hasText: 'over' })).toHaveCount(WORLDS);
  await goOnTo(anna, 'report');
  await expect(anna.getByText(/Record verified/)).toBeVisible();
  await until(() => pupils.every(({ records }) => records.length > 0));

  // What was undone counts no more; of another world every turn that the wall showed as played is in its table.
  expect(await turnsTaken(lead, 1)).toEqual(['turn', '0']);
  const played = Number(/Turn (\d)/.exec(turns[1] ?? '')?.[1]) - 1;
  expect(await turnsTaken(lead, 2)).toEqual(['turn', ...Array.from({ length: played + 1 }, (_, turn) => String(turn))]);

  await proxy.close();
  await server.close();
});
