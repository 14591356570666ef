import { describe, expect, it } from 'vitest';
import { openWorld } from '../../client/local/line.ts';
import { createDesk } from '../../client/model/desk.ts';
import {
  BEGINNING,
  createPractice,
  type Moment,
  type Progress,
  progressed,
  STEPS,
  skipped,
} from '../../client/model/practice.ts';
import { portInPage } from './local-port.ts';

const START: Moment = {
  scene: 'room',
  turn: 1,
  site: null,
  isWeighing: false,
  orders: 0,
  statements: 0,
  hasAsked: false,
  figure: null,
  arriving: 542,
  reading: null,
};
const settled = (): Promise<void> => new Promise((done) => setTimeout(done));
const progressOver = (...moments: readonly Partial<Moment>[]): Progress =>
  moments.reduce<Progress>((progress, part) => progressed(progress, { ...START, ...part }), BEGINNING);
const at = (step: Progress['step']): Progress => ({ step, done: [], last: START });

describe('the steps of a practice turn', () => {
  it('wait for as long as nothing is done', () => {
    expect(progressOver({}, {}, {}).step).toBe('look');
    expect(progressOver({ site: 'guam' }).step).toBe('look');
  });

  it('go on when what they ask for is done, and only then', () => {
    const doing: readonly (readonly [Progress['step'], Partial<Moment>, Partial<Moment>])[] = [
      ['look', { site: 'redzikowo' }, { site: 'deveselu' }],
      ['believe', { figure: 28 }, { figure: 542 }],
      ['weigh', { site: 'deveselu' }, { isWeighing: true }],
      ['add', { isWeighing: true }, { orders: 1 }],
      ['speak', { orders: 1 }, { statements: 1 }],
      ['lock', { orders: 1 }, { scene: 'reveal', turn: 2 }],
      ['looked', { scene: 'reveal', turn: 2 }, { scene: 'reveal', turn: 2, reading: 'unsure' }],
      ['read', { scene: 'reveal', turn: 2 }, { turn: 2 }],
      ['why', { turn: 2 }, { turn: 2, hasAsked: true }],
    ];
    for (const [step, notYet, done] of doing) {
      expect(progressed(at(step), { ...START, ...notYet }).step, `${step}: not yet`).toBe(step);
      expect(progressed(at(step), { ...START, ...done }).done, `${step}: done`).toContain(step);
    }
  });

  it('take only what is taken off after it was put on for an undoing', () => {
    const put = progressed(at('add'), { ...START, orders: 1 });
    expect(put.step).toBe('undo');
    expect(progressed(put, { ...START, orders: 2 }).step).toBe('undo');
    expect(progressed(put, { ...START, orders: 0 }).step).toBe('speak');
  });

  it('do not ask again for what was done ahead', () => {
    const looked = progressOver({ site: 'deveselu', isWeighing: true, orders: 1, figure: 542 });
    expect(looked.done).toEqual(['look', 'believe', 'weigh', 'add']);
  });

  it('are passed by when the game itself has gone on, and then do not count as done', () => {
    const early = progressOver({ scene: 'reveal', turn: 2 });
    expect(early).toMatchObject({ step: 'looked', done: ['lock'] });
    expect(progressOver({ scene: 'report', turn: 2 })).toMatchObject({ step: null, done: [] });
  });

  it('can each be skipped, to the end', () => {
    let progress: Progress = BEGINNING;
    for (const step of STEPS) {
      expect(progress.step).toBe(step);
      progress = skipped(progress);
    }
    expect(progress).toMatchObject({ step: null, done: [] });
    expect(skipped(progress).step).toBeNull();
  });
});

describe('a practice turn over a real world', () => {
  it('is played to its end by doing what it asks', async () => {
    const { match } = await openWorld(
      'practice',
      { seed: 'practice', seat: 'us', bots: { us: 'dove', ru: 'hawk', cn: 'dove' } },
      portInPage(),
    );
    await settled();
    const desk = createDesk();
    const practice = createPractice(match, desk);
    const step = (): Progress['step'] => practice.progress.value.step;
    expect(step()).toBe('look');
    match.selectedSite.value = 'deveselu';
    expect(step()).toBe('believe');
    const { arriving } = match.briefing.value!.toward.find(({ rival }) => rival === 'ru')!;
    const wrong = practice.figures.value.find((figure) => figure !== Math.round(arriving))!;
    practice.readFigure(wrong);
    expect([step(), practice.wrongFigure.value]).toEqual(['believe', wrong]);
    practice.readFigure(Math.round(arriving));
    expect([step(), practice.wrongFigure.value]).toEqual(['weigh', null]);
    const option = match.options.value.find(({ order }) => order.kind === 'reinforce' && order.battery === 'deveselu')!;
    match.considered.value = option;
    expect(step()).toBe('add');
    match.draft.addOrder(option.order);
    expect(step()).toBe('undo');
    match.draft.removeOrder(0);
    expect(step()).toBe('speak');
    match.draft.addStatement({
      speaker: 'minister',
      kind: 'reassure',
      target: 'ru',
      subject: 'arms',
      venue: 'united-nations',
      commitment: null,
      words: '',
      language: 'en',
    });
    expect(step()).toBe('lock');
    await match.draft.lock();
    await settled();
    expect(step()).toBe('looked');
    await match.perceive('cn', { turn: 1, reading: 'strike' });
    expect(step()).toBe('looked');
    await match.perceive('ru', { turn: 1, reading: 'unsure' });
    expect(step()).toBe('read');
    match.acknowledge();
    expect(step()).toBe('why');
    desk.ask('world', 'tension');
    expect(practice.progress.value.step).toBeNull();
    expect(practice.progress.value.done).toEqual(STEPS);
    practice.stop();
  });

  it('goes on with the game where a step is skipped that only the game can pass', async () => {
    const { match } = await openWorld(
      'practice',
      { seed: 'practice', seat: 'us', bots: { us: 'dove', ru: 'hawk', cn: 'dove' } },
      portInPage(),
    );
    await settled();
    const practice = createPractice(match, createDesk());
    for (let i = 0; i < 2 * STEPS.length && practice.progress.value.step !== null; i++) {
      practice.skip();
      await settled();
    }
    expect(practice.progress.value.step).toBeNull();
    expect(match.view.value?.state.world.turn).toBe(2);
    practice.stop();
  });
});
