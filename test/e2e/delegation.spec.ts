import { type Browser, expect, type Page, test } from '@playwright/test';
import type { Admission } from '../../shared/protocol/lobby.ts';
import { CREW, CREW_MATCH } from './crew.ts';
import { cutTexts } from './cut-text.ts';
import { goOnTo } from './go-on.ts';
import { expectAccessible, resize, tabTo } from './keyboard.ts';
import { startProgram } from './program.ts';
import { smallTargets } from './small-targets.ts';

const LANGUAGES = ['en', 'ru', 'zh'] as const;
const SIZES = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
];
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function comes(browser: Browser, { person }: (typeof CREW)[number], address: string): Promise<Page> {
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await page.addInitScript((kept) => localStorage.setItem('threshold.person', kept), JSON.stringify(person));
  await page.goto(address);
  await button(page, 'Sit down').click();
  await page.locator('.delegation').waitFor();
  return page;
}

/** In every language no text is cut, beside the map and on a phone; a finger hits everything; the rules of accessibility are kept. */
async function inspect(page: Page, screen: string): Promise<void> {
  await test.step(screen, async () => {
    for (const language of LANGUAGES) {
      await page.locator('.language select').selectOption(language);
      await page.waitForFunction((want) => document.documentElement.lang.startsWith(want), language);
      for (const size of SIZES) {
        await resize(page, size);
        expect.soft(await cutTexts(page), `${screen}, ${language}, ${size.width}x${size.height}`).toEqual([]);
      }
      const inStrip = (await smallTargets(page)).filter((each) => /delegation|lock|confirm/.test(each));
      expect.soft(inStrip, `${screen}, ${language}: too small for a finger`).toEqual([]);
    }
    await page.locator('.language select').selectOption('en');
    await expectAccessible(page, `${screen}, phone`, 390);
    await expectAccessible(page, screen);
    await resize(page, { width: 1366, height: 768 });
  });
}

test('a delegation writes one sheet, one of it signs, and two of it strike', async ({ browser }) => {
  test.setTimeout(420_000);
  const server = await startProgram('test/e2e/delegation-server.ts');
  const at = `http://localhost:${server.port}`;
  const { id, secret } = CREW[0].person;
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${id}.${secret}` };
  const made = await fetch(`${at}/api/matches`, { method: 'POST', headers, body: JSON.stringify(CREW_MATCH) });
  const { code } = (await made.json()) as Admission;
  const [anna, boris, chen] = [
    await comes(browser, CREW[0], `${at}/?join=${code}&lang=en&r=canvas`),
    await comes(browser, CREW[1], `${at}/?join=${code}&lang=en&r=canvas`),
    await comes(browser, CREW[2], `${at}/?join=${code}&lang=en&r=canvas`),
  ];
  await expect(anna.locator('.delegates .here')).toHaveCount(3);
  await expect(anna.locator('.delegates')).toContainText('Boris Defence and Press');

  // Defence orders; the head of state sees it come, and foreign affairs reads it and may not take it off.
  await boris.locator('.option-head', { hasText: 'Reinforce Fort Greely' }).first().click();
  await button(boris, 'Add to sheet').click();
  await expect(anna.getByText('Orders 1 of 4')).toBeVisible();
  await expect(anna.locator('.receipt')).toHaveText('Boris changed the sheet.');
  await expect(chen.locator('.sheet-line button')).toBeDisabled();
  await chen.locator('.option-head', { hasText: 'penetration aids' }).first().click();
  await expect(button(chen, 'Add to sheet')).toBeDisabled();
  await expect(chen.locator('.preview')).toContainText('This is for another of your delegation: Defence.');

  // Who does not sign asks: by the keyboard, in the delegation's own channel.
  await tabTo(chen, button(chen, 'Ask Anna to sign'));
  await chen.keyboard.press('Enter');
  await expect(boris.locator('.lock-state')).toHaveText('Anna is asked to sign');
  await anna.locator('#tab-talks').click();
  await anna.getByText('Own delegation').click();
  await expect(anna.locator('.talk-lines')).toContainText(/Chen.*The sheet is ready: please sign\./);
  await inspect(anna, 'the own channel of a delegation');
  await chen.locator('#tab-statements').click();
  await inspect(chen, 'another’s part of the sheet');
  await button(anna, 'Lock the sheet').click();

  // Who does not sign sees who chooses; a strike takes a second.
  for (const page of [anna, boris, chen]) await goOnTo(page, 'reveal');
  for (const page of [anna, boris, chen]) await page.locator('.reveal-foot button.primary').click();
  await expect(boris.locator('.choices')).toContainText('Anna chooses for your delegation.');
  await expect(boris.locator('.choice-button').first()).toBeDisabled();
  await button(anna, /^Strike first/).click();
  await button(anna, 'Strike').last().click();
  await expect(anna.locator('.choices')).toContainText('It waits for a second of your delegation');
  await expect(boris.locator('.confirm')).toContainText('Anna wants to strike first.');
  await inspect(boris, 'a strike that waits for a second');
  await button(boris, 'Confirm the strike').click();
  for (const page of [anna, boris, chen]) await goOnTo(page, 'exchange');
  await server.close();
});
