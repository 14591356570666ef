/** Names that nobody has to think of, in the reader's own language: a bird and a number. */
import { t } from '../i18n/text.ts';

/** Text keys `bird.*`: birds that all three countries know. */
export const BIRDS = [
  'crane',
  'swan',
  'heron',
  'stork',
  'owl',
  'lark',
  'swift',
  'finch',
  'magpie',
  'plover',
  'curlew',
  'wagtail',
  'cuckoo',
  'oriole',
  'egret',
  'teal',
] as const;
const NUMBERS = 89;
const FIRST_NUMBER = 11;

export function randomNickname(): string {
  const [bird = 0, number = 0] = crypto.getRandomValues(new Uint32Array(2));
  return t('nickname', { bird: t(`bird.${BIRDS[bird % BIRDS.length]}`), number: FIRST_NUMBER + (number % NUMBERS) });
}
