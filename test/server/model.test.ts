import { spawnSync } from 'node:child_process';
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
  it('tells its models and their options to who asks for help', () => {
    const help = (line: string) => {
      const answer = runModel(line.split(' '));
      return 'text' in answer ? answer.text : '';
    };
    expect(help('--help').split('\n')).toHaveLength(7);
    expect(help('trajectory --help')).toBe('threshold model trajectory --range-km ... [--apogee-km ...] [--why] [--json]');
    // What stands outside the brackets is what a model asks for when it is given nothing, and all that it asks for.
    const samples: Readonly<Record<string, string>> = {
      striker: 'us',
      struck: 'ru',
      attacker: 'us',
      defender: 'ru',
      scenario: 'quick',
    };
    for (const line of help('--help').split('\n')) {
      const [, name = ''] = /^threshold model (\w+)/.exec(line) ?? [];
      const needs = [...line.replace(/\[.*?\]/g, '').matchAll(/--([\w-]+)/g)].map(([, need = '']) => need);
      const given = needs.map((need) => `--${need} ${samples[need] ?? '1'}`);
      expect(refused([name, ...given].join(' ')), line).toBe('');
      for (const left of given) {
        const rest = given.filter((one) => one !== left);
        expect(refused([name, ...rest].join(' ')), line).toMatch(new RegExp(`^${left.split(' ')[0]} must be`));
      }
    }
  });

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

  it('shots needs none for no chance at all, even where everything fails together', () => {
    expect(asked('shots --warheads 20 --no-leak 0 --single-shot 0.8 --common-mode 0')).toMatchObject({
      shots: 0,
      interceptors: 0,
      requiredKill: 0,
    });
    expect(asked('shots --warheads 20 --no-leak 0.1 --single-shot 0.8 --common-mode 0')).toEqual({ infeasible: true });
  });

  it('leakage mixes over the decoys taken where it tells the chance of each number, and contradicts itself nowhere', () => {
    const line = 'leakage --warheads 1 --interceptors 2 --single-shot 1 --decoys 2 --decoys-taken 0.5 --distribution';
    const answer = asked(line) as unknown as { noLeakProbability: number; leakers: { chance: number }[] };
    // None, one or both decoys taken; with both, two of three objects are hit.
    expect(answer.noLeakProbability).toBeCloseTo(0.25 + 0.5 + 0.25 * (2 / 3), 12);
    expect(answer.leakers.map(({ chance }) => chance)[0]).toBe(answer.noLeakProbability);
    const dark = asked(`${line} --common-mode 0.5`) as unknown as { leakers: { chance: number }[] };
    expect(dark.leakers[1]!.chance).toBeCloseTo(0.5 + 0.5 * (0.25 / 3), 12);
  });

  it('horizon is none for what lies on the ground', () => {
    for (const elevation of [0, 5, 30, 89.9, 90])
      expect(asked(`horizon --altitude-km 0 --elevation-deg ${elevation}`)['groundRangeKm']).toBeGreaterThanOrEqual(0);
    expect(asked('horizon --altitude-km 0 --elevation-deg 30')['groundRangeKm']).toBe(0);
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
    ['us ru day', 0, 213.43, 0.7725, 1.004, 0.7695, 0.918, 0.7064],
    ['us ru day', 36, 195.29, 0.742, 1.0037, 0.7393, 0.9103, 0.673],
    ['us ru day', 44, 191.25, 0.7347, 1.0036, 0.7321, 0.9085, 0.665],
    ['us ru day', 100, 163.03, 0.6773, 1.003, 0.6753, 0.8943, 0.6039],
    ['us ru day', 200, 112.63, 0.5422, 1.0016, 0.5413, 0.8628, 0.4671],
    ['us ru day', 400, 64.49, 0.3608, 0.997, 0.3619, 0.8245, 0.2984],
    ['us ru generated', 0, 789.56, 0.9961, 0.9987, 0.9974, 0.9971, 0.9945],
    ['us ru generated', 44, 767.38, 0.9954, 0.9983, 0.9971, 0.997, 0.9941],
    ['us ru generated', 400, 587.96, 0.9833, 0.9917, 0.9916, 0.9954, 0.987],
    ['us ru day --launch-under-attack 0.5', 44, 518.05, 0.9727, 0.9989, 0.9738, 0.9884, 0.9625],
    ['us cn day', 0, 9.94, 0.0666, 0.5678, 0.1174, 0.8663, 0.1017],
    ['us cn day', 36, 1.49, 0.0103, 0.5098, 0.0203, 0.8684, 0.0176],
    ['us cn day', 44, 1.25, 0.0087, 0.4959, 0.0175, 0.8713, 0.0152],
    ['us cn day', 100, 1, 0.0069, 0.387, 0.0179, 0.8961, 0.0161],
    ['us cn generated', 0, 45.22, 0.2691, 0.5678, 0.474, 0.9238, 0.4379],
    ['us cn generated', 36, 27.08, 0.1712, 0.5098, 0.3357, 0.916, 0.3075],
    ['us cn generated', 44, 23.04, 0.1477, 0.4959, 0.2978, 0.9142, 0.2722],
    ['us cn generated', 100, 11.47, 0.0765, 0.387, 0.1976, 0.9245, 0.1827],
    ['ru cn day', 0, 9.94, 0.0666, 0.5677, 0.1173, 0.7046, 0.0826],
    ['ru cn generated', 0, 45.22, 0.2691, 0.5677, 0.4739, 0.9231, 0.4375],
  ])('stability has the row "%s, M=%d" of SCIENCE 2.4', (pair, interceptors, ...row) => {
    const [attacker, defender, posture, ...more] = pair.split(' ');
    const line = ['--attacker', attacker, '--defender', defender, '--posture', posture, '--interceptors', interceptors, ...more];
    const got = asked(`stability ${line.join(' ')}`);
    const names = ['arriving', 'costFirst', 'costSecond', 'threshold', 'thresholdOfDefender', 'index'];
    // Half a unit of the last digit that the table prints.
    for (const [i, name] of names.entries())
      expect(Math.abs(got[name]! - row[i]!), name).toBeLessThanOrEqual(i === 0 ? 0.0051 : 0.00006);
  });

  it('stability leaves silos alone that nobody strikes, however many interceptors guard them', () => {
    const unstruck = 'stability --attacker cn --defender us --silo-interceptors';
    expect(asked(`${unstruck} 1`)).toEqual(asked(`${unstruck} 0`));
    const struck = 'stability --attacker us --defender ru --silo-interceptors';
    expect(asked(`${struck} 100`)['arriving']).toBeGreaterThan(asked(`${struck} 0`)['arriving']!);
  });

  it('coverage says per battery and corridor how many looks and from when, and the share of each group', () => {
    const answer = runModel(['coverage', '--scenario', 'best-offense-2016']);
    if ('refusal' in answer) throw new Error(answer.refusal);
    const { windows, shares } = answer.json as {
      windows: { battery: string; group: string; looks: number; firstWindowS: number }[];
      shares: { battery: string; group: string; share: number }[];
    };
    const share = (battery: string, group: string) => shares.find((one) => one.battery === battery && one.group === group)?.share;
    // SCIENCE 3.3: Deveselu reaches none of Russia's tracks, Fort Greely all.
    expect(share('deveselu', 'ru>us')).toBe(0);
    expect(share('fort-greely', 'ru>us')).toBe(1);
    expect(windows.some(({ battery, group }) => battery === 'deveselu' && group === 'ru>us')).toBe(false);
    // SCIENCE 3.4: what the radar at Seongju sees is a matter of its range alone.
    const ranges = (answer.json as { inView: { sensor: string; corridor: string; rangeKm: number; seconds: number }[] }).inView
      .filter(
        ({ sensor, corridor }) =>
          sensor.includes('seongju') && corridor.startsWith('luoning') && corridor.endsWith('los-angeles'),
      )
      .map(({ rangeKm, seconds }) => [rangeKm, seconds]);
    expect(ranges).toEqual([
      [1500, 270],
      [3000, 570],
    ]);
    for (const { looks, firstWindowS } of windows) {
      expect(looks).toBeGreaterThanOrEqual(1);
      expect(firstWindowS).toBeGreaterThan(0);
    }
  });

  it('coverage says who notices an attack and when, and with --partners what their eyes add', () => {
    type Row = { battery: string; group: string; corridor: string; detectedS: number; detectedBy: string; firstWindowS: number };
    const windows = (line: string) =>
      (asked(`coverage --scenario best-offense-2016${line}`) as unknown as { windows: Row[] }).windows.filter(
        ({ battery, group }) => battery === 'jiuquan-midcourse' && group === 'us>cn',
      );
    expect(windows('').map(({ detectedBy }) => detectedBy)).toEqual(['cn-midcourse-radar']);
    // Submarine missiles burn out 180 s after launch, as do those from silos: Russia's satellite sees them then.
    const helped = windows(' --partners ru');
    expect(helped).toHaveLength(15);
    for (const row of helped) {
      expect([row.detectedS, row.detectedBy]).toEqual([180, 'eks']);
      expect(row.firstWindowS).toBeGreaterThan(240);
    }
    expect(windows(' --partners us')).toEqual(windows(''));
  });

  it('exchange allots what a first strike spends on forces, with the survivors of SCIENCE 2.3', () => {
    const line = 'exchange --scenario quick --striker us --struck ru';
    const answer = asked(line) as unknown as {
      readonly surviving: number;
      readonly forces: readonly { readonly given: number }[];
    };
    expect(answer.surviving).toBeCloseTo(213.43, 2);
    expect(answer.forces.map(({ given }) => given)).toEqual([276, 46, 43, 15]);
    expect(asked(`${line} --posture generated`)['surviving']).toBeCloseTo(789.56, 2);
    expect(asked('exchange --scenario quick --striker cn --struck us')).toMatchObject({ spent: 0, surviving: 1367, forces: [] });
    const told = runModel(`${line} --dispersal 2 --launch-under-attack --why`.split(' '));
    expect('text' in told && told.text).toMatch(
      /marginal value of a warhead = .+ = atStake \/ aimPoints \* kill \* pow\(1 - kill, 1\)/,
    );
  });

  it('prints a table of names and values unless JSON is asked for', () => {
    const plain = runModel(['horizon', '--altitude-km', '500', '--elevation-deg', '3']);
    expect('text' in plain && plain.text).toBe('groundRangeKm  2133.44');
    const json = runModel(['horizon', '--altitude-km', '500', '--elevation-deg', '3', '--json']);
    expect('text' in json && JSON.parse(json.text).groundRangeKm).toBeCloseTo(2133.44, 2);
  });

  it('as a program answers on stdout with 0, and refuses on stderr alone with 2', () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['server/cli/main.ts', 'model', ...args], { encoding: 'utf8' });
    const good = run('trajectory', '--range-km', '10000', '--json');
    expect([good.status, good.stderr]).toEqual([0, '']);
    expect(Math.round(JSON.parse(good.stdout).flightTimeS)).toBe(1931);
    const bad = run('trajectory', '--range-km', 'far', '--json');
    expect([bad.status, bad.stdout]).toEqual([2, '']);
    expect(bad.stderr).toMatch(/^--range-km must be a number from 1 to 20015, not "far"\.\n$/);
  });

  it.each([
    ['', 'Name a model. There are: trajectory'],
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
    ['exchange --scenario quick --striker us --struck us', 'two powers'],
    ['exchange --striker us --struck ru', '--scenario must be given'],
    ['stability --attacker us --defender fr', '--defender must be one of us, ru, cn'],
    ['stability --attacker us --defender ru --interceptors -1', '--interceptors must not be negative: a number from 0 to'],
    ['stability --attacker us --defender ru --interceptors -1', 'not "-1"'],
    ['stability --attacker us --defender ru --mu 0.1', 'There are: --attacker, --defender, --posture'],
    ['horizon --altitude-km=-0.5', '--altitude-km must not be negative'],
    ['coverage', '--scenario must be given: one of'],
    ['coverage --scenario mars', '--scenario must be one of'],
    ['coverage --scenario quick --partners mars', '--partners must be one of us, ru, cn, both'],
    ['coverage --scenario quick --corridor mars', "--corridor must be one of the scenario's, such as"],
    ['toString', 'There is no model'],
    ['trajectory --range-km 0x10', '--range-km must be a number'],
    ['trajectory --range-km', '--range-km needs a value'],
    ['trajectory --range-km --apogee-km 5', '--range-km needs a value'],
    ['trajectory --range-km 5 --range-km 6', '--range-km is given twice'],
    ['trajectory --range-km 5 far', 'Unknown argument "far"'],
    ['trajectory --range-km 5 --json=1', '--json takes no value'],
  ])('refuses "%s" in a sentence', (line, sentence) => {
    expect(refused(line)).toContain(sentence);
    expect(refused(line)).toMatch(/^[^\n]+\.$/);
  });
});
