/** The rulebook on the score: what each aim measures, what they come to, and what all come to together. */
import type { Rule } from './rule.ts';

const TEST = 'test/game/score.test.ts';

/** How a value is scored: worked out each turn, stored nowhere. */
const value = (id: string, formula: string, says: string, also: readonly string[] = []): Rule => ({
  id,
  layer: 'score',
  kind: 'value',
  phase: null,
  formula,
  also,
  source: 'RULES 9',
  test: [TEST, says],
});

export const SCORE_RULES: readonly Rule[] = [
  value(
    'score',
    'Σ over five aims of {score.pointsPerObjective} × mean over turns of slope, as a share of what there is; slope = (value − nothing)/(full − nothing), 0 to 1, between the two anchors of the aim; −1 after nuclear use',
    'is the mean over the turns played',
  ),
  value(
    'cover',
    'slope of {score.coverWeights.homeland} × share of North Korea’s raid on the homeland that is stopped + {score.coverWeights.asia} × on allies in Asia + {score.coverWeights.europe} × Iran’s on allies in Europe, from {score.slopes.cover}',
    'cover: weighed shares of the raids',
  ),
  value('alliances', 'slope of the mean consent of its own hosts, from {score.slopes.alliances}', 'alliances: the mean consent'),
  value(
    'calm',
    '{score.armsShare} × slope of the build and offence orders begun by all in the last 4 turns, from {score.slopes.arms}, + (1 − {score.armsShare}) × slope of tension, from {score.slopes.calm}',
    'calm: three quarters no arms race',
  ),
  value('standing', 'slope of influence, from {score.slopes.standing}', 'standing: influence 35 to 78'),
  value(
    'deterrent',
    'slope of 1 − fear of the power that is feared, as its own planners see it: Russia from {score.slopes.ru-deterrent}, China from {score.slopes.cn-deterrent}',
    'deterrent: one less fear of the US',
  ),
  value(
    'europe',
    'slope of 1 − (active + building US interceptors on European hosts)/72, from {score.slopes.europe}',
    'europe: one less the US interceptors',
  ),
  value(
    'balance',
    '{score.rungShare} × slope of the rung with China, from {score.slopes.balanceRung}, + (1 − {score.rungShare}) × slope of own influence − China’s, from {score.slopes.balanceGap}',
    'balance: its share by the rung',
  ),
  value(
    'thaad',
    'slope of 0 (active), ½ (building or suspended) or 1 (none), from {score.slopes.thaad}',
    'thaad: 0 active, half building',
  ),
  value(
    'korea',
    'slope of 1 − 0.6 × stage of North Korea − 0.4 × slope of tension, from {score.slopes.koreaTension}; from {score.slopes.korea}',
    'korea: 1 - .6 stage',
  ),
  value('trade', 'slope of the trade lost to coercion, from {score.slopes.trade}', 'trade: share lost, 3 to 0'),
  value('secret-aim', 'slope of what the aim names, from its own anchors', 'secret aims: each half-way', [
    'score.slopes.influence',
    'score.slopes.credibility',
    'score.slopes.approval',
    'score.slopes.trust-cn',
    'score.slopes.us-trust',
    'score.slopes.treaties',
    'score.slopes.korea-consent',
  ]),
  value(
    'common-score',
    '100 × (1 − mean tension/100) × share of turns that closed with all public margins above 0; 0 after nuclear use',
    'is 100 x (1 - mean tension/100)',
  ),
];
