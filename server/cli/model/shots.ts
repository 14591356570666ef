/** `threshold model shots`: shots per warhead for a chance that none leaks, or that no number of shots is enough (F5, F6). */
import { shotsFor } from '../../../shared/capability/leakage.ts';
import { type Model, type Options, WARHEADS } from './options.ts';

export const shots: Model = {
  options: ['warheads', 'no-leak', 'single-shot', 'tracking', 'common-mode'],
  answer(options: Options) {
    const sizing = shotsFor({
      warheads: options.whole('warheads', WARHEADS),
      noLeak: options.share('no-leak'),
      singleShot: options.share('single-shot'),
      tracking: options.share('tracking', 1),
      commonMode: options.share('common-mode', 1),
    });
    return sizing.shots === Number.POSITIVE_INFINITY ? { infeasible: true } : sizing;
  },
};
