/** The ways into a replay: from a report, from a file, by a link; each record is proved before anything of it is shown. */
import { signal } from '@preact/signals';
import { refuse } from '../../shared/state/refusal.ts';
import { openRecord } from '../debrief/bench.ts';
import type { Opened } from '../debrief/work.ts';
import { fetchScenario } from '../net/api.ts';
import { fetchExport } from '../net/download.ts';
import type { Match } from './match.ts';
import { leave, page } from './page.ts';
import { OWN_FILE, type ReplayPlace, readReplayAddress } from './replay-address.ts';
import type { ReplayFault } from './replay-fault.ts';

/** Where the reader wants to stand in the file that he is about to choose. */
const END: ReplayPlace = { source: OWN_FILE, turn: Number.POSITIVE_INFINITY, viewer: 'all' };
/** The longest text that is taken for a record: scenario and game together are a quarter of it. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Whether a file is being opened. */
export const isOpening = signal(false);

/** The address as it stands, where it leads to a replay; answers whether it does. */
export function replayFromAddress(): boolean {
  const place = readReplayAddress(location.hash);
  if (place === null) return false;
  if (page.value.at === 'replay' && page.value.source === place.source) {
    page.value.replay.look(place.viewer);
    page.value.replay.goToTurn(place.turn);
    return true;
  }
  // Whoever follows a link out of a game has left it.
  if (page.value.at === 'match') page.value.match.connection.leave();
  if (place.source === OWN_FILE) ask(place, null);
  else void fromServer(place);
  return true;
}

/** Of the match that the page shows; false: its record is not to be had. */
export async function replayMatch(match: Match): Promise<boolean> {
  const { exportOf } = await import('./finished.ts');
  const text = await exportOf(match, 'record.json', false);
  if (text === null) return false;
  return show(text, { ...END, source: match.code === '' ? OWN_FILE : match.code });
}

/** Of a file that the reader chose or dropped; `place`: where he wants to stand in it. */
export async function replayFile(file: File, place: ReplayPlace = END): Promise<void> {
  if (file.size > MOST_BYTES)
    return ask(place, { why: 'refused', refusal: refuse('refusal.no-record', { problem: `> ${MOST_BYTES} B` }) });
  await show(await file.text(), { ...place, source: OWN_FILE });
}

async function fromServer(place: ReplayPlace): Promise<void> {
  page.value = { at: 'opening' };
  const text = await fetchExport(place.source, 'record.json', false);
  if (text === null) ask(place, { why: 'not-given' });
  else await show(text, place);
}

const ask = (place: ReplayPlace, fault: ReplayFault | null): void => {
  page.value = { at: 'replay-file', place, fault };
};

async function show(text: string, place: ReplayPlace): Promise<boolean> {
  isOpening.value = true;
  const opened = await proved(text);
  isOpening.value = false;
  if ('why' in opened) {
    ask(place, opened);
    return false;
  }
  const { createReplay } = await import('./replay.ts');
  const replay = createReplay(opened.file, opened.game, place);
  const behind = page.value.at === 'match' ? page.value : null;
  page.value = { at: 'replay', replay, source: place.source, behind };
  return true;
}

/** Back to the report that one came from, else to the front door. */
export function leaveReplay(): void {
  history.replaceState(null, '', location.pathname + location.search);
  const now = page.value;
  if (now.at === 'replay' && now.behind !== null) page.value = now.behind;
  else leave();
}

async function proved(text: string): Promise<Opened | ReplayFault> {
  let opening = await openRecord(text);
  if (opening.what === 'lacks') {
    const scenario = await fetchScenario(opening.scenario);
    if (!scenario.ok) return { why: 'scenario-missing', scenario: opening.scenario };
    opening = await openRecord(text, scenario.value);
  }
  if (opening.what === 'refused') return { why: 'refused', refusal: opening.refusal };
  if (opening.what !== 'opened') return { why: 'failed' };
  const { parting, file } = opening.opened;
  if (parting === null) return opening.opened;
  if (parting.at === 'scenario') return { why: 'scenario-differs' };
  return { why: 'step-differs', step: parting.step + 1, of: file.steps.length };
}
