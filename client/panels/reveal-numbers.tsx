/** The numbers that a reader asks for first, moving to where they now stand; why each moved is a click away. */
import type { JSX } from 'preact';
import { num } from '../i18n/format.ts';
import { say } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { aimsOf } from '../model/aims.ts';
import type { SeenStep } from '../model/heard.ts';
import { linesFor } from '../model/ledger.ts';
import { variableName } from './effect-text.ts';
import { dyadName } from './gauge.tsx';
import { movedInWords, useGauges } from './gauge-words.ts';
import { MovingNumber } from './moving-number.tsx';
import { Reasons } from './reasons.tsx';
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

/** What the seat wants, and how far this turn brought it: means over the turns played, as beside the map. */
export function RevealAims({ step, when }: Props): JSX.Element | null {
  const { match } = useRoom();
  const [seat, steps] = [match.seat.value, match.steps.value];
  const last = steps[steps.indexOf(step) - 1];
  if (seat === null || last === undefined) return null;
  const before = new Map(aimsOf(match.board, last.view, seat).map(({ id, points }) => [id, points]));
  return (
    <details class="reveal-aims">
      <summary>{t('aims.title')}</summary>
      <dl class="moving-numbers">
        {aimsOf(match.board, step.view, seat).map(({ id, text, points }) => (
          <div key={id}>
            <dt>{say(text)}</dt>
            <dd>
              <MovingNumber before={before.get(id) ?? points} after={points} format="1" when={when} />{' '}
              <Delta by={points - (before.get(id) ?? points)} format="+" />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

interface CellProps extends Props {
  readonly subject: string;
  readonly variable: string;
}

/** One number of the state with the reasons that moved it, from the ledger. */
function Cell({ step, when, subject, variable }: CellProps): JSX.Element | null {
  const gauges = useGauges();
  const lines = linesFor(step.effects, { subject, variable });
  const [first, last] = [lines[0]?.before, lines.at(-1)?.after];
  if (typeof first !== 'number' || typeof last !== 'number') return null;
  const inWords = movedInWords(gauges, { subject, variable, before: first, after: last });
  return (
    <div>
      <dt>{variableName(variable)}</dt>
      <dd>
        {inWords ?? (
          <>
            <MovingNumber before={first} after={last} format="0" when={when} /> <Delta by={last - first} format="+" />
          </>
        )}
        <details>
          <summary>{t('reveal.why')}</summary>
          <Reasons lines={lines} areCounted={inWords === null} />
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
