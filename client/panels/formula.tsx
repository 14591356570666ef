/** A number's "why?" down to the scenario's figures: formulas, parts, sources, as the core gives them; worked out when opened. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Question } from '../../shared/game/explain.ts';
import { t } from '../i18n/text.ts';
import { useRoom } from './room-context.tsx';

export function Formula({ asked }: { readonly asked: Question }): JSX.Element {
  const { match } = useRoom();
  const told = useSignal('');
  return (
    <details class="formula" onToggle={(event) => void tell(event.currentTarget.open)}>
      <summary>{t('reckoned.formula')}</summary>
      {told.value === '' ? null : (
        <pre class="figure" lang="en" translate={false}>
          {told.value}
        </pre>
      )}
    </details>
  );

  /** The explanations are fetched when the first is opened: most readers never ask so far. */
  async function tell(isOpen: boolean): Promise<void> {
    const state = match.view.value?.state;
    if (!isOpen || state === undefined) return;
    try {
      const { linesAsked } = await import('../model/formula-lines.ts');
      told.value = linesAsked(match.board, state, asked).join('\n');
    } catch {
      told.value = t('reckoned.formula-lost');
    }
  }
}
