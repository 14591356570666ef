/** A number that was worked out, not stored: its "why?" is how it was reckoned, on a card, with the way to the ledger. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Why } from '../../shared/capability/why.ts';
import type { Question } from '../../shared/game/explain.ts';
import { t } from '../i18n/text.ts';
import { Formula } from './formula.tsx';
import { useRoom } from './room-context.tsx';

interface Props {
  readonly name: string;
  readonly value: string;
  /** How it comes about, in sentences. */
  readonly says: readonly string[];
  /** The ledger lines that feed it, where there are some. */
  readonly from?: { readonly subject: string; readonly variable: string };
  /** The same as a question to the core, or to who has the answer: formulas and sources. */
  readonly asked?: Question | (() => Promise<Why>);
}

export function Reckoned({ name, value, says, from, asked }: Props): JSX.Element {
  const { desk } = useRoom();
  const card = `reckoned-${useId()}`;
  return (
    <>
      <button type="button" class="why" popovertarget={card}>
        <span class="figure">{value}</span>
        <span class="sr-only">{t('action.why')}</span>
      </button>
      <div id={card} popover="auto" role="dialog" aria-label={name} class="term-card">
        <strong>
          {name}: <span class="figure">{value}</span>
        </strong>
        {says.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {asked ? <Formula asked={asked} /> : null}
        <div class="card-foot">
          {from ? (
            <button type="button" class="quiet" popovertarget={card} onClick={() => desk.ask(from.subject, from.variable)}>
              {t('reckoned.ledger')}
            </button>
          ) : null}
          <button type="button" class="quiet" popovertarget={card} popovertargetaction="hide">
            {t('action.close')}
          </button>
        </div>
      </div>
    </>
  );
}
