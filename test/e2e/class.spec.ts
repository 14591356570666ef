import { type Browser, expect, type Page, test } from '@playwright/test';
import { wishFor } from './go-on.ts';
import { expectAccessible, press, tabTo } from './keyboard.ts';
import { phaseOf, seatOf } from './look.ts';
import { smallTargets } from './small-targets.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const receipt = (page: Page) => page.locator('.console-receipt');

async function newPerson(browser: Browser, baseURL: string | undefined, address: string, width = 1366): Promise<Page> {
  const height = width < 1000 ? 844 : 768;
  const context = await browser.newContext({ baseURL: baseURL ?? '', reducedMotion: 'reduce', viewport: { width, height } });
  // What does not come in this time does not come: the test is not to wait for it to its own end.
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** Prepares an exercise with the keyboard alone and answers its code. */
async function openByKeyboard(page: Page): Promise<string> {
  await press(page, button(page, 'Prepare an exercise'));
  await tabTo(page, page.getByLabel('People expected'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('7');
  await tabTo(page, page.getByLabel('Name of the exercise'));
  await page.keyboard.type('Year 11');
  await expect(page.getByText('48 of 50 minutes')).toBeVisible();
  await moveBeforehand(page);
  await tabTo(page, page.getByLabel('Talks'));
  await page.keyboard.type('Free text, once');
  await press(page, button(page, 'Open the exercise'));
  return (await page.locator('.console-code strong').textContent()) ?? '';
}

/** Two of the seven go from a seat to watch before anybody has come: press here, press there; and all is as it was again. */
async function moveBeforehand(page: Page): Promise<void> {
  const seat = (power: string) => page.locator(`.arranged-seat.${power}`);
  await press(page, seat('us'));
  await expect(seat('us')).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(page, 'prepare: somebody is being moved', 1366, '.prepare');
  await press(page, seat('observer'), 'Space');
  await expect(seat('observer')).toContainText('1 observer');
  await press(page, seat('us'));
  await press(page, seat('observer'));
  await expect(seat('observer')).toContainText('2 observers');
  await press(page, button(page, 'Seat them as before'));
  await expect(seat('observer')).toContainText('0 observers');
}

async function sitDown(page: Page, name: string): Promise<void> {
  await page.getByLabel(/real name/).fill(name);
  await button(page, 'Sit down').click();
  await expect(page.getByText(/^Your place/)).toBeVisible();
}

test('a facilitator prepares and leads a class with the keyboard alone, while pupils play, answer and are moved', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const lead = await newPerson(browser, baseURL, '/?lang=en');
  await wishFor(lead, { seed: 'year eleven' });
  const code = await openByKeyboard(lead);
  expect(code).toMatch(/^[2-9CDFGHJKMNPQRTVWXZ]{6}$/);
  expect(lead.url()).toContain(`?console=${code}`);

  // One comes by the address on the wall, one types the code where friends type theirs.
  const anna = await newPerson(browser, baseURL, `/?class=${code}&lang=en`, 390);
  await sitDown(anna, 'Anna Keller');
  const bo = await newPerson(browser, baseURL, '/?lang=en');
  await bo.getByLabel(/^A friend's code/).fill(code.toLowerCase());
  await button(bo, 'Sit down').click();
  await sitDown(bo, '');
  await expect(lead.getByText('2 of 2 here')).toBeVisible();
  await expectAccessible(anna, 'gathering in a world', 390);
  await expectAccessible(lead, 'console: gathering');

  // The gate says what is missing, and keeps shut until it is overridden.
  await expect(lead.getByRole('region', { name: 'Before turn 1 there is missing:' })).toContainText('China: nobody');
  await lead.keyboard.press('b');
  await expect(receipt(lead)).toContainText('Not done');
  expect(await phaseOf(anna)).toBe('lobby');
  await press(lead, button(lead, 'Begin all the same'));
  await expect(receipt(lead)).toHaveText('All worlds: begun');
  for (const page of [anna, bo]) await expect.poll(() => phaseOf(page)).toBe('room');

  // A pause and what takes it back; screens rest, and nothing can be reached behind the cover.
  await lead.keyboard.press('p');
  await expect(lead.locator('.world-card').first()).toContainText('paused');
  await press(lead, button(lead, /^Take back/));
  await expect(receipt(lead)).toHaveText('All worlds: the clock runs again');
  await lead.keyboard.press('f');
  await expect(anna.getByRole('dialog', { name: 'The facilitator has stopped the clock' })).toBeVisible();
  await anna.keyboard.press('Escape');
  await expect(anna.getByRole('dialog', { name: 'The facilitator has stopped the clock' })).toBeVisible();
  await expectAccessible(anna, 'screens rest', 390);
  await press(lead, button(lead, /^Unfreeze/));
  await expect(anna.getByRole('dialog')).toHaveCount(0);

  await lead.keyboard.press('m');
  await expect(lead.getByLabel('What you tell them')).toBeFocused();
  await lead.keyboard.type('Five minutes left.');
  await press(lead, button(lead, /^Send$/));
  await expect(anna.locator('.bulletin')).toContainText('Five minutes left.');
  expect.soft(await smallTargets(anna, '.strip'), 'too small for a finger').toEqual([]);
  await button(anna, 'Read').click();
  await tabTo(lead, lead.getByLabel('The news'));
  await lead.keyboard.type('A radar goes dark.');
  await tabTo(lead, lead.locator('.add-effect select').last());
  await lead.keyboard.press('Home');
  await press(lead, button(lead, 'Add the effect'));
  await expect(lead.locator('.inject-effects')).toContainText('−20');
  await press(lead, button(lead, /^Let it happen$/));
  await expect(bo.locator('.bulletin.inject')).toContainText('A radar goes dark.');

  await resolveTurn(lead);
  await press(lead, lead.locator('.world-card').filter({ hasText: 'World 1' }));
  await moveByKeyboard(lead, anna);
  await rewindByKeyboard(lead, bo);
  await showUndone(lead);
  await hideNumbers(lead, anna, bo);
  await readFirst(lead, bo, anna);
  await helpSeat(lead);
  const observer = await newPerson(browser, baseURL, `/?class=${code}&lang=en`);
  await observe(lead, observer);
  await inviteHelp(lead, await newPerson(browser, baseURL, '/?lang=en'));
  await sendOut(lead, bo, code);
  await openPane(lead, 'World');
  await washUp(lead, anna);
  await endAndDebrief(lead);
});

/** On from the tab that is open, as often as it takes. */
async function openPane(lead: Page, name: string): Promise<void> {
  const isOpen = lead.getByRole('tab', { name, selected: true });
  await tabTo(lead, lead.getByRole('tab', { selected: true }));
  for (let i = 0; i < 8 && (await isOpen.count()) === 0; i++) await lead.keyboard.press('ArrowRight');
  await expect(isOpen).toBeFocused();
}

/** A crisis, if one breaks out, has rounds of its own. */
async function resolveTurn(lead: Page): Promise<void> {
  const card = lead.locator('.world-card').filter({ hasText: 'World 1' });
  await expect(async () => {
    await press(lead, button(lead, /^Resolve/));
    await expect(card).toContainText('Turn 2 of 6', { timeout: 3000 });
  }).toPass({ timeout: 60_000 });
}

/** From the list of people, without dragging anything. */
async function moveByKeyboard(lead: Page, anna: Page): Promise<void> {
  await openPane(lead, 'People');
  await expectAccessible(lead, 'console: people');
  await lead.keyboard.press('s');
  await expect(lead.getByLabel(/^Move Anna Keller/)).toBeFocused();
  await lead.keyboard.press('ArrowDown');
  await lead.keyboard.press('ArrowDown');
  await press(lead, button(lead, /^Move ?: Anna Keller/));
  await expect.poll(() => seatOf(anna)).toBe('cn');
}

async function rewindByKeyboard(lead: Page, bo: Page): Promise<void> {
  await tabTo(lead, lead.getByRole('tab', { name: 'People' }), 'Shift+Tab');
  await lead.keyboard.press('r');
  await expect(lead.locator('#rewind-turn')).toBeFocused();
  await lead.keyboard.press('Home');
  await press(lead, button(lead, 'Go back'));
  const question = lead.getByRole('dialog');
  await expect(question).toContainText('crossed out');
  await expectAccessible(lead, 'console: a question before it is done');
  await press(lead, button(lead, 'Yes, do it'));
  await expect(lead.locator('.world-card.chosen')).toContainText('Turn 1 of 6');
  await expect.poll(() => seatOf(bo)).toBe('ru');
}

/** What was undone stands crossed out where it was done, and the world says so. */
async function showUndone(lead: Page): Promise<void> {
  await expect(lead.locator('.undone del')).toHaveText('Turn 1');
  await openPane(lead, 'Record');
  await expect(lead.locator('.notes del')).toHaveText('World 1: turn 1 played');
  await expectAccessible(lead, 'console: the record, with what was undone', 1366, '.target-pane');
  await lead.keyboard.press('l');
  await expect(lead.locator('.look-bar')).toContainText('World 1, with everything that is true there');
  await expect(lead.locator('.left .aims .tag')).toHaveCount(3);
  await press(lead, button(lead, 'Back to the console'));
  await press(lead, button(lead, /^Go on/));
}

/** Wherever a seat is told of tension and margins there is a word and no figure; once they are shown again, figures. */
async function hideNumbers(lead: Page, anna: Page, bo: Page): Promise<void> {
  const told = async (page: Page): Promise<string> => {
    const turns = await page.locator('.timeline-cell').evaluateAll((cells) => cells.map((one) => one.getAttribute('aria-label')));
    const gauges = await page.locator('.gauge, .tension, .common-aim .points, .beliefs > div:nth-child(-n+2)').allInnerTexts();
    return [...gauges, ...turns.map((turn) => turn?.replace(/Turn \d+|Q\d \d{4}/g, ''))].join(' ');
  };
  expect(await told(bo)).toMatch(/\d/);
  await press(lead, button(lead, 'Numbers shown'));
  await expect(bo.locator('.gauge-words')).toHaveText(/^(over the threshold|at the threshold|strained|far from it)$/);
  for (const page of [anna, bo]) expect(await told(page)).not.toMatch(/\d/);
  await bo.locator('.gauge-words').click();
  expect(await bo.locator('#gauge-card td').allTextContents()).toHaveLength(6);
  await expectAccessible(bo, 'the gauge in words', 1366, '#gauge-card');
  await bo.keyboard.press('Escape');
  await bo.locator('.option-head[aria-expanded=false]').first().click();
  expect(await bo.locator('.preview .ranges .range:not(:first-child) .why').allInnerTexts()).not.toContainEqual(
    expect.stringMatching(/\d/),
  );
  await press(lead, button(lead, 'Numbers shown'));
  await expect(bo.locator('.gauge-words')).toHaveText(/\d/);
}

/** Of who sits there: every seat stands in each row's list of where to move him. */
const rowOf = (lead: Page, seat: string) => lead.locator('.person-row', { has: lead.locator('.person-head', { hasText: seat }) });

/** Typed words wait until they are let through; whoever is muted types in vain. */
async function readFirst(lead: Page, bo: Page, anna: Page): Promise<void> {
  const say = async (words: string): Promise<void> => {
    await bo.getByLabel('Your words').fill(words);
    await button(bo, 'Send').click();
  };
  await bo.getByRole('tab', { name: 'Talks' }).click();
  await say('Shall we all stand back?');
  await expect(bo.getByText('The facilitator reads it first')).toBeVisible();
  await openPane(lead, 'Words');
  await expect(lead.locator('.words-that-wait')).toContainText('Shall we all stand back?');
  await anna.getByRole('tab', { name: 'Talks' }).click();
  await expect(anna.locator('.talk-lines')).not.toContainText('stand back');
  await press(lead, button(lead, /^Let through/));
  await expect(anna.locator('.talk-lines')).toContainText('Shall we all stand back?');

  await openPane(lead, 'People');
  const row = rowOf(lead, 'Russia');
  await press(lead, row.locator('summary'));
  await press(lead, row.getByRole('button', { name: 'Mute' }));
  await expect(bo.locator('.strip .tag')).toHaveText('muted');
  await say('Can you hear me?');
  await expect(bo.locator('.talks .reason')).toContainText('switched your typed words off');
}

/** More time for a seat stays before the eyes of who gave it. */
async function helpSeat(lead: Page): Promise<void> {
  await openPane(lead, 'World');
  const time = lead.getByLabel('Time of China');
  await tabTo(lead, time);
  await lead.keyboard.press('ArrowDown');
  await expect(receipt(lead)).toContainText('1.5');
  await openPane(lead, 'People');
  await openPane(lead, 'World');
  await expect(time).toHaveValue('1.5');
  await press(lead, button(lead, /^Take back/));
  await expect(time).toHaveValue('1');
}

/** Somebody who watches takes down what he sees, and the console has it. */
async function observe(lead: Page, observer: Page): Promise<void> {
  await observer.getByLabel(/real name/).fill('Cleo Watt');
  await button(observer, 'Sit down').click();
  await openPane(lead, 'People');
  await tabTo(lead, lead.getByLabel(/^Move Cleo Watt/));
  await lead.keyboard.type('World 1, observers');
  await press(lead, button(lead, /^Move ?: Cleo Watt/));
  await observer.getByLabel('A note on turn 1').fill('Nobody asked what the radar was for.');
  await button(observer, 'Keep the note').click();
  await expect(observer.getByText(/^1 note/)).toBeVisible();
  await expectAccessible(observer, 'an observer with his note', 1366, '.strip');
  await openPane(lead, 'Notes');
  await expect(lead.locator('.notes')).toContainText('Nobody asked what the radar was for.');
}

/** The link of an invitation opens the console to whoever opens it first, and to nobody after him. */
async function inviteHelp(lead: Page, helper: Page): Promise<void> {
  await press(lead, button(lead, 'Co-facilitator'));
  const link = lead.getByRole('dialog', { name: 'Co-facilitator' }).getByRole('textbox');
  await expect(link).toHaveValue(/console=/);
  const address = new URL(await link.inputValue());
  await helper.goto(address.pathname + address.search + address.hash);
  await expect(helper.locator('.console-code strong')).toHaveText(/^[2-9A-Z]{6}$/);
  await lead.keyboard.press('Escape');
  await expect(lead.locator('.console-name')).toContainText(/led by .+, .+/i);
  await helper.close();
}

/** Who was sent out is told so and kept out, until he is let back to his seat. */
async function sendOut(lead: Page, bo: Page, code: string): Promise<void> {
  await openPane(lead, 'People');
  const row = rowOf(lead, 'Russia');
  await press(lead, row.locator('summary'));
  await press(lead, row.getByRole('button', { name: 'Remove' }));
  await press(lead, button(lead, 'Yes, do it'));
  await expect(bo.getByRole('alert')).toContainText('You have been removed.');
  await bo.goto(`/?class=${code}&lang=en`);
  await button(bo, 'Sit down').click();
  await expect(bo.getByRole('alert')).toContainText('The facilitator has removed you');
  await expectAccessible(bo, 'kept out');
  await expectAccessible(lead, 'console: people, one of them removed', 1366, '.target-pane');
  await press(lead, button(lead, /^Let back in/));
  await button(bo, 'Sit down').click();
  await expect.poll(() => seatOf(bo)).toBe('ru');
}

/** The hot wash: asked on the console, shown on the wall, answered on a phone, read on the console. */
async function washUp(lead: Page, anna: Page): Promise<void> {
  await openPane(lead, 'Hot wash');
  await press(lead, button(lead, /^Ask it ?: What surprised/));
  const card = anna.getByLabel('What surprised you most?');
  await card.fill('How soon they were afraid.');
  await button(anna, 'Send the answer').click();
  await expect(anna.getByText('Sent. You may still better it.')).toBeVisible();
  await expect(lead.getByText('How soon they were afraid.')).toBeVisible();
  await expectAccessible(lead, 'console: hot wash');
  await openPane(lead, 'Compare');
  await expectAccessible(lead, 'console: worlds compared');
  // A world at play has no ending yet.
  await expect(lead.getByRole('cell', { name: /left before its end/ })).toHaveCount(0);
  await openPane(lead, 'Record');
  await expect(lead.getByText(/wound back to turn 0/)).toBeVisible();
}

/** What is over is no longer to be led: the console leads to its report, and the report back to the console. */
async function endAndDebrief(lead: Page): Promise<void> {
  await openPane(lead, 'World');
  await lead.keyboard.press('x');
  await expect(lead.getByRole('dialog').getByRole('heading')).toHaveText(/\?$/);
  await press(lead, button(lead, 'Yes, do it'));
  await expect(lead.getByRole('combobox', { name: /^Who plays/ })).toHaveCount(0);
  await expectAccessible(lead, 'console: a world that is over', 1366, '.target-pane');
  await press(lead, button(lead, /open the report$|^Open the report$/i).first());
  await expect(lead.getByRole('heading', { level: 1, name: 'Report' })).toBeVisible();
  await press(lead, button(lead, 'Back to the console'));
}
