/** What the room's map shows now, by the match's signals. */
import { language } from '../i18n/language.ts';
import type { MapPicture } from '../map/picture.ts';
import type { Match } from '../model/match.ts';
import { pictureOf } from '../model/picture.ts';

export function currentPicture(match: Match): MapPicture {
  const state = match.view.value?.state;
  // Read so that the labels are drawn again when the language changes.
  void language.value;
  const scene = match.scene.value;
  // A spectator sees no reveal: for him the map keeps the marks of the last step.
  const isNews = scene === 'reveal' || (match.seat.value === null && scene === 'room');
  const step = isNews ? (match.steps.value.at(-1) ?? null) : null;
  const [selected, considered] = [match.selectedSite.value, match.considered.value];
  if (!state) throw new Error('The map is shown once there is a view.');
  return pictureOf({ board: match.board, state, selected, considered, step, dark: scene === 'crisis' });
}
