/** A treaty being proposed, or a counter-proposal: its clauses, its parties, and the trust that it asks for. */
import { type Signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { LIMITS } from '../../shared/limits.ts';
import { gateOf, partiesOf } from '../../shared/politics/treaty.ts';
import { mayNegotiate } from '../../shared/protocol/portfolio.ts';
import { othersOf, type Power } from '../../shared/scenario/names.ts';
import { trustOf } from '../../shared/state/read.ts';
import type { Clause, State } from '../../shared/state/state.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { freshClause, type Ground, typesLeft } from '../model/treaties.ts';
import { Choice } from './choice.tsx';
import { ClauseFields } from './clause-fields.tsx';
import { CrossIcon } from './cross-icon.tsx';
import { useRoom } from './room-context.tsx';
import { clauseText } from './treaty-text.ts';

/** A proposal on the desk: what it says, and which offer of the other it answers. */
export interface Proposal {
  readonly clauses: readonly Clause[];
  readonly isForThree: boolean;
  readonly counters: string | null;
}

export const NO_PROPOSAL: Proposal = { clauses: [], isForThree: false, counters: null };

interface Props {
  readonly power: Power;
  readonly partner: Power;
  readonly state: State;
  readonly proposal: Signal<Proposal>;
}

export function TreatyForm({ power, partner, state, proposal }: Props): JSX.Element {
  const { match } = useRoom();
  const isOpen = useSignal(false);
  const third = othersOf(power).find((other) => other !== partner) ?? partner;
  const { clauses, isForThree, counters } = proposal.value;
  const partners = isForThree ? [partner, third] : [partner];
  const ground: Ground = { board: match.board, state, parties: partiesOf(power, partners) };
  const put = (next: Partial<Proposal>): void => {
    proposal.value = { ...proposal.value, ...next };
  };
  return (
    <details class="treaty-form" open={isOpen.value || counters !== null} onToggle={(e) => (isOpen.value = e.currentTarget.open)}>
      <summary>{t('talks.treaty')}</summary>
      {counters === null ? null : <p class="small dim">{t('talks.treaty.countering')}</p>}
      <ul class="clauses">
        {clauses.length === 0 ? <li class="dim small">{t('talks.treaty.empty')}</li> : null}
        {clauses.map((clause, i) => (
          <li key={i}>
            <ClauseFields ground={ground} clause={clause} change={(next) => put({ clauses: clauses.with(i, next) })} />
            <button
              type="button"
              class="remove"
              aria-label={t('talks.treaty.remove', { clause: clauseText(match.board, clause) })}
              onClick={() => put({ clauses: clauses.toSpliced(i, 1) })}
            >
              <CrossIcon />
            </button>
          </li>
        ))}
      </ul>
      <AddClause ground={ground} clauses={clauses} add={(clause) => put({ clauses: [...clauses, clause] })} />
      <label class="check">
        <input type="checkbox" checked={isForThree} onChange={() => put({ isForThree: !isForThree })} />
        {t('talks.treaty.three', { power: powerName(third) })}
      </label>
      {clauses.length === 0 ? null : <Gates power={power} partners={partners} state={state} clauses={clauses} />}
      <button
        type="button"
        class="quiet"
        disabled={clauses.length === 0 || match.dealings.isBusy.value || !mayNegotiate(match.rights.value)}
        onClick={() => void send(partners)}
      >
        {t('talks.treaty.send')}
      </button>
    </details>
  );

  /** To each partner a line of his own: a treaty of three binds nobody who has not seen it. */
  async function send(to: readonly Power[]): Promise<void> {
    for (const each of to) {
      const body = {
        to: each,
        what: 'treaty' as const,
        terms: { partners: [...to], clauses: [...clauses] },
        ...(counters !== null && each === partner ? { counters } : {}),
      };
      if (!(await match.dealings.ask('offer', body)).ok) return;
    }
    proposal.value = NO_PROPOSAL;
    isOpen.value = false;
  }
}

interface AddProps {
  readonly ground: Ground;
  readonly clauses: readonly Clause[];
  readonly add: (clause: Clause) => void;
}

function AddClause({ ground, clauses, add }: AddProps): JSX.Element | null {
  const types = typesLeft(ground, clauses);
  const chosen = useSignal(types[0] ?? 'notification');
  const type = types.includes(chosen.value) ? chosen.value : types[0];
  if (type === undefined || clauses.length >= LIMITS.treatyClauses) return null;
  const clause = freshClause(ground, type);
  return (
    <div class="add-clause">
      <Choice
        label={t('talks.treaty.clause')}
        value={type}
        ids={types}
        name={(id) => t(`clause.${id}`)}
        choose={(id) => (chosen.value = id)}
      />
      <button type="button" class="quiet" onClick={() => clause && add(clause)}>
        {t('talks.treaty.add')}
      </button>
      <p class="small dim">{t(`clause.${type}.means`)}</p>
    </div>
  );
}

interface GateProps {
  readonly power: Power;
  readonly partners: readonly Power[];
  readonly state: State;
  readonly clauses: readonly Clause[];
}

function Gates({ power, partners, state, clauses }: GateProps): JSX.Element {
  const { match } = useRoom();
  const needed = Math.ceil(gateOf(match.board, clauses));
  return (
    <>
      {partners.map((each) => {
        const trust = trustOf(state, power, each);
        return (
          <p key={each} class={`small ${trust < needed ? 'reason' : 'dim'}`}>
            {t('talks.treaty.gate', { needed, power: powerName(each), trust: Math.floor(trust) })}
          </p>
        );
      })}
    </>
  );
}
