/** The points of an aim, with what they are counted from. */
import type { JSX } from 'preact';
import type { Power } from '../../shared/scenario/names.ts';
import { num } from '../i18n/format.ts';
import { hasText, t } from '../i18n/text.ts';
import { Reckoned } from './reckoned.tsx';

interface Props {
  readonly power: Power;
  readonly id: string;
  readonly name: string;
  readonly points: number;
}

export function AimPoints({ power, id, name, points }: Props): JSX.Element {
  const counted = hasText(`aim-counts.${id}`) ? t(`aim-counts.${id}`) : t('aim-counts.secret');
  const from = sourceOf(power, id);
  // As a heading it is no sentence.
  const heading = name.replace(/[.。]$/u, '');
  return <Reckoned name={heading} value={num(points, '0')} says={[counted, t('aim-counts.mean')]} {...(from ? { from } : {})} />;
}

/** The one number of the state that an aim is counted from, where it is one. */
function sourceOf(power: Power, id: string): { readonly subject: string; readonly variable: string } | null {
  switch (id) {
    case 'standing':
      return { subject: `powers/${power}`, variable: 'influence' };
    case 'calm':
      return { subject: 'world', variable: 'tension' };
    case 'trade':
      return { subject: `powers/${power}`, variable: 'tradeLost' };
    case 'balance':
      return { subject: 'ladders/ru-cn', variable: 'rung' };
    default:
      return null;
  }
}
