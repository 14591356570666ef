import { expect, type Page, test } from '@playwright/test';
import { wishFor } from './go-on.ts';
import { expectAccessible } from './keyboard.ts';
import { phaseOf, seatOf, told } from './look.ts';
import { allLeaveAfterEach, button, newPerson } from './person.ts';

allLeaveAfterEach();

async function openLobby(page: Page): Promise<string> {
  await button(page, 'Open a lobby').click();
  await expect.poll(() => phaseOf(page)).toBe('lobby');
  return page.getByRole('textbox', { name: 'Link' }).inputValue();
}

test('a friend sits down by the link in two taps, talks; a second tab takes the seat over; all these screens are accessible', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const host = await newPerson(browser, `${baseURL}/?lang=en`);
  // A luck without a crisis in the first turn: who comes in a crisis takes nothing over before it ends.
  await wishFor(host, { seed: 'friends' });
  await host.getByText('Scenario, clock and talks').click();
  await expectAccessible(host, 'home with friends');
  const link = await openLobby(host);
  await expectAccessible(host, 'lobby');
  expect(link).toMatch(/\?join=[2-9CDFGHJKMNPQRTVWXZ]{6}$/);

  const friend = await newPerson(browser, `${link}&lang=en`);
  await expectAccessible(friend, 'join screen');
  await button(friend, 'Sit down').click();
  await expect.poll(() => seatOf(friend)).toBe('ru');
  await button(friend, 'I am ready').click();
  await expect(host.getByText('ready', { exact: true })).toBeVisible();
  await button(host, /^Begin/).click();
  for (const page of [host, friend]) await expect.poll(() => phaseOf(page)).toBe('room');

  await friend.getByRole('tab', { name: 'Talks' }).click();
  await friend.getByLabel('Your words').fill('<b>one line</b>');
  await button(friend, 'Send').click();
  await host.getByRole('tab', { name: /^Talks/ }).click();
  // A player's text is text, whatever he types.
  await expect(host.getByText('<b>one line</b>')).toBeVisible();
  await expectAccessible(host, 'talks', 1366, '.right');
  await button(host, 'Seat').click();
  await expectAccessible(host, 'seat menu', 1366, '#seat-menu');
  await host.keyboard.press('Escape');

  // A closed tab costs nothing: the same link leads the same browser back; the older page says where the seat is now.
  const again = await friend.context().newPage();
  await again.goto(`${link}&lang=en`);
  await expect.poll(() => seatOf(again)).toBe('ru');
  await expect(friend.getByText('This seat is open in another page.')).toBeVisible();
  // What would be written there would reach nobody: there is nothing to write with.
  await expect(friend.locator('.room')).toHaveAttribute('inert');
  await button(friend, 'Go on here').click();
  await expect.poll(async () => (await told(friend)).connection).toBe('open');
  await expect(again.getByText('This seat is open in another page.')).toBeVisible();
  await again.close();

  await button(host, 'Lock the sheet').click();
  await button(friend, 'Lock the sheet').click();
  await expect(friend.getByText(/Saved .* locked/).first()).toBeVisible();
  for (const page of [host, friend]) await expect.poll(() => phaseOf(page), { timeout: 20_000 }).not.toBe('room');

  const third = await newPerson(browser, `${baseURL}/?lang=en`);
  await third.getByLabel(/^A friend's code/).fill('ZZZZZZ');
  await button(third, 'Sit down').click();
  await button(third, 'Sit down').click();
  await expect(third.getByRole('alert')).toContainText('no such game');
  await third.getByLabel(/^A friend's code/).fill(link.slice(-6).toLowerCase());
  await button(third, 'Sit down').click();
  await button(third, 'Sit down').click();
  await expect.poll(() => seatOf(third)).toBe('cn');
  await expect(third.getByRole('heading', { level: 1, name: 'You take over China' })).toBeVisible();
  await expectAccessible(third, 'handover');
  await button(third, 'Take over').click();

  const fourth = await newPerson(browser, `${link}&lang=en`);
  await button(fourth, 'Sit down').click();
  await expect(fourth.getByText('People hold all three seats.')).toBeVisible();
  expect(await seatOf(fourth)).toBeNull();
});

test('whoever waits in a lobby may practise meanwhile, keeps his place, and is told when the game begins', async ({
  browser,
  baseURL,
}) => {
  const host = await newPerson(browser, `${baseURL}/?lang=en`);
  const link = await openLobby(host);
  const friend = await newPerson(browser, `${link}&lang=en`);
  await button(friend, 'Sit down').click();
  await button(friend, 'A practice turn while you wait').click();
  await expect(friend.getByText('Step 1 of 10')).toBeVisible();
  await button(friend, 'Leave practice').click();
  await expect.poll(() => phaseOf(friend)).toBe('lobby');
  expect(await seatOf(friend)).toBe('ru');

  await button(friend, 'A practice turn while you wait').click();
  await expect(friend.getByText('Step 1 of 10')).toBeVisible();
  await button(host, /^Begin/).click();
  await expect(friend.getByRole('alert').filter({ hasText: 'has begun' })).toBeVisible();
  await button(friend, /^To game/).click();
  await expect(friend.getByText('Step 1 of 10')).toHaveCount(0);
  await expect.poll(() => seatOf(friend)).toBe('ru');
  await expect.poll(() => phaseOf(friend)).toBe('room');
});

test('two persons of one browser sit in two seats, when the second says that he is new', async ({ browser, baseURL }) => {
  const host = await newPerson(browser, `${baseURL}/?lang=en`);
  const link = await openLobby(host);
  const second = await host.context().newPage();
  await second.goto(`${link}&lang=en&as=new`);
  await button(second, 'Sit down').click();
  await expect.poll(() => seatOf(second)).toBe('ru');
  await second.reload();
  await expect.poll(() => seatOf(second)).toBe('ru');
  expect(await seatOf(host)).toBe('us');
});

test('/check says that this browser can play from here', async ({ page }) => {
  await page.goto('/check?lang=en');
  await expect(page.getByText(/^You can play from here/)).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'WebSocket' })).toContainText('opens.');
  await expectAccessible(page, 'check');
});
