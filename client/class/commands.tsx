/** The commands that a facilitator needs at once, for the world before him or for all: start, clock, screens, end. */
import type { JSX } from 'preact';
import { t } from '../i18n/text.ts';
import { advanceOf, EXTEND_S, targets } from '../model/console-keys.ts';
import type { Command } from '../model/console-undo.ts';
import { useConsole, useDesk } from './at-desk.tsx';
import { Gate } from './gate.tsx';

export function Commands(): JSX.Element {
  const { desk } = useDesk();
  const view = useConsole();
  const world = desk.target.value;
  const cards = targets(view, world);
  const isAnyInLobby = cards.some(({ stage }) => stage === 'lobby');
  const playing = cards.filter(({ stage }) => stage === 'playing');
  const areAllPaused = playing.length > 0 && playing.every(({ pausedMs, isFrozen }) => pausedMs > 0 && !isFrozen);
  const areAllFrozen = playing.length > 0 && playing.every(({ isFrozen }) => isFrozen);
  return (
    <>
      {isAnyInLobby ? <Gate /> : null}
      <div class="commands" role="group" aria-label={t('console.commands')}>
        <Button
          letter="P"
          label={areAllPaused ? 'resume' : 'pause'}
          command={{ name: areAllPaused ? 'resume' : 'pause', body: { world } }}
        />
        <Button letter="E" label="extend" command={{ name: 'extend', body: { world, seconds: EXTEND_S } }} />
        <Button
          letter="F"
          label={areAllFrozen ? 'thaw' : 'freeze'}
          command={{ name: 'freeze', body: { world, isFrozen: !areAllFrozen } }}
        />
        <Button letter="A" label="advance" command={advanceOf(view, world)} />
        <Button letter="X" label="end" command={{ name: 'end', body: { world } }} />
      </div>
    </>
  );

  function Button({
    letter,
    label,
    command,
  }: {
    readonly letter: string;
    readonly label: string;
    readonly command: Command;
  }): JSX.Element {
    return (
      <button type="button" class="quiet" disabled={playing.length === 0} onClick={() => void desk.give(command)}>
        {t(`command.${label}`)} <kbd>{letter}</kbd>
      </button>
    );
  }
}
