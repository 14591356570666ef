/** A table in the order's preview: for each attacker, what can be met now and what could be with the order. */
import type { JSX } from 'preact';
import type { Question } from '../../shared/game/explain.ts';
import type { Option } from '../../shared/game/options.ts';
import { num } from '../i18n/format.ts';
import { t } from '../i18n/text.ts';
import { gainOf, type Reachable } from '../model/coverage-gain.ts';
import { coverName } from './cover-name.ts';
import { Reckoned } from './reckoned.tsx';
import { useRoom } from './room-context.tsx';

export function CoverageGain({ option }: { readonly option: Option }): JSX.Element | null {
  const { match } = useRoom();
  const state = match.view.value?.state;
  if (!state) return null;
  const gains = gainOf(match.board, state, option.order);
  if (gains.length === 0) return null;
  return (
    <>
      <table class="coverage-gain">
        <caption>{t('gain.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('gain.from')}</th>
            <th scope="col">{t('gain.now')}</th>
            <th scope="col">{t('gain.then')}</th>
          </tr>
        </thead>
        <tbody>
          {gains.map(({ group, before, after }) => (
            <tr key={group}>
              <th scope="row">{coverName(match.board, group)}</th>
              <Cell name={coverName(match.board, group)} group={group} reachable={before} than={before} />
              <Cell name={coverName(match.board, group)} group={group} reachable={after} than={before} />
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small dim">{t('gain.note')}</p>
    </>
  );
}

interface CellProps {
  readonly name: string;
  readonly group: string;
  readonly reachable: Reachable;
  readonly than: Reachable;
}

/** What is more than now is bold: the figure says it, the weight only finds it. */
function Cell({ name, group, reachable, than }: CellProps): JSX.Element {
  const { share, batteries, looks, met, paths } = reachable;
  const asked: Question = { what: 'coverage', batteries, group };
  return (
    <td>
      <span class={share > than.share ? 'more' : ''}>
        <Reckoned name={name} value={num(share, '%')} says={[t('gain.why', { met, paths }), t('gain.note')]} asked={asked} />
      </span>
      {batteries.length === 0 ? null : (
        <span class={`small dim ${looks > than.looks ? 'more' : ''}`}>
          {t('gain.batteries', { count: batteries.length })}
          <br />
          <Reckoned
            name={name}
            value={t('gain.looks', { count: Math.round(looks * 10) / 10, looks: num(looks, '1') })}
            says={[t('gain.note')]}
            asked={{ what: 'looks', batteries, group }}
          />
        </span>
      )}
    </td>
  );
}
