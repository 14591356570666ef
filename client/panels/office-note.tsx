/** What a change of government means: for the words of the one who leaves, and for the promises that his successor finds. */
import type { JSX } from 'preact';
import type { Power } from '../../shared/scenario/names.ts';
import type { Commitment } from '../../shared/state/state.ts';
import { num } from '../i18n/format.ts';
import { nameOf } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { disownedIn, hostOfficesOf, officeOf } from '../model/office.ts';
import { useRoom } from './room-context.tsx';

export function OfficeNote({ power }: { readonly power: Power }): JSX.Element | null {
  const { match } = useRoom();
  const { board } = match;
  const office = officeOf(board, power, match.view.value?.state.world.turn ?? 0);
  if (office === null) return null;
  const share = num(board.scenario.parameters.administrations.repudiation, '%');
  if (office.at === 'new') return <p class="notice small">{t('office.new', { share })}</p>;
  const { turn, rank, full } = office;
  return <p class="notice small">{t('office.leaving', { turn, rank, full, share })}</p>;
}

/** A host's new government, to every seat: what it does to consent there, and when. */
export function HostOfficeNotes(): JSX.Element | null {
  const { match } = useRoom();
  const { board } = match;
  const now = match.view.value?.state.world.turn ?? 0;
  const { administrations, hosts } = board.scenario.parameters;
  const args = {
    share: num(administrations.share, '%'),
    middle: administrations.middle,
    build: hosts.refuseBelow,
    rest: hosts.suspendBelow,
  };
  return (
    <>
      {hostOfficesOf(board, now).map(({ host, turn }) => (
        <p key={host} class="notice small">
          {t(turn === now ? 'office.host-new' : 'office.host-coming', { ...args, host: nameOf(board, host), turn })}
        </p>
      ))}
    </>
  );
}

/** Beside a promise that may be given up at part of its price, now or once the successor is in. */
export function DisownNote({ commitment }: { readonly commitment: Commitment }): JSX.Element | null {
  const { match } = useRoom();
  const state = match.view.value?.state;
  const turn = state === undefined ? null : disownedIn(match.board, state, commitment);
  if (turn === null) return null;
  const share = num(match.board.scenario.parameters.administrations.repudiation, '%');
  return (
    <span class="small dim">{t(turn === state?.world.turn ? 'office.disown' : 'office.disown-later', { turn, share })}</span>
  );
}

/** Beside a treaty, while the administration changes: it binds the successor as it bound the one before. */
export function TreatyOfficeNote({ power }: { readonly power: Power }): JSX.Element | null {
  const { match } = useRoom();
  const office = officeOf(match.board, power, match.view.value?.state.world.turn ?? 0);
  return office === null ? null : <p class="small dim">{t('office.treaty')}</p>;
}
