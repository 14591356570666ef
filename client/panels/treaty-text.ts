/** Treaties in words. */
import type { Board } from '../../shared/capability/board.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { Clause, Treaty } from '../../shared/state/state.ts';
import { listed } from '../i18n/format.ts';
import { nameOf, powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';

export function clauseText(board: Board, clause: Clause): string {
  if (!('battery' in clause)) return t(`clause.${clause.type}`);
  return t(`clause.${clause.type}.of`, {
    battery: nameOf(board, clause.battery),
    power: clause.type === 'no-forward' ? powerName(clause.power) : '',
    count: clause.type === 'cap' ? clause.count : 0,
  });
}

export const clausesText = (board: Board, clauses: readonly Clause[]): string =>
  listed(clauses.map((clause) => clauseText(board, clause)));

export const partiesText = (parties: readonly Power[]): string => listed(parties.map(powerName));

export function statusText({ status, ends, by }: Treaty): string {
  return t(`treaty.status.${status}`, { turn: ends, power: partiesText(by) });
}
