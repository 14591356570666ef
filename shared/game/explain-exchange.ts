/** Why an exchange comes to its counts: what was launched, what outlived it, what arrived and what was stopped. */
import { withCommonMode } from '../capability/engagement.ts';
import { type Part, parameter, reckoned, type Why } from '../capability/why.ts';
import type { Power } from '../scenario/names.ts';
import type { Exchange } from '../state/state.ts';
import { exchangeOn, truePicture } from './exchange.ts';
import { arrivingWhy } from './explain-defence.ts';
import { type Known, restPart, totalPart } from './explain-forces.ts';
import { outlivingPart } from './explain-struck.ts';
import type { Strike } from './struck-forces.ts';

export type ExchangeCount = Exclude<keyof Exchange, 'first' | 'second' | 'cause' | 'onForces'>;

/** Counts on the state as it is: the exchange runs on the true values. */
export function whyExchange(known: Known, { striker, struck }: Strike, count: ExchangeCount): Why {
  const left = outlivingPart(known, { striker, struck });
  const rest = restPart(known, striker, struck);
  const value = exchangeOn(known.board, known.state, { striker, struck, cause: 'strike' })[count];
  const rounded = (what: string, part: Part): Why => ({
    what,
    value,
    formula: `round(${part.symbol})`,
    parts: [part],
    sources: ['rules'],
  });
  const through = (coming: Part, by: Power, defender: Power): Part =>
    reckoned('arriving', expectedWhy(known, coming, [by, defender]));
  const stopped = (coming: Part, arriving: Part): Why => ({
    what: 'warheads stopped',
    value,
    formula: `round(${coming.symbol}) - round(arriving)`,
    parts: [coming, arriving],
    sources: ['rules'],
  });
  switch (count) {
    case 'launchedFirst':
      return rounded('warheads launched', totalPart(known, 'total', striker));
    case 'survivingSecond':
      return rounded('warheads that outlive the strike', left);
    case 'arrivingOnFirst':
      return rounded('warheads arriving', through(left, struck, striker));
    case 'arrivingOnSecond':
      return rounded('warheads arriving', through(rest, striker, struck));
    case 'interceptedByFirst':
      return stopped(left, through(left, struck, striker));
    case 'interceptedBySecond':
      return stopped(rest, through(rest, striker, struck));
  }
}

/** With the chance that what all layers share fails, everything gets through. */
function expectedWhy(known: Known, coming: Part, [by, defender]: readonly [Power, Power]): Why {
  const { commonMode } = known.board.scenario.parameters.belief;
  const through = arrivingWhy(known, { left: coming, by, withWorks: false }, truePicture(by, defender));
  return {
    what: 'arriving, with the common mode',
    value: withCommonMode(through.value, coming.value, commonMode),
    formula: `commonMode * through + (1 - commonMode) * ${coming.symbol}`,
    parts: [parameter('commonMode', commonMode, 'belief.commonMode'), reckoned('through', through), coming],
    sources: ['wilkening'],
  };
}
