import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, press, pressLast, tabTo } from './keyboard.ts';
import { phaseOf, told } from './look.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const coach = (page: Page) => page.getByRole('region', { name: 'Practice turn' });
const atStep = (page: Page, step: number) => expect(coach(page).getByText(`Step ${step} of 10`)).toBeVisible();
const taps = (page: Page) => page.locator('.taps').getByRole('group', { name: /Russia/ });
const stage = (page: Page, name: string) => page.locator('#stage').getByRole('button', { name });

/** With a server that answers nothing: what is practised and watched here needs none. */
async function openWithoutServer(page: Page): Promise<void> {
  await page.route('**/api/**', (route) => route.abort());
  await page.goto('/?lang=en');
  await expect(page.getByRole('alert')).toContainText('need no server');
}

/** Tries the coach's figures until one is right: how a reader finds them is his planners' panel. */
async function answer(page: Page, tap: (name: string) => Promise<void>): Promise<void> {
  const figures = await coach(page).getByRole('group').getByRole('button').allTextContents();
  expect(figures.length).toBeGreaterThanOrEqual(3);
  for (const figure of figures) {
    await tap(figure);
    if (await coach(page).getByText('Step 3 of 10').isVisible()) return;
    await expect(coach(page).getByText('Not that one.')).toBeVisible();
  }
}

test('a newcomer plays the practice turn to its end with the keyboard alone and without a server, and axe finds nothing', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openWithoutServer(page);
  await expectAccessible(page, 'home without a server');
  await press(page, button(page, 'Begin the practice turn'));
  await expect.poll(() => phaseOf(page)).toBe('room');
  await atStep(page, 1);
  await press(page, stage(page, 'Table'), 'Space');
  await press(page, stage(page, 'Deveselu').first());
  await atStep(page, 2);
  await expectAccessible(page, 'practice: a question');
  await answer(page, (name) => press(page, coach(page).getByRole('button', { name, exact: true })));
  await atStep(page, 3);
  await press(page, button(page, /^Reinforce Deveselu/).first());
  await atStep(page, 4);
  await press(page, button(page, 'Add to sheet'));
  await atStep(page, 5);
  await pressLast(page, button(page, /^Remove: Reinforce Deveselu/).first());
  await atStep(page, 6);
  await tabTo(page, page.getByRole('tab', { selected: true }).first());
  await page.keyboard.press('ArrowRight');
  await press(page, button(page, 'Add to sheet'));
  await atStep(page, 7);
  await pressLast(page, button(page, 'Lock the sheet'));
  await atStep(page, 8);
  await expectAccessible(page, 'practice: the reveal');
  await press(page, taps(page).getByRole('button', { name: 'hard to say' }));
  await atStep(page, 9);
  await press(page, button(page, 'Continue'));
  await atStep(page, 10);
  await press(page, page.locator('.tension').getByRole('button', { name: /why/ }));
  // The answer stands there until it has been read.
  await expect(page.getByRole('tab', { name: /^Why/ })).toHaveAttribute('aria-selected', 'true');
  await press(page, button(page, 'Finish'));
  await expect(page.getByRole('heading', { level: 1, name: 'The practice turn is over' })).toBeVisible();
  await expect(page.locator('.lessons .done')).toHaveCount(6);
  await expect(page.getByText('(skipped)')).toHaveCount(0);
  await expectAccessible(page, 'the end of the practice turn');
  await press(page, button(page, 'Back to the start'));
  await expect(button(page, 'Begin the practice turn')).toBeVisible();
  await expect(page.getByText('New here?')).toHaveCount(0);
  expect(faults).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the practice turn is played by touch, and its coach lies over nothing that it speaks of', async ({ page }) => {
    test.setTimeout(180_000);
    await page.goto('/?lang=en');
    await button(page, 'Begin the practice turn').tap();
    await expect.poll(() => phaseOf(page)).toBe('room');
    const steps: readonly (() => Promise<void>)[] = [
      async () => {
        await stage(page, 'Table').tap();
        await stage(page, 'Deveselu').first().tap();
      },
      async () => {
        await button(page, 'Show: Country').tap();
        await expect(page.locator('.rival.ru')).toBeVisible();
        await answer(page, (name) => coach(page).getByRole('button', { name, exact: true }).tap());
      },
      async () => {
        await button(page, 'Show: Orders').tap();
        await button(page, /^Reinforce Deveselu/)
          .first()
          .tap();
      },
      () => button(page, 'Add to sheet').tap(),
      async () => {
        await button(page, 'Show: Sheet').tap();
        await button(page, /^Remove: Reinforce Deveselu/)
          .first()
          .tap();
      },
      async () => {
        await button(page, 'Show: Statements').tap();
        await button(page, 'Add to sheet').tap();
      },
      () => button(page, 'Lock the sheet').tap(),
      () => taps(page).getByRole('button', { name: 'defending itself' }).tap(),
      () => button(page, 'Continue').tap(),
      () => page.locator('.tension').getByRole('button', { name: /why/ }).tap(),
    ];
    for (const [i, play] of steps.entries()) {
      await atStep(page, i + 1);
      const [above, below] = [await coach(page).boundingBox(), await page.locator('.room').boundingBox()];
      expect((above?.y ?? 0) + (above?.height ?? 0), `step ${i + 1}`).toBeLessThanOrEqual((below?.y ?? 0) + 1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await play();
    }
    await button(page, 'Finish').tap();
    await expect(page.getByRole('heading', { level: 1, name: 'The practice turn is over' })).toBeVisible();
    await button(page, 'Practise again').tap();
    await atStep(page, 1);
    await button(page, 'Leave practice').tap();
    await expect.poll(() => phaseOf(page)).toBe('home');
  });
});

test('a world plays itself behind the front door, may be held still, and is watched in one tap without a server', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await openWithoutServer(page);
  await expect(button(page, 'Hold still')).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.world-picture .ring').first()).toBeAttached({ timeout: 30_000 });
  await button(page, 'Hold still').click();
  await expectAccessible(page, 'home with a world');
  await button(page, 'Watch a world play itself').click();
  // The very world, with what has happened in it: by now it may stand in a crisis.
  await expect.poll(() => phaseOf(page)).toMatch(/^(room|crisis|exchange|report)$/);
  const { turn, phase, seat } = await told(page);
  expect(turn > 1 || phase !== 'room').toBe(true);
  expect(seat).toBeNull();
  await expect(page.getByText(/^Turn [1-4] of 4$/)).toBeVisible();
});
