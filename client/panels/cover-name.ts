/** What a battery can reach: whose missiles, and for third states whether against the homeland or its allies. */
import { sharesNow, windowsNow } from '../../shared/belief/warning.ts';
import type { Board } from '../../shared/capability/board.ts';
import type { State } from '../../shared/state/state.ts';
import { num } from '../i18n/format.ts';
import { isPower, nameOf } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';

/** `nk>allies` is "North Korea → allies"; a group that ends at the owner needs only its beginning. */
export function coverName(board: Board, group: string): string {
  const [from = '', to = ''] = group.split('>');
  if (isPower(to) && isPower(from)) return nameOf(board, from);
  return to === 'allies' ? t('cover.group', { from: nameOf(board, from), to: t('cover.allies') }) : nameOf(board, from);
}

interface Share {
  readonly group: string;
  readonly share: number;
}

/** Groups that can be met at all, the most first; empty when none can. */
export function coverList(board: Board, shares: readonly Share[]): string {
  return [...shares]
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
    .map(({ group, share }) => `${coverName(board, group)} ${num(share, '%')}`)
    .join('; ');
}

/** The same of a battery that stands or could. */
export function reachOf(board: Board, state: State, battery: string): string {
  return coverList(
    board,
    Object.entries(sharesNow(board, state, battery)).map(([group, share]) => ({ group, share })),
  );
}

/** By which satellites and radars, its owner's or a partner's, it learns of what it can meet; empty when it can meet nothing. */
export function noticedBy(board: Board, state: State, battery: string): string {
  const eyes = new Set(windowsNow(board, state, battery).flatMap(({ by }) => by ?? []));
  const isBeside = (id: string): boolean => board.sensors[id]?.site === board.plans[battery]?.site;
  return [...eyes].map((id) => (isBeside(id) ? t('site.own-radar') : nameOf(board, id))).join('; ');
}
