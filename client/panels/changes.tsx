/** What a step changed, grouped as a reader would ask, each change with its reasons in words. */
import type { JSX } from 'preact';
import { t } from '../i18n/text.ts';
import type { SeenStep } from '../model/heard.ts';
import { type Change, changesOf, GROUPS, groupOf } from '../model/ledger.ts';
import { lineText } from './effect-text.ts';
import { movedInWords, useGauges } from './gauge-words.ts';
import { Reasons } from './reasons.tsx';
import { type Moment, RevealAims, RevealNumbers } from './reveal-numbers.tsx';
import { useRoom } from './room-context.tsx';

/** Bookkeeping that a reader of the news need not see: it is all in the ledger. */
const SILENT = new Set([
  'provocation',
  'generatedTurns',
  'temptations',
  'judged',
  'since',
  'lastTurn',
  'turn',
  'lastTest',
  'lookedAway',
  'phase',
]);
/** That there is one, whose it is and how it goes is the headlines' and the crisis screen's. */
const CRISIS = 'crisis';
const SMALL = 0.05;

export function Changes({ step, when }: { readonly step: SeenStep; readonly when: Moment }): JSX.Element {
  const { match } = useRoom();
  const told = changesOf(
    step.effects.filter(({ subject, variable }) => variable !== 'self' && subject !== CRISIS && !SILENT.has(variable)),
  ).filter(isFelt);
  return (
    <section class="changes" id="changes">
      <h2>{t('reveal.changed')}</h2>
      <RevealNumbers step={step} when={when} />
      <RevealAims step={step} when={when} />
      {GROUPS.map((group) => {
        const changes = told.filter(
          (change) => change.lines[0] !== undefined && groupOf(change.lines[0], match.seat.value) === group,
        );
        return changes.length === 0 ? null : (
          <details key={group}>
            <summary>{t(`group.${group}`)}</summary>
            <ul>
              {changes.map((change) => (
                <ChangeItem key={`${change.subject} ${change.variable}`} change={change} />
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}

function isFelt(change: Change): boolean {
  const { before, after } = change;
  if (typeof before !== 'number' || typeof after !== 'number') return before !== after;
  return Math.abs(after - before) >= (Math.max(Math.abs(before), Math.abs(after)) <= 1 ? SMALL / 10 : SMALL);
}

function ChangeItem({ change }: { readonly change: Change }): JSX.Element {
  const { match } = useRoom();
  const { board } = match;
  const gauges = useGauges();
  const text = lineText(board, change, gauges);
  return (
    <li class="change">
      <p class="line-what">
        <span>{text.what}</span>
        <span class="figure">{text.change}</span>
      </p>
      <Reasons lines={change.lines} areCounted={movedInWords(gauges, change) === null} />
    </li>
  );
}
