/** The particulars of one clause: which site, how many, whose missiles; a clause without particulars is its name. */
import type { JSX } from 'preact';
import { LIMITS } from '../../shared/limits.ts';
import type { Clause } from '../../shared/state/state.ts';
import { nameOf, powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { batteriesOf, type Ground, inReachOf, sitesInReach } from '../model/treaties.ts';
import { Choice } from './choice.tsx';
import { useRoom } from './room-context.tsx';

interface Props {
  readonly ground: Ground;
  readonly clause: Clause;
  readonly change: (clause: Clause) => void;
}

export function ClauseFields({ ground, clause, change }: Props): JSX.Element {
  const { match } = useRoom();
  const name = (id: string): string => nameOf(match.board, id);
  if (!('battery' in clause)) return <span>{t(`clause.${clause.type}`)}</span>;
  const sites = clause.type === 'no-forward' ? sitesInReach(ground) : batteriesOf(ground);
  return (
    <fieldset class="clause">
      <legend>{t(`clause.${clause.type}`)}</legend>
      <Choice label={t('talks.treaty.battery')} value={clause.battery} ids={sites} name={name} choose={at} />
      {clause.type === 'no-forward' ? (
        <Choice
          label={t('talks.treaty.whose')}
          value={clause.power}
          ids={inReachOf(ground, clause.battery)}
          name={powerName}
          choose={(power) => change({ ...clause, power })}
        />
      ) : null}
      {clause.type === 'cap' ? (
        <label class="choice">
          <span>{t('talks.treaty.count')}</span>
          <input
            type="number"
            min={0}
            max={LIMITS.inventory}
            value={clause.count}
            onInput={(event) => change({ ...clause, count: bounded(event.currentTarget.valueAsNumber) })}
          />
        </label>
      ) : null}
    </fieldset>
  );

  function at(battery: string): void {
    if (clause.type !== 'no-forward') return change({ ...clause, battery } as Clause);
    const [first] = inReachOf(ground, battery);
    change({
      ...clause,
      battery,
      power: inReachOf(ground, battery).includes(clause.power) ? clause.power : (first ?? clause.power),
    });
  }
}

const bounded = (count: number): number =>
  Number.isFinite(count) ? Math.min(LIMITS.inventory, Math.max(0, Math.round(count))) : 0;
