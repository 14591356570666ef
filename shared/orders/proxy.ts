/** What orders about a proxy crisis share: the crises that a power has a side in, who is on the other, and what heats them. */
import type { Power } from '../scenario/names.ts';
import type { ProxyPlan } from '../scenario/schema.ts';
import type { Contribution } from '../state/ledger.ts';
import type { Scene } from './order.ts';

export const plansOf = ({ board, power }: Scene): readonly ProxyPlan[] =>
  board.scenario.proxies.filter((plan) => plan.powers.includes(power));
export const planOf = (scene: Scene, proxy: string): ProxyPlan | undefined => plansOf(scene).find((plan) => plan.id === proxy);
export const opponentIn = ({ powers: [one, other] }: ProxyPlan, power: Power): Power => (one === power ? other : one);
export const heat = (rule: string, proxy: string, add: number, why: Contribution['because']): Contribution => ({
  rule,
  subject: `proxies/${proxy}`,
  variable: 'heat',
  add,
  because: why,
});
