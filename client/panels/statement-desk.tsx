/** The statement desk: who says what kind of thing to whom, about what, where; own words; how it will read. */
import type { JSX } from 'preact';
import { LIMITS } from '../../shared/limits.ts';
import type { Statement } from '../../shared/orders/sheet.ts';
import { othersOf, type Power, SPEAKERS, VENUES } from '../../shared/scenario/names.ts';
import { subjectOfCondition, subjectsOf } from '../../shared/scenario/words.ts';
import { language } from '../i18n/language.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { bindingKind, emptyStatement, kindsFor, withKind } from '../model/composing.ts';
import { Choice } from './choice.tsx';
import { CommitmentBuilder } from './commitment-builder.tsx';
import { subjectName } from './headline-text.tsx';
import { InFactHint } from './in-fact.tsx';
import { LackNotice } from './lack-notice.tsx';
import { OfficeNote } from './office-note.tsx';
import { OpenCommitments } from './open-commitments.tsx';
import { useRoom } from './room-context.tsx';
import { StatementPreview } from './statement-preview.tsx';

export function StatementDesk(): JSX.Element {
  const { match } = useRoom();
  const power = match.seat.value;
  if (power === null) return <p class="dim">{t('orders.watching')}</p>;
  return (
    <div class="desk">
      <h2 class="sr-only">{t('tab.statements')}</h2>
      {match.draft.locked.value ? <p class="notice">{t('sheet.locked-edit')}</p> : null}
      <LackNotice part="statements" />
      {/* What binds already stands before what one is about to say. */}
      <OpenCommitments power={power} />
      <InFactHint only="words" />
      <Composer power={power} />
    </div>
  );
}

function Composer({ power }: { readonly power: Power }): JSX.Element {
  const { match } = useRoom();
  const { draft, board } = match;
  const statement = draft.composing.value ?? emptyStatement(board, power, language.value);
  const change = (part: Partial<Statement>): void => {
    draft.composing.value = { ...statement, ...part };
  };
  const { target } = statement;
  const chooseKind = (kind: Statement['kind']): void => {
    const speaking = match.speaking.value;
    if (speaking) draft.composing.value = withKind(speaking, statement, kind);
  };
  return (
    <form class="composer" onSubmit={(event) => event.preventDefault()}>
      <Choice
        label={t('desk.kind')}
        value={statement.kind}
        ids={match.speaking.value === null ? [statement.kind] : kindsFor(match.speaking.value)}
        name={(id) => t(`kind.${id}`)}
        choose={chooseKind}
      />
      <p class="small dim">{t(`kind.${statement.kind}.means`)}</p>
      <div class="fields">
        <Choice
          label={t('desk.speaker')}
          value={statement.speaker}
          ids={SPEAKERS}
          name={(id) => t(`speaker.${id}`)}
          choose={(speaker) => change({ speaker })}
        />
        <Choice
          label={t('desk.target')}
          value={target}
          ids={[...othersOf(power), 'all'] as const}
          name={(id) => (id === 'all' ? t('target.all') : powerName(id))}
          choose={(next) => change({ target: next })}
        />
        {statement.commitment ? null : (
          <Choice
            label={t('desk.subject')}
            value={statement.subject}
            ids={subjectsOf(board.scenario)}
            name={(id) => subjectName(board, id)}
            choose={(subject) => change({ subject })}
          />
        )}
        <Choice
          label={t('desk.venue')}
          value={statement.venue}
          ids={VENUES}
          name={(id) => t(`venue.${id}`)}
          choose={(venue) => change({ venue })}
        />
      </div>
      {bindingKind(statement.kind) && statement.commitment ? (
        <CommitmentBuilder
          power={power}
          kind={statement.kind}
          commitment={statement.commitment}
          change={(commitment) => change({ commitment, subject: subjectOfCondition(commitment.condition) })}
        />
      ) : null}
      {statement.speaker === 'head-of-state' ? <OfficeNote power={power} /> : null}
      <WordsField words={statement.words} change={(words) => change({ words, language: language.value })} />
      <StatementPreview power={power} statement={statement} />
    </form>
  );
}

function WordsField({ words, change }: { readonly words: string; readonly change: (words: string) => void }): JSX.Element {
  const left = LIMITS.ownWordsLength - words.length;
  return (
    <label class="own-words">
      <span>{t('desk.words')}</span>
      <textarea
        rows={3}
        maxLength={LIMITS.ownWordsLength}
        value={words}
        aria-describedby="words-left"
        // A headline has no line breaks: what a reader pastes with some is joined by blanks.
        onInput={(event) => change(event.currentTarget.value.replace(/[\u0000-\u001f\u007f]+/g, ' '))}
      />
      <span id="words-left" class="small dim">
        {t('desk.words-left', { count: left })}
      </span>
    </label>
  );
}
