/** Whose eyes words from outside are for: a power's, or everybody's. */
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';

export const EYES = ['all', ...POWERS] as const;
export const eyesName = (to: Power | 'all'): string => (to === 'all' ? t('world.everybody') : powerName(to));
