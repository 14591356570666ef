/** `threshold model shots`: shots per warhead for a chance that none leaks, or that no number of shots is enough (F5, F6). */
import { whyShots } from '../../../shared/capability/explain-raid.ts';
import { shotsFor } from '../../../shared/capability/leakage.ts';
import { type Model, type Options, WARHEADS } from './options.ts';

export const shots: Model = {
  needs: ['warheads', 'no-leak', 'single-shot'],
  options: ['tracking', 'common-mode'],
  flags: ['why'],
  answer(options: Options) {
    const objective = {
      warheads: options.whole('warheads', WARHEADS),
      noLeak: options.share('no-leak'),
      singleShot: options.share('single-shot'),
      tracking: options.share('tracking', 1),
      commonMode: options.share('common-mode', 1),
    };
    const sizing = shotsFor(objective);
    const answer = sizing.shots === Number.POSITIVE_INFINITY ? { infeasible: true } : sizing;
    return options.has('why') ? { ...answer, why: whyShots(objective, sizing) } : answer;
  },
};
