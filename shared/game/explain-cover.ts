/** Why a power's cover against third states is what it is: the raid, what of it is stopped, and the weights. */
import { whyArriving } from '../capability/explain.ts';
import { cell, none, type Part, parameter, reckoned, type Why } from '../capability/why.ts';
import { raidOfThird } from '../politics/third-state.ts';
import type { Power } from '../scenario/names.ts';
import { whyInterceptors } from './explain-defence.ts';
import type { Known } from './explain-forces.ts';
import { coverOf, ownPicture, shareStopped } from './measures.ts';

/** Warheads of a third state's raid. */
export function whyRaid({ board, state }: Known, third: string): Why {
  const { thirds } = board.scenario.parameters;
  const there = state.thirds[third];
  if (!there) throw new Error(`${third} is no third state`);
  return {
    what: 'raid of a third state',
    value: raidOfThird(board, there).warheads,
    formula: 'min(most, start + perSuccess * successes)',
    parts: [
      parameter('most', thirds.raidMost, 'thirds.raidMost'),
      parameter('start', thirds.raidStart, 'thirds.raidStart'),
      parameter('perSuccess', thirds.raidPerSuccess, 'thirds.raidPerSuccess'),
      cell('successes', there.successes, `thirds/${third}`, 'successes'),
    ],
    sources: ['rules'],
  };
}

/** The share of the raid on one group of aims that is stopped, by the owner's own reading. */
export function whyStopped(known: Known, power: Power, third: string, group: string): Why {
  const raid = reckoned('raid', whyRaid(known, third));
  const { layers, parts } = whyInterceptors(known, ownPicture(power, group));
  const along = {
    decoys: decoysPart(known, third, raid),
    credibleDecoys: none('credibleDecoys', 'decoys that look like warheads'),
  };
  const arriving = whyArriving(raid, layers, (layer) => parts[layer] ?? {}, along);
  return {
    what: 'share stopped',
    value: shareStopped({ ...known, power }, third, group),
    formula: '1 - arriving / raid',
    parts: [reckoned('arriving', arriving), raid],
    sources: ['wilkening', 'rules'],
  };
}

/** From a stage of its programme on, a decoy flies with each warhead. */
function decoysPart({ board, state }: Known, third: string, raid: Part): Part {
  const { decoyStage } = board.scenario.parameters.thirds;
  const stage = state.thirds[third]?.stage ?? 0;
  return reckoned('decoys', {
    what: 'decoys of a third state',
    value: stage >= decoyStage ? raid.value : 0,
    formula: stage >= decoyStage ? 'raid' : '0',
    parts: stage >= decoyStage ? [raid] : [],
    holdsBy: [cell('stage', stage, `thirds/${third}`, 'stage'), parameter('decoyStage', decoyStage, 'thirds.decoyStage')],
    sources: ['rules'],
  });
}

const raidsOn = (power: Power) =>
  [
    ['homeland', 'nk', `nk>${power}`],
    ['asia', 'nk', 'nk>allies'],
    ['europe', 'iran', 'iran>allies'],
  ] as const;

/** The shares stopped, weighed. */
export function whyCover(known: Known, power: Power): Why {
  const weights = known.board.scenario.parameters.score.coverWeights;
  const counted = raidsOn(power).filter(([weight]) => weights[weight] > 0);
  return {
    what: 'cover',
    value: coverOf({ ...known, power }),
    formula: counted.map(([weight]) => `${weight} * stopped_${weight}`).join(' + ') || '0',
    parts: counted.flatMap(([weight, third, group]) => [
      parameter(weight, weights[weight], `score.coverWeights.${weight}`),
      reckoned(`stopped_${weight}`, whyStopped(known, power, third, group)),
    ]),
    sources: ['rules'],
  };
}
