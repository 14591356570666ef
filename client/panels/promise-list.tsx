/** Said against did, power by power: each commitment that the reader knows of and how it ended, and the words that deeds belied. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { num } from '../i18n/format.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { isOpen, type PromiseLine, type SaidDid, saidAgainstDid } from '../model/promises.ts';
import { wordsHeadlineText } from './headline-text.tsx';
import { DisownNote } from './office-note.tsx';
import { commitmentText } from './open-commitments.tsx';
import { useRoom } from './room-context.tsx';
import { SeatMark } from './seat-mark.tsx';
import { Term } from './term.tsx';

export function PromiseList(): JSX.Element {
  const view = useRoom().match.view.value;
  const records = useMemo(() => (view === null ? [] : saidAgainstDid(view)), [view]);
  return (
    <section aria-labelledby="promises-title">
      <h3 id="promises-title">
        <Term id="said-did">{t('promises.title')}</Term>
      </h3>
      {records.map((record) => (
        <RecordOf key={record.power} record={record} />
      ))}
    </section>
  );
}

function RecordOf({ record }: { readonly record: SaidDid }): JSX.Element {
  const { board } = useRoom().match;
  const { power, promises, belied, counts } = record;
  const sums = [
    ...counts.map(([status, count]) => t('promises.count', { status: t(`status.${status}`), count })),
    ...(belied.length > 0 ? [t('promises.count', { status: t('promises.belied'), count: belied.length })] : []),
  ];
  return (
    <article class={`rival ${power}`}>
      <h4>
        <SeatMark power={power} filled /> {powerName(power)}
      </h4>
      <p class="small dim">{sums.length === 0 ? t('promises.none') : sums.join(' · ')}</p>
      <ul class="promises">
        {promises.map((line) => (
          <PromiseItem key={line.id} line={line} />
        ))}
        {belied.map((said) => (
          <li key={JSON.stringify(said)}>
            <p class="small dim">{t('turn.short', { turn: said.turn })}</p>
            <p>{wordsHeadlineText(board, said)}</p>
            <p class="promise-state bad">
              <strong>{t('promises.belied')}</strong> <span class="small">{t('promises.belied-means')}</span>
            </p>
          </li>
        ))}
      </ul>
    </article>
  );
}

/** How each state reads: good, bad, or still open. */
const LOOKS: Readonly<Record<PromiseLine['commitment']['status'], string>> = {
  open: 'pending',
  met: 'bad',
  kept: 'good',
  called: 'good',
  broken: 'bad',
  untested: 'dim',
};

function PromiseItem({ line }: { readonly line: PromiseLine }): JSX.Element {
  const { match } = useRoom();
  const { commitment } = line;
  return (
    <li>
      <p class="small dim">
        {t(`commitment.${commitment.kind}`)} · {t('turn.short', { turn: commitment.made })}
        {line.isPrivate ? (
          <>
            {' '}
            <span class="tag">{t('venue.private')}</span>
          </>
        ) : null}
      </p>
      <p>{commitmentText(match.board, commitment)}</p>
      <p class={`promise-state ${LOOKS[commitment.status]}`}>
        <strong>{t(`status.${commitment.status}`)}</strong> <span class="small">{didText(line)}</span>
      </p>
      <DisownNote commitment={commitment} />
    </li>
  );
}

/** What is known of its keeping: time left and where the thing stands, or when it was judged. */
function didText({ commitment, left, present, holds }: PromiseLine): string {
  if (!isOpen(commitment)) return t('promises.judged', { turn: commitment.judged });
  const time = t('promises.left', { count: left ?? 0, turn: commitment.until });
  if (commitment.status === 'met') return t('promises.met');
  if (present !== null) return `${time} ${t('promises.present', { present: num(present, '0') })}`;
  return holds ? `${time} ${t('promises.holds')}` : time;
}
