/** What a red line or a pledge binds to: a condition that the game itself checks, an answer, a last turn. */
import type { JSX } from 'preact';
import { LIMITS } from '../../shared/limits.ts';
import type { Undertaking } from '../../shared/orders/sheet.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { conditionInPlay } from '../../shared/scenario/words.ts';
import { nameOf, powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { batteriesFor, CONDITIONS, conditionOf, FIRST_UNTIL, RESPONSES } from '../model/composing.ts';
import { Choice } from './choice.tsx';
import { useRoom } from './room-context.tsx';

type Condition = Undertaking['condition'];

interface Props {
  readonly power: Power;
  readonly kind: 'red-line' | 'pledge';
  readonly commitment: Undertaking;
  readonly change: (commitment: Undertaking) => void;
}

export function CommitmentBuilder({ power, kind, commitment, change }: Props): JSX.Element {
  const { match } = useRoom();
  const turn = match.view.value?.state.world.turn ?? 1;
  // Nothing comes to the proof after the last turn; whoever speaks in it is offered the next.
  const last = Math.max(match.board.scenario.turns + 1, turn + FIRST_UNTIL);
  const all = Array.from({ length: LIMITS.commitmentTurns }, (_, i) => turn + i + 1);
  const untils = all.filter((until) => until <= Math.max(last, commitment.until)).map(String);
  return (
    <fieldset class="commitment">
      <legend>{t(`commitment.${kind}`)}</legend>
      <ConditionFields
        power={power}
        kind={kind}
        condition={commitment.condition}
        change={(condition) => change({ ...commitment, condition })}
      />
      {commitment.response === null ? null : (
        <Choice
          label={t('commitment.response')}
          value={commitment.response}
          ids={RESPONSES.filter((each) => match.board.scenario.orderKinds.includes(each))}
          name={(id) => t(`response.${id}`)}
          choose={(response) => change({ ...commitment, response })}
        />
      )}
      <Choice
        label={t('commitment.until')}
        value={String(commitment.until)}
        ids={untils}
        name={(id) =>
          Number(id) > match.board.scenario.turns ? t('commitment.by-end') : t('commitment.turn', { turn: Number(id) })
        }
        choose={(until) => change({ ...commitment, until: Number(until) })}
      />
      {kind === 'pledge' ? <p class="small dim">{t('commitment.proof')}</p> : null}
    </fieldset>
  );
}

interface FieldProps {
  readonly power: Power;
  readonly kind: 'red-line' | 'pledge';
  readonly condition: Condition;
  readonly change: (condition: Condition) => void;
}

function ConditionFields({ power, kind, condition, change }: FieldProps): JSX.Element {
  const { match } = useRoom();
  const { board } = match;
  const speaking = match.speaking.value;
  const batteries = batteriesFor(board, power, kind);
  const thirds = board.scenario.thirds.map((third) => third.id);
  const powers = kind === 'pledge' ? [power] : POWERS.filter((other) => other !== power);
  const types = CONDITIONS.filter(
    (type) => conditionInPlay(board.scenario, type) && (kind === 'red-line' || type !== 'third-test'),
  );
  const about = (id: string): string => nameOf(board, id);
  return (
    <>
      <Choice
        label={t(kind === 'pledge' ? 'commitment.never' : 'commitment.if')}
        value={condition.type}
        ids={types}
        name={(id) => t(`condition.${id}`)}
        choose={(type) => change(freshCondition(type))}
      />
      {'battery' in condition ? (
        <Choice
          label={t('commitment.battery')}
          value={condition.battery}
          ids={batteries}
          name={about}
          choose={(battery) => change(aboutBattery(condition.type, battery))}
        />
      ) : null}
      {'power' in condition ? (
        <Choice
          label={t('table.power')}
          value={condition.power}
          ids={powers}
          name={powerName}
          choose={(next) => change({ ...condition, power: next })}
        />
      ) : null}
      {'third' in condition ? (
        <Choice
          label={t('commitment.third')}
          value={condition.third}
          ids={thirds}
          name={about}
          choose={(third) => change({ ...condition, third })}
        />
      ) : null}
      {condition.type === 'inventory-over' ? (
        <Count count={condition.count} change={(count) => change({ ...condition, count })} />
      ) : null}
    </>
  );

  function freshCondition(type: Condition['type']): Condition {
    const [battery = '', third = '', whose = power] = [batteries[0], thirds[0], powers[0]];
    if (type === 'battery-active' || type === 'inventory-over') return aboutBattery(type, battery);
    if (type === 'third-test') return { type, third };
    return { type, power: whose };
  }

  function aboutBattery(type: 'battery-active' | 'inventory-over', battery: string): Condition {
    return speaking ? conditionOf(speaking, type, battery) : condition;
  }
}

function Count({ count, change }: { readonly count: number; readonly change: (count: number) => void }): JSX.Element {
  return (
    <label class="choice">
      <span>{t('commitment.count')}</span>
      <input
        type="number"
        min={0}
        max={LIMITS.inventory}
        value={count}
        onInput={(event) => change(bounded(event.currentTarget.valueAsNumber))}
      />
    </label>
  );
}

const bounded = (value: number): number =>
  Number.isFinite(value) ? Math.min(LIMITS.inventory, Math.max(0, Math.round(value))) : 0;
