/** Tours of an exercise: what its leader has before him, what hangs on the wall, what a pupil answers; and a seat of several. */
import type { Browser } from '@playwright/test';
import type { CreateExercise } from '../../shared/protocol/exercise.ts';
import type { ConsoleAdmission } from '../../shared/protocol/exercise-view.ts';
import type { Admission, CreateMatch } from '../../shared/protocol/lobby.ts';
import { CREW, CREW_MATCH } from '../../test/e2e/crew.ts';
import { close, isAnyWanted, isLookedAt, mapIsReady, type Opening, open, shoot, type Tour } from './shoot.ts';

const [LEADER, DEFENCE] = [CREW[0], CREW[1]];
/** Six worlds of bots, which go on by themselves until they are stopped. */
const EXERCISE: CreateExercise = {
  scenario: 'quick',
  title: 'Year 11',
  worlds: 6,
  clock: 'untimed',
  speech: 'phrases',
  theories: 'alternate',
  delegation: 1,
  bot: 'hawk',
  nickname: 'Anna',
  rehearsalMs: 400,
  seed: 'pictures',
};
const MATCH: CreateMatch = { ...CREW_MATCH, seed: 'pictures' };
/** Its second turn, in whatever language. */
const UNDER_WAY = '(Turn |Ход |第)2(?!\\d)';

async function make<A>(port: number, path: string, body: object): Promise<A> {
  const { id, secret } = LEADER.person;
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${id}.${secret}` };
  const answer = await fetch(`http://localhost:${port}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await answer.json()) as A;
}

/** The console with its worlds under way, the wall, a question that is talked over, and what a pupil has of it. */
export async function exercise(from: Browser, at: Opening): Promise<void> {
  if (!isAnyWanted(at, 'prepare', 'console', 'projector', 'compare', 'hot-wash', 'hot-wash-card')) return;
  const { exercise: code } = await make<ConsoleAdmission>(at.port, '/api/exercises', EXERCISE);
  const pupil = await open(from, { ...at, address: `class=${code}` });
  await pupil.page.locator('.joining button.big').click();
  const lead = await open(from, { ...at, address: `console=${code}`, person: LEADER.person });
  const { page } = lead;
  await page.locator('.console .gate .quiet').last().click();
  await page.waitForFunction(
    (turn) => [...document.querySelectorAll('.world-card')].some((card) => new RegExp(turn).test(card.textContent ?? '')),
    UNDER_WAY,
  );
  await page.keyboard.press('p');
  await page.locator('.world-card').first().click();
  await shoot(lead, 'console');
  const wall = await open(from, { ...at, address: `projector=${code}` });
  await wall.page.locator('.wall-world').first().waitFor();
  // A wall is no phone: there it is only looked at.
  if (at.size !== 'phone' || isLookedAt) await shoot(wall, 'projector');
  await washUp(lead, pupil);
  for (const each of [pupil, wall, lead]) await close(each);
}

async function washUp(lead: Tour, pupil: Tour): Promise<void> {
  const panes = lead.page.locator('.target-pane [role=tab]');
  await panes.nth(6).click();
  await shoot(lead, 'compare');
  await panes.nth(5).click();
  await lead.page.locator('.hot-wash-head button').first().click();
  const card = pupil.page.locator('.hot-wash-card textarea');
  await card.fill('How soon they were afraid.');
  await shoot(pupil, 'hot-wash-card');
  await pupil.page.locator('.hot-wash-card button[type=submit]').click();
  await lead.page.locator('.hot-wash-questions .notes li').first().waitFor();
  await shoot(lead, 'hot-wash');
}

/** One seat of three people: the head of state, after defence has ordered. */
export async function delegation(from: Browser, at: Opening): Promise<void> {
  if (!isAnyWanted(at, 'delegation')) return;
  const { code } = await make<Admission>(at.port, '/api/matches', MATCH);
  const seats: Tour[] = [];
  for (const { person } of [LEADER, DEFENCE]) {
    const seat = await open(from, { ...at, address: `join=${code}`, person });
    await seat.page.locator('.joining button.big').click();
    await seat.page.locator('.delegation').waitFor();
    seats.push(seat);
  }
  const [head, defence] = seats as [Tour, Tour];
  await defence.page.locator('#tab-orders').click();
  await defence.page.locator('.option-head[aria-expanded=false]').first().click();
  await defence.page.locator('.preview button.primary').click();
  await mapIsReady(head.page);
  await shoot(head, 'delegation');
  for (const each of seats) await close(each);
}
