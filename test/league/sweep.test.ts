import { expect, test } from 'vitest';
import { readSweep, stepsOf, withNumber } from '../../server/league/sweep.ts';
import { StartFault } from '../../server/start-fault.ts';
import { playOut } from '../../shared/bots/moves.ts';
import { taleOf } from '../../shared/game/tale.ts';
import { hashOf } from '../../shared/hash.ts';
import { loadScenario } from '../../shared/scenario/load.ts';
import { QUICK, SHELF } from '../server/table.ts';

const FULL = SHELF.get('best-offense-2016')!.scenario;

test('a number changed in a sweep is the number changed in a file', () => {
  const byFile = loadScenario({ extends: FULL.id, parameters: { crisis: { midpoint: 55 } } }, FULL);
  expect(hashOf(withNumber(FULL, 'parameters.crisis.midpoint', 55))).toBe(hashOf(byFile));
  const gates = [...FULL.parameters.ladder.gates];
  gates[2] = 33;
  const inList = loadScenario({ extends: FULL.id, parameters: { ladder: { gates } } }, FULL);
  expect(hashOf(withNumber(FULL, 'parameters.ladder.gates.2', 33))).toBe(hashOf(inList));
  const [third] = FULL.thirds;
  const byId = withNumber(FULL, `thirds.${third?.id}.stage`, 0.75);
  expect(byId.thirds[0]).toEqual({ ...third, stage: 0.75 });
});

test('a value that stands there already changes nothing', () => {
  expect(hashOf(withNumber(FULL, 'parameters.crisis.midpoint', FULL.parameters.crisis.midpoint))).toBe(hashOf(FULL));
});

test.each([
  ['parameters.crisis.midpiont=55', /no number "parameters.crisis.midpiont"; near it: parameters.crisis.midpoint,/],
  ['crisis.midpoint=55', /near it: parameters.crisis.midpoint,/],
  ['parameters.crisis=55', /no number "parameters.crisis"/],
  ['title.en=5', /no number "title.en"/],
  ['parameters.crisis.midpoint', /--sweep must name a number and its values/],
  ['parameters.crisis.midpoint=low', /--sweep must name a number and its values/],
  ['parameters.crisis.midpoint=55,', /--sweep must name a number and its values/],
  ['parameters.crisis.most=2', /parameters.crisis.most cannot be 2: parameters.crisis.most: /],
])('%s is refused with a sentence', (text, sentence) => {
  expect(() => readSweep(FULL, text)).toThrow(StartFault);
  expect(() => readSweep(FULL, text)).toThrow(sentence);
});

test('what a value changes is the mean of the differences game by game, and their spread, not that of the games', () => {
  const tale = taleOf(playOut(QUICK.board(), { seed: 'sweep', luck: 0, theory: 'contested' }, []));
  const game = (us: number, ending: 'time' | 'accident' = 'time') => ({ ...tale, ending, scores: { us, ru: 0.3, cn: 0.2 } });
  const swept = { instead: 'swept', path: 'a.b', stands: 1, value: 2 } as const;
  const pairs = [
    { swept, before: game(0.1), after: game(0.2) },
    { swept, before: game(0.8), after: game(0.9) },
    { swept, before: game(0.5), after: game(-1, 'accident') },
    { swept, before: game(0.5), after: game(0.5) },
  ];
  const [step] = stepsOf(pairs);
  expect(step).toMatchObject({ path: 'a.b', stands: 1, value: 2, games: 4, differ: 3 });
  const gains = [0.1, 0.1, -1.5, 0];
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / 4;
  const deviation = Math.sqrt(gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / 3);
  expect(step?.scores.us.estimate).toBeCloseTo(mean, 12);
  expect(step?.scores.us.high).toBeCloseTo(mean + (1.959964 * deviation) / 2, 5);
  expect([step?.nuclearUse.estimate, step?.wins.us.estimate, step?.wins.ru.estimate]).toEqual([0.25, -0.25, 0]);
  const alike = stepsOf(pairs.slice(0, 2))[0]?.scores.us;
  expect((alike?.high ?? 1) - (alike?.low ?? 0)).toBeCloseTo(0, 10);
});
