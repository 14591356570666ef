/** What is left on a world's clock, or why it stands. */
import type { JSX } from 'preact';
import type { ProjectorView } from '../../shared/protocol/exercise-view.ts';
import { countdown } from '../i18n/format.ts';
import { t } from '../i18n/text.ts';
import { nowMs } from '../model/now.ts';

type Clocked = Pick<ProjectorView['worlds'][number], 'deadlineMs' | 'pausedMs' | 'isFrozen' | 'stage'>;

export function WorldClock({ world, skewMs }: { readonly world: Clocked; readonly skewMs: number }): JSX.Element | null {
  if (world.stage !== 'playing') return null;
  if (world.isFrozen) return <span class="tag frozen">{t('world.frozen')}</span>;
  if (world.pausedMs > 0) {
    return (
      <span class="tag">
        {t('world.paused')} <span class="figure">{countdown(world.pausedMs)}</span>
      </span>
    );
  }
  if (world.deadlineMs === 0) return null;
  const leftMs = world.deadlineMs - skewMs - nowMs.value;
  return <span class={`figure world-clock ${leftMs < 15_000 ? 'short' : ''}`}>{countdown(leftMs)}</span>;
}
