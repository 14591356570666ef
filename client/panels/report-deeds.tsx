/** Turn by turn: what each power ordered and said, what came back, how crises went, and what happened in fact. */
import type { JSX } from 'preact';
import type { Board } from '../../shared/capability/board.ts';
import type { Report } from '../../shared/game/report.ts';
import type { Sheet } from '../../shared/orders/sheet.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import type { Fact } from '../../shared/scenario/schema.ts';
import { quarterOf } from '../i18n/format.ts';
import { language } from '../i18n/language.ts';
import { powerName, say } from '../i18n/names.ts';
import { refusalSentence } from '../i18n/sentence.ts';
import { t } from '../i18n/text.ts';
import { returnedAt } from '../model/draft.ts';
import { doneIn, statementOf } from '../model/in-fact.ts';
import { previewText } from './headline-text.tsx';
import { orderName } from './order-name.ts';
import { OwnWords } from './own-words.tsx';
import { Serves } from './report-learning.tsx';
import { SeatMark } from './seat-mark.tsx';

interface Props {
  readonly board: Board;
  readonly report: Report;
}
type TurnSheets = Report['sheets'][number];

export function Deeds({ board, report }: Props): JSX.Element {
  return (
    <section>
      <h2>{t('report.deeds')}</h2>
      <Serves board={board} part="deeds" />
      {report.sheets.map((each, i) => (
        <details key={each.turn} open={i === 0} class="turn-deeds">
          <summary>
            {t('ledger.turn', { turn: each.turn })}{' '}
            <span class="dim">{t('turn.quarter', quarterOf(board.scenario.start, each.turn))}</span>
          </summary>
          <div class="score-cards">
            {POWERS.map((power) => (
              <PowerDeeds key={power} board={board} power={power} each={each} />
            ))}
          </div>
          <CrisisRounds report={report} turn={each.turn} />
          <Facts board={board} report={report} turn={each.turn} />
        </details>
      ))}
    </section>
  );
}

export function PowerDeeds({
  board,
  power,
  each,
}: {
  readonly board: Board;
  readonly power: Power;
  readonly each: TurnSheets;
}): JSX.Element {
  const sheet = each.sheets[power];
  return (
    <article class={`score-card ${power}`}>
      <h3>
        <SeatMark power={power} /> {powerName(power)}
      </h3>
      {sheet === undefined || sheet.orders.length + sheet.statements.length === 0 ? (
        <p class="dim">{t('report.nothing')}</p>
      ) : (
        <SheetList board={board} power={power} each={each} sheet={sheet} />
      )}
    </article>
  );
}

interface ListProps {
  readonly board: Board;
  readonly power: Power;
  readonly each: TurnSheets;
  readonly sheet: Sheet;
}

function SheetList({ board, power, each, sheet }: ListProps): JSX.Element {
  const own = each.returned.filter((back) => back.power === power);
  const reason = (what: 'order' | 'statement', index: number): JSX.Element | null => {
    const refusal = returnedAt(own, what, index);
    return refusal === null ? null : (
      <span class="reason">{t('report.returned', { reason: refusalSentence(board, refusal) })}</span>
    );
  };
  return (
    <ul>
      {sheet.orders.map((order, i) => (
        <li key={`o${i}`}>
          {orderName(board, order)} {reason('order', i)}
        </li>
      ))}
      {sheet.statements.map((statement, i) => (
        <li key={`s${i}`}>
          {previewText(board, power, statement)} <OwnWords said={statement} /> {reason('statement', i)}
        </li>
      ))}
    </ul>
  );
}

function CrisisRounds({ report, turn }: { readonly report: Report; readonly turn: number }): JSX.Element | null {
  const crisis = report.crises.find((each) => each.turn === turn);
  if (!crisis) return null;
  return (
    <>
      <h4>{t('report.crisis')}</h4>
      <ol>
        {crisis.rounds.map((played) => (
          <li key={played.round}>
            {played.step.type === 'round'
              ? Object.entries(played.step.choices)
                  .map(([power, choice]) => t('crisis.did', { power: powerName(power), choice: t(`choice.${choice}`) }))
                  .join('; ')
              : ''}
          </li>
        ))}
      </ol>
    </>
  );
}

function Facts({ board, report, turn }: Props & { readonly turn: number }): JSX.Element | null {
  const facts = report.facts.filter((fact) => fact.turn === turn);
  if (facts.length === 0) return null;
  return (
    <aside class="facts">
      <h4>{t('report.facts')}</h4>
      <ul>
        {facts.map((fact) => (
          <li key={`${fact.power}${say(fact.text)}`}>
            <span class={fact.power}>
              <SeatMark power={fact.power} /> {powerName(fact.power)}:
            </span>{' '}
            {say(fact.text)}
            <InPlay board={board} report={report} fact={fact} />
          </li>
        ))}
      </ul>
      <p class="small dim">{t('report.facts-say', { scenario: say(board.scenario.title) })}</p>
    </aside>
  );
}

/** Beside what was done in fact and could be done here, whether it was done in this game as well. */
function InPlay({ board, report, fact }: Props & { readonly fact: Fact }): JSX.Element | null {
  const { orderKinds, statementKinds } = board.scenario;
  const orders = fact.orders.filter(({ kind }) => orderKinds.includes(kind));
  const statements = fact.statements.filter(({ kind }) => statementKinds.includes(kind));
  const deeds = [
    ...orders.map((order) => ({ text: orderName(board, order), turn: doneIn(report, fact, { order }) })),
    ...statements.map((words) => ({
      text: previewText(board, fact.power, statementOf(words, language.value)),
      turn: doneIn(report, fact, { words }),
    })),
  ];
  if (deeds.length === 0) return null;
  return (
    <ul class="in-play small">
      {deeds.map(({ text, turn }) => (
        <li key={text}>
          {text} <span class="tag">{inPlayText(fact.turn, turn)}</span>
        </li>
      ))}
    </ul>
  );
}

function inPlayText(inFact: number, turn: number | null): string {
  if (turn === null) return t('report.fact-never');
  return turn === inFact ? t('report.fact-then') : t('report.fact-in', { turn });
}
