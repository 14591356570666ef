/** What our planners believe of one rival, in four figures, each with how it was reckoned. */
import type { JSX } from 'preact';
import { buildingAt } from '../../shared/belief/defences.ts';
import type { Toward } from '../../shared/game/briefing.ts';
import type { Question } from '../../shared/game/explain.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { State } from '../../shared/state/state.ts';
import { num } from '../i18n/format.ts';
import { t } from '../i18n/text.ts';
import { knownBatteries } from '../model/intelligence.ts';
import { useGauges } from './gauge-words.ts';
import { Reckoned } from './reckoned.tsx';
import { useRoom } from './room-context.tsx';
import { Term } from './term.tsx';

interface TowardProps {
  readonly state: State;
  readonly toward: Toward;
  readonly seat: Power;
}

/** Each figure with how it was reckoned, in sentences made from the very figures that went into it. */
export function Beliefs({ state, toward, seat }: TowardProps): JSX.Element {
  const { match } = useRoom();
  const gauges = useGauges();
  const { board } = match;
  const known = knownBatteries(board, state, toward.rival).filter(({ standing }) => standing.status !== 'suspended');
  const standing = known.reduce((sum, each) => sum + each.standing.inventory, 0);
  const building = known.reduce((sum, each) => sum + buildingAt(state, each.standing.battery), 0);
  const { margin, threshold, alarm, fear, arriving, surviving, interceptors } = toward;
  const enough = board.scenario.parameters.n50[seat];
  const theory = match.view.value?.theory ?? 'contested';
  const pair = { of: seat, towards: toward.rival };
  return (
    <dl class="beliefs">
      <Belief
        id="margin"
        value={gauges.margin(margin)}
        alert={margin < 0}
        says={gauges.areInWords ? t('gauge.told-in-words') : t('reckoned.margin', { threshold, alarm })}
        asked={gauges.areInWords ? null : { what: 'margin', ...pair, eyes: seat, theory }}
      />
      <Belief
        id="fear"
        value={gauges.fear(fear)}
        says={gauges.areInWords ? t('gauge.told-in-words') : t('reckoned.fear', { arriving, enough })}
        asked={gauges.areInWords ? null : { what: 'fear', ...pair }}
      />
      <Belief
        id="arriving"
        value={num(arriving, '0')}
        says={t('reckoned.arriving', { surviving, interceptors })}
        asked={{ what: 'arriving', ...pair }}
      />
      <Belief
        id="outlook"
        value={num(interceptors, '0')}
        says={t('reckoned.outlook', { standing, building })}
        asked={{ what: 'interceptors', ...pair }}
      />
    </dl>
  );
}

interface BeliefProps {
  readonly id: 'margin' | 'fear' | 'arriving' | 'outlook';
  readonly value: string;
  readonly says: string;
  /** Null: by no formula, since its figures are hidden. */
  readonly asked: Question | null;
  readonly alert?: boolean;
}

function Belief({ id, value, says, asked, alert = false }: BeliefProps): JSX.Element {
  return (
    <div class={alert ? 'alert' : ''}>
      <dt>
        <Term id={id} />
      </dt>
      <dd>
        <Reckoned name={t(`term.${id}`)} value={value} says={[says]} {...(asked ? { asked } : {})} />
      </dd>
    </div>
  );
}
