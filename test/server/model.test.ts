import { describe, expect, it } from 'vitest';
import { runModel } from '../../server/cli/model.ts';

function asked(line: string): Record<string, number> {
  const answer = runModel(line.split(' '));
  if ('refusal' in answer) throw new Error(answer.refusal);
  return answer.json as Record<string, number>;
}

function refused(line: string): string {
  const answer = runModel(line.split(' '));
  return 'refusal' in answer ? answer.refusal : '';
}

describe('threshold model', () => {
  it('trajectory answers the 10,000 km ICBM of SCIENCE 3.1, and a lofted test by its apogee', () => {
    const icbm = asked('trajectory --range-km 10000 --json');
    expect(icbm['burnoutSpeedKmS']).toBeCloseTo(7.1981, 4);
    expect(icbm['loftAngleDeg']).toBeCloseTo(22.517, 3);
    expect(icbm['apogeeKm']).toBeCloseTo(1319.4765, 3);
    expect(icbm['flightTimeS']).toBeCloseTo(1930.9565, 3);
    expect(asked('trajectory --range-km 950 --apogee-km 4475')['flightTimeS']).toBeCloseTo(3016.9711, 3);
  });

  it('leakage answers T17 and T18, and with two looks T24', () => {
    const salvo = asked('leakage --warheads 20 --interceptors 44 --single-shot 0.56 --json');
    expect(salvo['expectedLeakers']).toBeCloseTo(3.4383, 4);
    expect(salvo['noLeakProbability']).toBeCloseTo(0.0224, 4);
    expect(salvo['shotsPerObject']).toBe(2.2);
    expect(asked('leakage --warheads 20 --interceptors 44 --single-shot 0.56 --looks 2')['expectedLeakers']).toBeCloseTo(
      1.1381,
      4,
    );
    expect(asked('leakage --warheads 11 --interceptors 44 --single-shot 0.56 --looks 2')['expectedLeakers']).toBeCloseTo(
      0.0147,
      4,
    );
  });

  it('leakage answers T21 with tracking, uniform and random', () => {
    const question = 'leakage --warheads 11 --interceptors 44 --single-shot 0.56 --tracking 0.9';
    expect(asked(question)['expectedLeakers']).toBeCloseTo(1.4711, 4);
    expect(asked(`${question} --assignment random`)['expectedLeakers']).toBeCloseTo(2.0935, 4);
  });

  it('leakage answers T28 with decoys, and takes every decoy for a warhead unless told otherwise', () => {
    const question = 'leakage --warheads 10 --interceptors 44 --single-shot 0.56 --decoys 50';
    const seen = asked(`${question} --warheads-seen 0.95 --decoys-taken 0.1`);
    expect(seen['expectedLeakers']).toBeCloseTo(1.2936, 4);
    expect(seen['noLeakProbability']).toBeCloseTo(0.2503, 4);
    expect(asked(question)['expectedLeakers']).toBeCloseTo(5.8933, 4);
  });

  it('leakage weighs the common mode in: with the rest of the chance everything gets through', () => {
    const answer = asked('leakage --warheads 11 --interceptors 44 --single-shot 0.56 --common-mode 0.9');
    expect(answer['expectedLeakers']).toBeCloseTo(0.9 * 0.41229 + 0.1 * 11, 4);
    expect(answer['noLeakProbability']).toBeCloseTo(0.9 * 0.6569, 4);
  });

  it('shots answers T7, and that T10 has no answer', () => {
    expect(asked('shots --warheads 20 --no-leak 0.8 --single-shot 0.8')).toMatchObject({ shots: 3, interceptors: 60 });
    expect(asked('shots --warheads 20 --no-leak 0.8 --single-shot 0.8 --tracking 0.98')).toEqual({ infeasible: true });
    expect(asked('shots --warheads 20 --no-leak 0.8 --single-shot 0.56 --common-mode 0.95')).toMatchObject({ shots: 6 });
    expect(asked('shots --warheads 20 --no-leak 0.8 --single-shot 0.8 --common-mode 0.5')).toEqual({ infeasible: true });
  });

  it('horizon answers SCIENCE 3.2', () => {
    expect(asked('horizon --altitude-km 500 --elevation-deg 3')['groundRangeKm']).toBeCloseTo(2133.44, 2);
    expect(Math.round(asked('horizon --altitude-km 1000')['groundRangeKm']!)).toBe(3357);
  });

  it('stability answers SCIENCE 2.4: index, threshold, arriving', () => {
    const day = asked('stability --attacker us --defender ru --posture day --interceptors 44');
    expect(day['arriving']).toBeCloseTo(191.25, 2);
    expect(day['costFirst']).toBeCloseTo(0.7347, 4);
    expect(day['costSecond']).toBeCloseTo(1.0036, 4);
    expect(day['threshold']).toBeCloseTo(0.7321, 4);
    expect(day['index']).toBeCloseTo(0.665, 3);
    const warned = asked('stability --attacker us --defender ru --posture day --interceptors 44 --launch-under-attack 0.5');
    expect(warned['arriving']).toBeCloseTo(518.05, 2);
    expect(warned['index']).toBeCloseTo(0.9625, 3);
    expect(asked('stability --attacker us --defender cn --posture generated --interceptors 100')['index']).toBeCloseTo(0.1827, 4);
  });

  it.each([
    ['', 'There is no model'],
    ['weather --range-km 5', 'There is no model "weather"'],
    ['trajectory', '--range-km must be given'],
    ['trajectory --range-km 30000', '--range-km must be a number'],
    ['trajectory --range-km=-5', '--range-km must be a number'],
    ['trajectory --range-km NaN', '--range-km must be a number'],
    ['trajectory --range-km 1000 --apogee-km 0', '--apogee-km must be a number'],
    ['trajectory --range-km 1000 --speed 5', 'Unknown option'],
    ['leakage --warheads 2.5 --interceptors 3 --single-shot 0.5', 'whole number'],
    ['leakage --warheads 2 --interceptors 3 --single-shot 1.5', '--single-shot must be a number from 0 to 1'],
    ['leakage --warheads 2 --interceptors 3 --single-shot 0.5 --assignment best', 'uniform, random'],
    ['leakage --warheads 200 --interceptors 3 --single-shot 0.5 --looks 2', 'at most'],
    ['leakage --warheads 5 --interceptors 3 --single-shot 0.5 --looks 2 --assignment random', 'no random assignment'],
    ['stability --attacker us --defender us', 'two powers'],
    ['stability --attacker us --defender fr', '--defender must be one of us, ru, cn'],
    ['toString', 'There is no model'],
  ])('refuses "%s" in a sentence', (line, sentence) => {
    expect(refused(line)).toContain(sentence);
  });
});
