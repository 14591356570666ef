/** Each number that the model's command line prints has a why under `--why` that comes to it. */
import { describe, expect, it } from 'vitest';
import { runModel } from '../../server/cli/model.ts';
import type { Why } from '../../shared/capability/why.ts';
import { stateOf } from '../../shared/game/game.ts';
import { newGame } from '../../shared/game/start.ts';
import { withPower } from '../belief/table.ts';
import { check } from '../game/check-why.ts';
import { boardOf } from '../game/play.ts';

type Answer = Readonly<Record<string, unknown>> & { readonly why?: Readonly<Record<string, Why>> };

function asked(line: string): Answer {
  const answer = runModel(`${line} --why`.split(' '));
  if ('refusal' in answer) throw new Error(answer.refusal);
  return answer.json as Answer;
}

type Row = Readonly<Record<string, unknown>> & { readonly why?: Readonly<Record<string, Why>> };

/** What a row of a list is about. */
const KEYS: readonly string[] = ['leakers', 'taken', 'shots', 'least', 'withMore'];

const RAID = 'leakage --warheads 11 --interceptors 44 --single-shot 0.56';

describe('threshold model ... --why', () => {
  it.each([
    'trajectory --range-km 10000',
    'trajectory --range-km 300',
    'trajectory --range-km 15000',
    'trajectory --range-km 950 --apogee-km 4475',
    'horizon --altitude-km 500 --elevation-deg 3',
    'horizon --altitude-km 0 --elevation-deg 30',
    RAID,
    `${RAID} --tracking 0.9 --common-mode 0.9`,
    `${RAID} --tracking 0.9 --assignment random`,
    `${RAID} --decoys 50 --warheads-seen 0.95 --decoys-taken 0.1`,
    `${RAID} --decoys 20 --decoys-taken 0.5 --assignment random`,
    'leakage --warheads 5 --interceptors 12 --single-shot 0.56 --looks 2 --tracking 0.9',
    'leakage --warheads 4 --interceptors 9 --single-shot 0.56 --looks 3 --decoys 3 --decoys-taken 0.5',
    'leakage --warheads 5 --interceptors 12 --single-shot 0.56 --warheads-seen 0',
    'shots --warheads 20 --no-leak 0.8 --single-shot 0.8',
    'shots --warheads 20 --no-leak 0.8 --single-shot 0.56 --tracking 0.995 --common-mode 0.95',
    'shots --warheads 20 --no-leak 0.8 --single-shot 1',
    'shots --warheads 20 --no-leak 0 --single-shot 0.5 --common-mode 0',
    'stability --attacker us --defender ru --interceptors 44 --silo-interceptors 100',
    'stability --attacker ru --defender us --silo-interceptors 2000 --suppression 0.5 --taboo 0.15 --interceptors 20',
    'stability --attacker cn --defender us --silo-interceptors 5 --defender-interceptors 44 --launch-under-attack 0.5',
    'stability --attacker us --defender cn --posture generated --interceptors 44 --n50 5 --lambda 0.5',
  ])('%s', (line) => {
    const { why = {}, ...answer } = asked(line);
    const numbers = Object.entries(answer).filter(([, value]) => typeof value === 'number');
    expect(numbers.length).toBeGreaterThan(0);
    for (const [name, value] of numbers) {
      expect(why[name], `${name} has no why`).toBeDefined();
      expect(why[name]!.value, name).toBeCloseTo(value as number, 9);
      check(why[name]!, null);
    }
  });

  it.each([
    `${RAID} --distribution`,
    `${RAID} --tracking 0.9 --common-mode 0.8 --distribution`,
    `${RAID} --decoys 7 --decoys-taken 0 --distribution`,
    `${RAID} --decoys 30 --decoys-taken 0.3 --tracking 0.9 --common-mode 0.8 --distribution`,
    'leakage --warheads 3 --interceptors 0 --single-shot 0.56 --distribution',
    'leakage --warheads 2 --interceptors 5 --single-shot 1 --decoys 4 --distribution',
    'leakage --warheads 4 --interceptors 9 --single-shot 0.56 --decoys 3 --decoys-taken 1 --tracking 0.9 --distribution',
  ])('the chance of each number of leakers, and each term of it: %s', (line) => {
    const { why = {}, ...answer } = asked(line);
    const lists = Object.values(answer).filter((value): value is readonly Row[] => Array.isArray(value));
    expect(lists.length).toBe(line.includes('--decoys ') && !line.includes('--decoys-taken 0 ') ? 4 : 1);
    for (const { why: whys = {}, ...row } of [...lists.flat(), { ...answer, why }])
      for (const [name, value] of Object.entries(row)) {
        if (typeof value !== 'number' || KEYS.includes(name)) continue;
        expect(whys[name]?.value, `${JSON.stringify(row).slice(0, 200)}: ${name}`).toBe(value);
        check(whys[name] as Why, null, { answer });
      }
  });

  it('tells the mixture over decoys in terms that a page can hold, each chance of a term once', () => {
    const line = 'leakage --warheads 20 --interceptors 44 --single-shot 0.56 --decoys 50 --decoys-taken 0.1 --distribution';
    const { taken, spread } = asked(line) as unknown as Record<'taken' | 'spread', readonly { readonly chance: number }[]>;
    for (const row of [taken, spread]) expect(row.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 12);
    expect(JSON.stringify(asked(line)).length).toBeLessThan(1e6);
    expect(JSON.stringify(asked(line))).not.toContain('P13');
  });

  it('says of what cannot be reached which kill it would take', () => {
    const { why = {}, ...answer } = asked('shots --warheads 20 --no-leak 0.8 --single-shot 0.8 --tracking 0.98');
    expect(answer).toEqual({ infeasible: true });
    check(why['requiredKill']!, null);
  });

  it('coverage: the share of every battery and group, and for one corridor its looks, windows and seconds in view', () => {
    const rows = (line: string) => asked(line) as unknown as Record<'windows' | 'shares' | 'inView', readonly Row[]>;
    const whole = rows('coverage --scenario best-offense-2016');
    const named = ['luoning/silo>los-angeles', 'sohae>tokyo', 'kozelsk/silo>washington'].filter((id) =>
      [...whole.windows, ...whole.inView].some(({ corridor }) => corridor === id),
    );
    expect(named.length).toBeGreaterThan(1);
    const told = named.map((id) => rows(`coverage --scenario best-offense-2016 --corridor ${id}`));
    for (const { why, ...row } of [...whole.shares, ...told.flatMap(({ windows, inView }) => [...windows, ...inView])]) {
      for (const [name, value] of Object.entries(row)) {
        if (typeof value !== 'number' || name === 'rangeKm') continue;
        expect(why?.[name]?.value, `${JSON.stringify(row)}: ${name}`).toBeCloseTo(value, 9);
        check(why![name]!, null);
      }
    }
    expect(told.every(({ windows }) => windows.length > 0)).toBe(true);
  });

  it.each([
    ['us', 'ru', '--posture generated --dispersal 2 --launch-under-attack'],
    ['ru', 'us', '--mirv 1'],
    ['cn', 'us', '--posture day'],
  ] as const)('what is spent on a first strike, on what, and what it does: %s on %s %s', (striker, struck, more) => {
    const board = boardOf('quick');
    const start = stateOf(newGame(board, { seed: 'why', luck: 0, theory: 'contested' }));
    const state = withPower(start, struck, {
      posture: more.includes('generated') ? 'generated' : 'day',
      dispersal: more.includes('dispersal') ? 2 : 0,
      launchUnderAttack: more.includes('launch'),
      mirv: more.includes('mirv') ? 1 : 0,
    });
    const { why = {}, ...answer } = asked(`exchange --scenario quick --striker ${striker} --struck ${struck} ${more}`);
    for (const { why: whys = {}, ...row } of [...(answer['forces'] as readonly Row[]), { ...answer, why }])
      for (const [name, value] of Object.entries(row)) {
        // Aim points are data of the scenario.
        if (typeof value !== 'number' || name === 'aimPoints') continue;
        expect(whys[name]?.value, `${JSON.stringify(row).slice(0, 200)}: ${name}`).toBeCloseTo(value, 9);
        check(whys[name] as Why, state, { ...board.scenario, answer });
      }
  });

  it('prints them under the figures, each told once', () => {
    const answer = runModel('stability --attacker us --defender ru --why'.split(' '));
    const text = 'text' in answer ? answer.text : '';
    for (const name of ['costFirst', 'index', 'thresholdOfDefender', 'arriving']) expect(text).toContain(`why ${name}:`);
    expect(text).toContain('(as above)');
  });
});
