/** What facilitators did, with its time: the record of the exercise itself. */
import type { JSX } from 'preact';
import type { AuditLine, ConsoleView, UndoneTurn } from '../../shared/protocol/exercise-view.ts';
import { clockTime } from '../i18n/format.ts';
import { isPower, powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { targets } from '../model/console-keys.ts';
import { useConsole, useDesk } from './at-desk.tsx';
import { personOf, worldName } from './world-name.ts';

export function AuditPane(): JSX.Element {
  const { desk } = useDesk();
  const view = useConsole();
  const target = desk.target.value;
  const lines = view.audit.filter(({ world }) => target === 'all' || world === target || world === 'all');
  const undone = targets(view, target).flatMap((world) => world.undone.map((turn) => ({ ...turn, world: world.code })));
  return (
    <>
      <p class="small dim">{t('audit.says')}</p>
      <ol class="notes">
        {latestFirst(lines, undone).map((one, i) =>
          'turn' in one ? (
            <UndoneLine key={`undone ${one.world} ${one.playedMs}`} turn={one} />
          ) : (
            <li key={`${one.atMs} ${i}`}>
              <span class="small dim">
                <time>{clockTime(one.atMs)}</time> · {one.by}
              </span>{' '}
              {deedText(view, one)}
            </li>
          ),
        )}
      </ol>
    </>
  );
}

type UndoneHere = UndoneTurn & { readonly world: string };

/** The turns that were undone stand among what was done, where they were played. */
function latestFirst(lines: readonly AuditLine[], undone: readonly UndoneHere[]): readonly (AuditLine | UndoneHere)[] {
  const when = (one: AuditLine | UndoneHere): number => ('turn' in one ? one.playedMs : one.atMs);
  return [...lines, ...undone].sort((a, b) => when(b) - when(a));
}

function UndoneLine({ turn: { turn, world, playedMs, undoneMs } }: { readonly turn: UndoneHere }): JSX.Element {
  const view = useConsole();
  return (
    <li>
      <span class="small dim">
        <time>{clockTime(playedMs)}</time>
      </span>{' '}
      <del>{t('audit.turn-played', { world: worldName(view, world), turn })}</del>{' '}
      <span class="small dim">{t('audit.turn-undone', { time: clockTime(undoneMs) })}</span>
    </li>
  );
}

function deedText(view: ConsoleView, { name, world, detail, how }: AuditLine): string {
  const said = { world: worldName(view, world), detail: detailText(view, detail) };
  if (isPower(how)) return t(`audit.${name}`, { ...said, how: powerName(how) });
  return t(how === '' ? `audit.${name}` : `audit.${name}.${how}`, said);
}

/** The record keeps ids: a power, `all`, somebody of the roll, or a figure. */
function detailText(view: ConsoleView, detail: string): string {
  if (isPower(detail)) return powerName(detail);
  return detail === 'all' ? t('world.everybody') : personOf(view, detail);
}
