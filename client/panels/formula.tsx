/** A number's "why?" down to the scenario's figures: formulas, parts, sources, as the core gives them; worked out when opened. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { type Part, stepOf, type Why } from '../../shared/capability/why.ts';
import type { Question } from '../../shared/game/explain.ts';
import { t } from '../i18n/text.ts';
import { useRoom } from './room-context.tsx';

type Told = readonly string[] | Why | null;

export function Formula({ asked }: { readonly asked: Question | (() => Promise<Why>) }): JSX.Element {
  const { match } = useRoom();
  const told = useSignal<Told>(null);
  return (
    <details class="formula" onToggle={(event) => void tell(event.currentTarget.open)}>
      <summary>{t('reckoned.formula')}</summary>
      {told.value === null ? null : 'what' in told.value ? <Step why={told.value} /> : <Lines lines={told.value} />}
    </details>
  );

  /** The explanations are fetched when the first is opened: most readers never ask so far. */
  async function tell(isOpen: boolean): Promise<void> {
    if (!isOpen || (told.value !== null && 'what' in told.value)) return;
    try {
      told.value = typeof asked === 'function' ? await asked() : await linesOn(asked);
    } catch {
      told.value = [t('reckoned.formula-lost')];
    }
  }

  async function linesOn(question: Question): Promise<Told> {
    const state = match.view.value?.state;
    if (state === undefined) return null;
    const { linesAsked } = await import('../model/formula-lines.ts');
    return linesAsked(match.board, state, question);
  }
}

const Lines = ({ lines }: { readonly lines: readonly string[] }): JSX.Element => (
  <pre class="figure" lang="en" translate={false}>
    {lines.join('\n')}
  </pre>
);

/** Where all of it would be tens of thousands of lines, it is opened step by step. */
function Step({ why }: { readonly why: Why }): JSX.Element {
  return (
    <>
      <Lines lines={stepOf(why)} />
      {[...why.parts, ...(why.holdsBy ?? [])].map((part) => (
        <Deeper key={part.symbol} part={part} />
      ))}
    </>
  );
}

function Deeper({ part: { symbol, from } }: { readonly part: Part }): JSX.Element | null {
  const isOpen = useSignal(false);
  if (from.type !== 'why') return null;
  return (
    <details class="formula" onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
      <summary class="figure" lang="en" translate={false}>
        {symbol}
      </summary>
      {isOpen.value ? <Step why={from.why} /> : null}
    </details>
  );
}
