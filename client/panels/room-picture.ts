/** What the room's map shows now, by the match's signals. */
import { language } from '../i18n/language.ts';
import type { MapPicture } from '../map/picture.ts';
import type { StepNews } from '../model/headlines.ts';
import type { Match } from '../model/match.ts';
import { pictureOf } from '../model/picture.ts';
import { toldLines } from '../model/telling.ts';

export function currentPicture(match: Match): MapPicture {
  const state = match.view.value?.state;
  // Read so that the labels are drawn again when the language changes.
  void language.value;
  const scene = match.scene.value;
  // A spectator sees no reveal: for him the map keeps the marks of the last step.
  const isNews = scene === 'reveal' || (match.seat.value === null && scene === 'room');
  const step = isNews ? toldOf(match.steps.value.at(-1) ?? null) : null;
  const [selected, considered] = [match.selectedSite.value, match.considered.value];
  if (!state) throw new Error('The map is shown once there is a view.');
  return pictureOf({ board: match.board, state, selected, considered, step, dark: scene === 'crisis' });
}

/** As much of a step as the reveal has told: the map keeps pace with the paper. */
function toldOf(step: StepNews | null): StepNews | null {
  const told = toldLines.value;
  return step === null || told === null ? step : { ...step, effects: step.effects.filter((effect) => told.has(effect.n)) };
}
