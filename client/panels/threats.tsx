/** Standing threats in the panels: missiles put forward, and launch under attack with what it does to the chance of an accident. */
import type { JSX } from 'preact';
import type { Power } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { num } from '../i18n/format.ts';
import { nameOf, powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { type ForwardMissiles, forwardMissiles, onWarning } from '../model/threats.ts';
import { Reckoned } from './reckoned.tsx';
import { useRoom } from './room-context.tsx';
import { Term } from './term.tsx';
import { Why } from './why.tsx';

interface Props {
  readonly state: State;
  readonly power: Power;
}

/** Whose sites a power holds at risk, since when; `class`: of each row of the list that it stands in. */
export function ForwardRow({ state, power, class: className = '' }: Props & { readonly class?: string }): JSX.Element | null {
  const { board } = useRoom().match;
  const own = forwardMissiles(board, state).filter((one) => one.power === power);
  if (own.length === 0 && !board.scenario.orderKinds.includes('forward')) return null;
  return (
    <div class={className}>
      <dt>{t('order.forward')}</dt>
      <dd>{own.length === 0 ? t('value.none') : <Places missiles={own} name={ofOwner} />}</dd>
    </div>
  );
}

/** Own sites that others hold at risk: nothing where there are none. */
export function ThreatenedRow({ state, power }: Props): JSX.Element | null {
  const { board } = useRoom().match;
  const against = forwardMissiles(board, state).filter((one) => one.owner === power);
  if (against.length === 0) return null;
  return (
    <div class="wide">
      <dt>{t('forward.against-us')}</dt>
      <dd>
        <Places missiles={against} name={ofThreatener} />
      </dd>
    </div>
  );
}

const ofOwner = (site: string, { owner, since }: ForwardMissiles): string =>
  t('forward.at', { site, power: powerName(owner), since });
const ofThreatener = (site: string, { power, since }: ForwardMissiles): string =>
  t('forward.at', { site, power: powerName(power), since });

interface PlacesProps {
  readonly missiles: readonly ForwardMissiles[];
  readonly name: (site: string, missiles: ForwardMissiles) => string;
}

function Places({ missiles, name }: PlacesProps): JSX.Element {
  const { board } = useRoom().match;
  return (
    <ul class="forward-places">
      {missiles.map((one) => (
        <li key={`${one.power}>${one.battery}`}>
          <Why subject={`forward/${one.power}>${one.battery}`} variable="self">
            {name(nameOf(board, one.battery), one)}
          </Why>
        </li>
      ))}
    </ul>
  );
}

/** Beside a site: who holds it at risk; nothing where nobody does. */
export function HeldAtRisk({ battery }: { readonly battery: string }): JSX.Element | null {
  const { match } = useRoom();
  const state = match.view.value?.state;
  const by = state === undefined ? [] : forwardMissiles(match.board, state).filter((one) => one.battery === battery);
  if (by.length === 0) return null;
  return (
    <span class="small reason">
      {by.map(({ power, since }) => t('forward.held', { power: powerName(power), since })).join(' ')}
    </span>
  );
}

/** Whether a power stands ready to launch under attack, and by how much that raises the chance of an accident. */
export function OnWarningRow({ state, power, class: className = '' }: Props & { readonly class?: string }): JSX.Element | null {
  const { board } = useRoom().match;
  const ready = onWarning(board, state, power);
  if (ready === null && !board.scenario.orderKinds.includes('launch-under-attack')) return null;
  return (
    <div class={`${className} ${ready === null ? '' : 'alert'}`}>
      <dt>
        <Term id="launch-under-attack" />
      </dt>
      <dd class="on-warning">
        <Why subject={`powers/${power}`} variable="launchUnderAttack">
          {t(ready === null ? 'on-warning.no' : 'on-warning.yes')}
        </Why>
        {ready === null ? null : (
          <Reckoned name={t('on-warning.risk')} value={t('on-warning.times', { factor: ready.factor })} says={says()} />
        )}
      </dd>
    </div>
  );

  function says(): readonly string[] {
    if (ready === null) return [];
    const { alertFactor, peacetimeShare } = board.scenario.parameters.crisis;
    return [
      t('on-warning.factor', { factor: alertFactor }),
      ...(ready.factor > alertFactor ? [t('on-warning.generated', { factor: ready.factor })] : []),
      t('on-warning.peace', { share: peacetimeShare, other: powerName(ready.other), percent: num(100 * ready.chance, '1') }),
      ...(ready.hasLine ? [t('on-warning.line')] : []),
    ];
  }
}
