/** The aim of all three: what they come to together, with how it is reckoned. */
import type { JSX } from 'preact';
import { num } from '../i18n/format.ts';
import { t } from '../i18n/text.ts';
import { commonAim } from '../model/common-aim.ts';
import { thirdOf } from '../model/nearness.ts';
import { Reckoned } from './reckoned.tsx';
import { useRoom } from './room-context.tsx';

const MOST = 100;

/** So far, as everybody can reckon it. */
export function CommonAimSoFar(): JSX.Element | null {
  const { match } = useRoom();
  const view = match.view.value;
  if (view === null) return null;
  const { score, tension, safe, turns } = commonAim(view);
  const inWords = match.areNumbersHidden.value ? [t('gauge.told-in-words')] : null;
  const figures = turns > 0 ? t('common.figures', { tension, safe, count: turns }) : t('common.at-start', { tension });
  // Its points are the tension turned round: they would tell it.
  return (
    <CommonScore
      score={score}
      says={inWords ?? [t('common.formula'), figures, t('common.nobody')]}
      isInWords={inWords !== null}
    />
  );
}

interface Props {
  readonly score: number;
  readonly says: readonly string[];
  readonly isInWords?: boolean;
}

/** In the end. */
export function CommonScore({ score, says, isInWords = false }: Props): JSX.Element {
  return (
    <div class="aims common-aim">
      <span>
        <span class="tag">{t('common.all')}</span> {t('common.aim')}
      </span>
      <span class="points">
        <Reckoned
          name={t('common.name')}
          value={isInWords ? t(`band.${thirdOf(score / MOST)}`) : num(score, '0')}
          says={says}
          from={{ subject: 'world', variable: 'tension' }}
        />
        {isInWords ? null : <span class="dim">{t('aims.of', { most: MOST })}</span>}
      </span>
      <span class="bar" aria-hidden="true">
        <span style={{ width: `${(100 * score) / MOST}%` }} />
      </span>
    </div>
  );
}
