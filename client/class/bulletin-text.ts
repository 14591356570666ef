/** Words from outside the world, as they reach a seat: the facilitator's, and injects. */
import type { Bulletin } from '../../shared/protocol/exercise-view.ts';
import { say } from '../i18n/names.ts';

export const bulletinText = ({ words }: Pick<Bulletin, 'words'>): string => (typeof words === 'string' ? words : say(words));
