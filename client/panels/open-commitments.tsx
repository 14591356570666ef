/** What I have promised and threatened, and until when; a promise may be given up openly, at its price. */
import type { JSX } from 'preact';
import type { Board } from '../../shared/capability/board.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { Commitment } from '../../shared/state/state.ts';
import { nameOf, powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { isOpen, type PromiseLine, promisesOf } from '../model/promises.ts';
import { LackNotice } from './lack-notice.tsx';
import { DisownNote } from './office-note.tsx';
import { useRoom } from './room-context.tsx';

export function OpenCommitments({ power }: { readonly power: Power }): JSX.Element {
  const { match } = useRoom();
  const state = match.view.value?.state;
  const mine = state ? promisesOf(state).filter(({ commitment }) => commitment.power === power && isOpen(commitment)) : [];
  return (
    <section aria-labelledby="commitments-title">
      <h3 id="commitments-title">{t('commitments.title')}</h3>
      {mine.length === 0 ? <p class="dim small">{t('commitments.none')}</p> : null}
      <ul class="commitments">
        {mine.map((line) => (
          <OwnCommitment key={line.id} line={line} />
        ))}
      </ul>
      {mine.length === 0 ? null : <LackNotice part="standing" />}
    </section>
  );
}

function OwnCommitment({ line }: { readonly line: PromiseLine }): JSX.Element {
  const { id, commitment, left } = line;
  const { match } = useRoom();
  const { draft } = match;
  const given = draft.sheet.value.abandon.includes(id);
  return (
    <li>
      <span>{commitmentText(match.board, commitment)}</span>
      <span class="small deadline">{t('promises.left', { count: left ?? 0, turn: commitment.until })}</span>
      {commitment.status === 'met' ? <strong class="reason">{t('commitments.met')}</strong> : null}
      {given ? <span class="reason">{t('commitments.given-up')}</span> : null}
      <DisownNote commitment={commitment} />
      <button
        type="button"
        class="quiet small"
        disabled={draft.locked.value || draft.lack('standing') !== null}
        onClick={() => draft.toggleAbandon(id)}
      >
        {t(given ? 'commitments.keep' : 'commitments.give-up')}
      </button>
    </li>
  );
}

/** By when: a turn, or the end of the game, where no turn is left to prove it in. */
const byText = (board: Board, turn: number): string =>
  turn > board.scenario.turns ? t('commitment.by-end') : t('commitment.by-turn', { turn });

/** A commitment in one sentence. */
export function commitmentText(board: Board, commitment: Commitment): string {
  const { condition } = commitment;
  const about =
    'battery' in condition
      ? nameOf(board, condition.battery)
      : 'third' in condition
        ? nameOf(board, condition.third)
        : powerName(condition.power);
  const event = t(`condition.${condition.type}.of`, { about, count: condition.type === 'inventory-over' ? condition.count : 0 });
  const args = { event, by: byText(board, commitment.until) };
  if (commitment.kind === 'denial') return t('commitment.denial.text', args);
  return commitment.response === null
    ? t('commitment.pledge.text', args)
    : t('commitment.red-line.text', { ...args, response: t(`response.${commitment.response}`) });
}
