/** The numbers that a reader asks for first, moving to where they now stand; why each moved is a click away. */
import type { JSX } from 'preact';
import { num } from '../i18n/format.ts';
import { whySentence } from '../i18n/sentence.ts';
import { t } from '../i18n/text.ts';
import type { SeenStep } from '../model/heard.ts';
import { linesFor } from '../model/ledger.ts';
import { variableName } from './effect-text.ts';
import { dyadName } from './gauge.tsx';
import { movedInWords, useGauges } from './gauge-words.ts';
import { MovingNumber } from './moving-number.tsx';
import { useRoom } from './room-context.tsx';

export type Moment = 'before' | 'moving' | 'after';

interface Props {
  readonly step: SeenStep;
  readonly when: Moment;
}

export function RevealNumbers({ step, when }: Props): JSX.Element {
  const { match } = useRoom();
  const seat = match.seat.value;
  return (
    <dl class="moving-numbers">
      <Cell step={step} when={when} subject="world" variable="tension" />
      {seat === null
        ? null
        : (['approval', 'credibility', 'influence'] as const).map((variable) => (
            <Cell key={variable} step={step} when={when} subject={`powers/${seat}`} variable={variable} />
          ))}
      <Margins step={step} when={when} />
    </dl>
  );
}

interface CellProps extends Props {
  readonly subject: string;
  readonly variable: string;
}

/** One number of the state with the reasons that moved it, from the ledger. */
function Cell({ step, when, subject, variable }: CellProps): JSX.Element | null {
  const { match } = useRoom();
  const gauges = useGauges();
  const lines = linesFor(step.effects, { subject, variable });
  const [first, last] = [lines[0]?.before, lines.at(-1)?.after];
  if (typeof first !== 'number' || typeof last !== 'number') return null;
  const reasons = [...new Set(lines.map((line) => whySentence(match.board, line.because)))];
  return (
    <div>
      <dt>{variableName(variable)}</dt>
      <dd>
        {movedInWords(gauges, { subject, variable, before: first, after: last }) ?? (
          <>
            <MovingNumber before={first} after={last} format="0" when={when} /> <Delta by={last - first} format="+" />
          </>
        )}
        <details>
          <summary>{t('reveal.why')}</summary>
          <ul class="reasons small">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      </dd>
    </div>
  );
}

/** Margins are worked out, not stored: they have no ledger lines, so the change is told from the time line. */
function Margins({ step, when }: Props): JSX.Element | null {
  const gauges = useGauges();
  const [last, before] = [step.view.timeline.at(-1), step.view.timeline.at(-2)];
  if (!last || !before) return null;
  return (
    <>
      {Object.entries(last.margins).map(([dyad, margin]) => {
        const old = before.margins[dyad] ?? margin;
        return (
          <div key={dyad} class={margin < 0 ? 'alert' : ''}>
            <dt>{t('reveal.margin', { dyad: dyadName(dyad) })}</dt>
            <dd>
              {gauges.areInWords ? (
                t('gauge.moved', { now: gauges.margin(margin), by: gauges.marginBy(margin - old) })
              ) : (
                <>
                  <MovingNumber before={old} after={margin} format="2" when={when} /> <Delta by={margin - old} format="+2" />
                </>
              )}
              <details>
                <summary>{t('reveal.why')}</summary>
                <p class="small">{t('reveal.margin-why')}</p>
              </details>
            </dd>
          </div>
        );
      })}
    </>
  );
}

function Delta({ by, format }: { readonly by: number; readonly format: string }): JSX.Element {
  return <span class="small dim figure">{num(by, format)}</span>;
}
