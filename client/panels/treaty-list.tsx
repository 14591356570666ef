/** The treaties that were made: between whom, what they say, whether they hold; one's own may be broken openly with the sheet. */
import type { JSX } from 'preact';
import type { Power } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { t } from '../i18n/text.ts';
import { treatiesOf } from '../model/treaties.ts';
import { TreatyOfficeNote } from './office-note.tsx';
import { useRoom } from './room-context.tsx';
import { clauseText, partiesText, statusText } from './treaty-text.ts';

interface Props {
  readonly state: State;
  readonly power: Power;
}

export function TreatyList({ state, power }: Props): JSX.Element | null {
  const { match } = useRoom();
  if (!match.board.scenario.orderKinds.includes('treaty')) return null;
  const treaties = treatiesOf(state);
  return (
    <section aria-labelledby="treaties-title">
      <h3 id="treaties-title">{t('treaties.title')}</h3>
      {treaties.length === 0 ? <p class="dim small">{t('treaties.none')}</p> : null}
      <ul class="promises">
        {treaties.map((treaty) => (
          <TreatyItem key={treaty.id} treaty={treaty} power={power} />
        ))}
      </ul>
    </section>
  );
}

function TreatyItem({
  treaty,
  power,
}: {
  readonly treaty: ReturnType<typeof treatiesOf>[number];
  readonly power: Power;
}): JSX.Element {
  const { match } = useRoom();
  const { draft } = match;
  const isMine = treaty.binds && treaty.parties.includes(power);
  const isBreaking = draft.sheet.value.abandon.includes(treaty.id);
  return (
    <li>
      <p class="small dim">{t('treaties.of', { parties: partiesText(treaty.parties), turn: treaty.made })}</p>
      <ul class="clauses">
        {treaty.clauses.map((clause) => (
          <li key={JSON.stringify(clause)}>{clauseText(match.board, clause)}</li>
        ))}
      </ul>
      <p class={`promise-state ${treaty.status === 'broken' ? 'bad' : treaty.binds ? 'good' : 'dim'}`}>
        <strong>{statusText(treaty)}</strong>
      </p>
      {isBreaking ? <p class="reason">{t('treaties.breaking')}</p> : null}
      {isMine ? <TreatyOfficeNote power={power} /> : null}
      {isMine ? (
        <button
          type="button"
          class="quiet small"
          disabled={draft.locked.value || draft.lack('standing') !== null}
          onClick={() => draft.toggleAbandon(treaty.id)}
        >
          {t(isBreaking ? 'treaties.keep' : 'treaties.break')}
        </button>
      ) : null}
    </li>
  );
}
