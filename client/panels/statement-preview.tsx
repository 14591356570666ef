/** A statement before it is made: as the newspaper would print it, who would hear it, what it would likely do. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Statement } from '../../shared/orders/sheet.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { listed, quarterOf } from '../i18n/format.ts';
import { powerName } from '../i18n/names.ts';
import { refusalSentence } from '../i18n/sentence.ts';
import { t } from '../i18n/text.ts';
import { isBrokenByOrders, type Speaking } from '../model/composing.ts';
import { likelySpeech, type Moved, strengthOf } from '../model/speech-effect.ts';
import { deedText, subjectText, variableName } from './effect-text.ts';
import { previewText } from './headline-text.tsx';
import { OwnWords } from './own-words.tsx';
import { useRoom } from './room-context.tsx';

interface Props {
  readonly power: Power;
  readonly statement: Statement;
}

export function StatementPreview({ power, statement }: Props): JSX.Element {
  const { match } = useRoom();
  const { draft, board } = match;
  const added = useSignal(false);
  const refusal = draft.refusalOfStatement(statement);
  const speaking = match.speaking.value;
  const broken = speaking !== null && isBrokenByOrders(speaking, statement);
  const reason = draft.locked.value ? t('sheet.locked-edit') : refusal ? refusalSentence(board, refusal) : null;
  return (
    <div class="paper-preview">
      <Clipping power={power} statement={statement} />
      <p class="small">
        <strong>{t('desk.hears')}</strong> {hearersText(statement)}
      </p>
      {speaking === null ? null : <Likely speaking={speaking} statement={statement} />}
      <button type="button" class="primary" disabled={reason !== null} onClick={add}>
        {t('desk.add')}
      </button>
      {reason === null ? null : <p class="reason">{reason}</p>}
      {broken ? <p class="reason">{t('sheet.pledge-broken')}</p> : null}
      {added.value ? <p class="small dim">{t('desk.added')}</p> : null}
    </div>
  );

  function add(): void {
    draft.addStatement(statement);
    draft.composing.value = null;
    added.value = true;
  }
}

/** As it will stand on the front page; what goes through a private channel no paper prints. */
function Clipping({ power, statement }: Props): JSX.Element {
  const { match } = useRoom();
  const turn = match.view.value?.state.world.turn ?? 1;
  const isPrivate = statement.venue === 'private';
  return (
    <>
      <p class="dim small">{t(isPrivate ? 'desk.preview-private' : 'desk.preview')}</p>
      <article class={isPrivate ? 'letter' : `front-page clipping ${statement.speaker}`}>
        {isPrivate ? null : (
          <p class="dateline">
            <span>{t('paper.name')}</span>
            <span>{t('turn.quarter', quarterOf(match.board.scenario.start, turn))}</span>
          </p>
        )}
        <p class="paper-line">{previewText(match.board, power, statement)}</p>
        <OwnWords said={statement} block />
      </article>
    </>
  );
}

function hearersText({ venue, target }: Statement): string {
  const power = target === 'all' ? t('target.all') : powerName(target);
  return t(`hears.${venue}`, { power });
}

interface LikelyProps {
  readonly speaking: Speaking;
  readonly statement: Statement;
}

function Likely({ speaking, statement }: LikelyProps): JSX.Element {
  const { board } = speaking;
  const likely = likelySpeech(speaking, statement);
  return (
    <div class="likely small">
      <p>
        <strong>{t('desk.likely')}</strong>
      </p>
      <ul>
        {likely.moved.map((moved) => (
          <li key={`${moved.subject} ${moved.variable}`} class={moved.add < 0 ? 'falls' : 'rises'}>
            <span>{movedText(moved)}</span>
            <span>
              <Arrow add={moved.add} /> {t(`likely.${moved.add < 0 ? 'lower' : 'higher'}.${strengthOf(moved.add)}`)}
            </span>
          </li>
        ))}
        {likely.moved.length === 0 ? <li class="dim">{t('likely.nothing')}</li> : null}
      </ul>
      {likely.isContradicted ? <p class="reason">{contradiction()}</p> : null}
      {likely.isWorn ? <p class="dim">{t('desk.worn')}</p> : null}
    </div>
  );

  /** By what, where deeds do it: whoever reads it can leave the deed, or choose other words. */
  function contradiction(): string {
    if (likely.belying.length === 0) return t('desk.contradicted');
    return t('desk.contradicted-by', { deeds: listed(likely.belying.map((deed) => deedText(board, deed))) });
  }

  function movedText({ subject, variable }: Moved): string {
    if (subject === 'world') return variableName(variable);
    return t('ledger.of', { subject: subjectText(board, subject), variable: variableName(variable) });
  }
}

function Arrow({ add }: { readonly add: number }): JSX.Element {
  return (
    <svg class="likely-arrow" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
      <path d={add < 0 ? 'M1 2.5h8L5 8.5z' : 'M1 7.5h8L5 1.5z'} />
    </svg>
  );
}
