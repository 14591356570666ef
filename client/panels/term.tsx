/** A word of the field with its definition a click away: a button that opens a popover, for mouse, touch and keyboard. */

import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../i18n/text.ts';

export const TERMS = [
  'threshold',
  'alarm',
  'margin',
  'fear',
  'outlook',
  'dilemma',
  'illusion',
  'credibility',
  'consent',
  'tension',
  'arriving',
  'decoys',
  'discrimination',
  'dispersal',
  'influence',
  'launch-under-attack',
  'leverage',
  'looks',
  'penaids',
  'posture',
  'restraint',
  'said-did',
  'stage',
  'stakes',
  'trust',
] as const;
export type TermId = (typeof TERMS)[number];

export const isTerm = (word: string): word is TermId => (TERMS as readonly string[]).includes(word);

export function Term({ id, children }: { readonly id: TermId; readonly children?: string }): JSX.Element {
  const popover = `term-${id}-${useId()}`;
  const word = children ?? t(`term.${id}`);
  return (
    <>
      <button type="button" class="term" popovertarget={popover}>
        {word}
      </button>
      <span id={popover} popover="auto" role="dialog" aria-label={t(`term.${id}`)} class="term-card">
        <strong>{t(`term.${id}`)}</strong>
        <span>{t(`term.${id}.means`)}</span>
        <button type="button" class="quiet" popovertarget={popover} popovertargetaction="hide">
          {t('action.close')}
        </button>
      </span>
    </>
  );
}
