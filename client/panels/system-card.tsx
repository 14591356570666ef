/** One system: its public tests, and what rivals' planners, the mean and its owner make of the same tests. */
import type { JSX } from 'preact';
import { num } from '../i18n/format.ts';
import { nameOf } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { type Readings, type SystemEvidence, UNKNOWNS, type Unknown } from '../model/intelligence.ts';
import { Reckoned } from './reckoned.tsx';
import { useRoom } from './room-context.tsx';
import { Term } from './term.tsx';

const STANCES = ['rival', 'public', 'owner'] as const;
/** The ledger's line that a new test writes, for each unknown that tests tell of. */
const COUNTED: Readonly<Partial<Record<Unknown, string>>> = { kill: 'killA', decoysTaken: 'decoyA' };

const ASKED = { kill: 'kill', tracking: 'tracking', decoysTaken: 'decoys-taken' } as const satisfies Record<Unknown, string>;

export function SystemCard({ system, isOwn }: { readonly system: SystemEvidence; readonly isOwn: boolean }): JSX.Element {
  const { match } = useRoom();
  const name = nameOf(match.board, system.interceptor);
  return (
    <article class="system-card">
      <h4>{name}</h4>
      <p class="small">{recordText(system)}</p>
      <Spread readings={system.oneShot} />
      <table class="plain">
        <caption class="sr-only">{t('intelligence.readings-of', { system: name })}</caption>
        <thead>
          <tr>
            <td />
            {STANCES.map((stance) => (
              <th scope="col" key={stance}>
                {t(`intelligence.${stanceKey(stance, isOwn)}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {UNKNOWNS.map((unknown) => (
            <tr key={unknown}>
              <th scope="row">{unknown === 'decoysTaken' ? <Term id="decoys" /> : t(`unknown.${unknown}`)}</th>
              {STANCES.map((stance) => (
                <td key={stance}>
                  <UnknownValue system={system} unknown={unknown} stance={stance} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}

/** Who reads: for a rival's system the fearful planners are ours, for our own the hopeful ones. */
function stanceKey(stance: (typeof STANCES)[number], isOwn: boolean): string {
  if (stance === 'public') return 'mean';
  if (stance === 'rival') return isOwn ? 'rivals-fear' : 'we-fear';
  return isOwn ? 'we-hope' : 'owner-hopes';
}

function recordText({ before, since }: SystemEvidence): string {
  const old = before.trials === 0 ? t('intelligence.no-record') : t('intelligence.record', before);
  return since.trials === 0 ? old : `${old} ${t('intelligence.since', since)}`;
}

interface ValueProps {
  readonly system: SystemEvidence;
  readonly unknown: Unknown;
  readonly stance: (typeof STANCES)[number];
}

function UnknownValue({ system, unknown, stance }: ValueProps): JSX.Element {
  const { match } = useRoom();
  const { rivalQuantile, ownerQuantile } = match.board.scenario.parameters.belief;
  const counted = COUNTED[unknown];
  const share = stance === 'rival' ? rivalQuantile : ownerQuantile;
  const taken = stance === 'public' ? t('reckoned.mean') : t('reckoned.quantile', { share });
  const basis = counted ? recordText(system) : t('reckoned.no-tests');
  return (
    <Reckoned
      name={`${nameOf(match.board, system.interceptor)}, ${t(`unknown.${unknown}`)}`}
      value={num(system.readings[unknown][stance], '2')}
      says={[t(`unknown.${unknown}.means`), `${basis} ${taken}`]}
      asked={{ what: ASKED[unknown], interceptor: system.interceptor, stance }}
      {...(counted ? { from: { subject: `systems/${system.interceptor}`, variable: counted } } : {})}
    />
  );
}

/** From what the owner hopes to what rivals fear, with the mean: the gap is what the next test would close. */
function Spread({ readings }: { readonly readings: Readings }): JSX.Element {
  const [low, high] = [Math.min(readings.owner, readings.rival), Math.max(readings.owner, readings.rival)];
  return (
    <div class="spread">
      <span class="small dim">
        {t('intelligence.one-shot', {
          rival: num(readings.rival, '2'),
          mean: num(readings.public, '2'),
          owner: num(readings.owner, '2'),
        })}
      </span>
      <span class="spread-line" aria-hidden="true">
        <span class="spread-band" style={{ left: `${100 * low}%`, width: `${Math.max(0.8, 100 * (high - low))}%` }} />
        <span class="spread-mean" style={{ left: `${100 * readings.public}%` }} />
      </span>
    </div>
  );
}
