/** How one gets to the screens of an exercise: made, led again, invited to lead, shown on the wall; and how a code is joined. */

import type { CreateExercise } from '../../shared/protocol/exercise.ts';
import type { ConsoleAdmission } from '../../shared/protocol/exercise-view.ts';
import type { ApiAnswer, ApiFault } from '../net/api.ts';
import { createExercise, joinExercise, openConsole } from '../net/exercise-api.ts';
import { forgetLed, rememberLed } from '../net/exercise-memory.ts';
import { nickname } from '../net/person.ts';
import { enter, page, sitDown } from './page.ts';

const SCREENS = ['console', 'projector', 'print'] as const;

export function prepare(): void {
  page.value = { at: 'class', screen: { show: 'prepare' } };
}

/** Makes the exercise and opens its console; answers what was wrong, else null. */
export async function open(body: CreateExercise): Promise<ApiFault | null> {
  const made = await createExercise(body);
  if (!made.ok) return made.fault;
  lead(made.value);
  return null;
}

/** Goes where the address of the page leads, if that is a screen of an exercise. */
export function openClass(address: URLSearchParams): boolean {
  for (const show of SCREENS) {
    const code = address.get(show);
    if (code === null) continue;
    void enterAs(show, code, address.get('invitation'));
    return true;
  }
  return false;
}

/** Back to the console of an exercise that one leads. */
export const leadAgain = (code: string): Promise<void> => enterAs('console', code, null);

async function enterAs(show: (typeof SCREENS)[number], typed: string, invitation: string | null): Promise<void> {
  const code = typed.trim().toUpperCase();
  page.value = { at: 'opening' };
  const admission = await admissionTo(code, invitation);
  if (!admission.ok) {
    if (admission.fault === 'unknown') forgetLed(code);
    page.value = { at: 'home', fault: admission.fault };
  } else if (show === 'console') lead(admission.value);
  else page.value = { at: 'class', screen: { show, admission: admission.value } };
}

function admissionTo(code: string, invitation: string | null): Promise<ApiAnswer<ConsoleAdmission>> {
  return openConsole(code, { nickname: nickname(), ...(invitation === null ? {} : { invitation }) });
}

/** The address keeps the code, so that loading the page anew leads back; an invitation has served, and does not stay there. */
function lead(admission: ConsoleAdmission): void {
  // Whoever does not lead sees what everybody may see.
  if (!admission.leads) {
    page.value = { at: 'class', screen: { show: 'projector', admission } };
    return;
  }
  rememberLed(admission.exercise);
  history.replaceState(null, '', `?console=${admission.exercise}`);
  page.value = { at: 'class', screen: { show: 'console', admission } };
}

/** Out of a console: the exercise goes on, and the front door leads back to it. */
export function leaveConsole(): void {
  history.replaceState(null, '', location.pathname);
  page.value = { at: 'home', fault: null };
}

/** A facilitator has moved the reader to another world: he goes there at once, and finds his seat. */
export function goTo(code: string): Promise<void> {
  const now = page.value;
  if (now.at === 'table') now.table.connection.leave();
  if (now.at === 'match') now.match.connection.leave();
  return enter(code, null);
}

/**
 * Sits down by a code, which may be an exercise's or a game's. A class sits behind one address, and what goes wrong there is
 * counted: exercises are asked for first, since thirty pupils may type the same code at once. `name`: for the facilitator.
 */
export async function comeBy(code: string, name: string): Promise<void> {
  page.value = { at: 'opening' };
  const given = name.trim();
  const joined = await joinExercise(code, { nickname: nickname(), ...(given === '' ? {} : { name: given }) });
  if (joined.ok) return sitDown({ ok: true, value: joined.value.admission }, code);
  // An older server answers as one that has no such exercise.
  if (joined.fault === 'unknown' || joined.fault === 'refused') return enter(code, undefined);
  page.value = { at: 'join', code, fault: joined.fault };
}
