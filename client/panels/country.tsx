/** My country: what we have, how we stand, what we want, what our planners believe of the others. */
import type { JSX } from 'preact';
import { type Power, PROGRAMMES } from '../../shared/scenario/names.ts';
import { num } from '../i18n/format.ts';
import { powerName, say } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { aimsOf } from '../model/aims.ts';
import { watchReason } from '../model/page.ts';
import { AimPoints } from './aim-points.tsx';
import { CommonAimSoFar } from './common-aim.tsx';
import { FreeSeats } from './free-seats.tsx';
import { Invite } from './invite.tsx';
import { HostOfficeNotes, OfficeNote } from './office-note.tsx';
import { Planners } from './planners.tsx';
import { Powers } from './powers.tsx';
import { PromiseList } from './promise-list.tsx';
import { useRoom } from './room-context.tsx';
import { SeatMark } from './seat-mark.tsx';
import { Term } from './term.tsx';
import { ForwardRow, OnWarningRow, ThreatenedRow } from './threats.tsx';
import { Why } from './why.tsx';

export function Country(): JSX.Element {
  const { match } = useRoom();
  const power = match.seat.value;
  // A facilitator who looks at everything.
  if (match.view.value?.viewer === 'all') return <Powers />;
  if (power === null) return <Watcher />;
  return (
    <>
      <h2 class={`country-name ${power}`}>
        <SeatMark power={power} filled /> {powerName(power)}
      </h2>
      <Invite />
      <OfficeNote power={power} />
      <HostOfficeNotes />
      <Figures power={power} />
      <Objectives power={power} />
      <Planners />
    </>
  );
}

/** A spectator has no country: he sees what everybody sees of all three. */
function Watcher(): JSX.Element {
  const { match } = useRoom();
  const powers = match.view.value?.state.powers;
  const isPlayed = match.figures.value.seats.some((seat) => seat.held === 'person');
  return (
    <>
      <h2>{t('watch.title')}</h2>
      {watchReason.value === null ? null : <p class="notice">{t(`join.${watchReason.value}`)}</p>}
      <p class="dim">{t(isPlayed ? 'watch.friends' : 'watch.explains')}</p>
      <FreeSeats />
      <table class="plain">
        <caption class="sr-only">{t('watch.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.power')}</th>
            <th scope="col">{t('variable.credibility')}</th>
            <th scope="col">{t('variable.influence')}</th>
          </tr>
        </thead>
        <tbody>
          {(['us', 'ru', 'cn'] as const).map((power) => (
            <tr key={power}>
              <th scope="row" class={power}>
                <SeatMark power={power} /> {powerName(power)}
              </th>
              {(['credibility', 'influence'] as const).map((variable) => (
                <td key={variable}>
                  <Why subject={`powers/${power}`} variable={variable}>
                    <span class="figure">{num(powers?.[power][variable] ?? 0, '0')}</span>
                  </Why>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <CommonAimSoFar />
      <PromiseList />
    </>
  );
}

function Figures({ power }: { readonly power: Power }): JSX.Element | null {
  const { match } = useRoom();
  const state = match.view.value?.state;
  if (!state) return null;
  const own = state.powers[power];
  const subject = `powers/${power}`;
  const programmes = PROGRAMMES.filter((each) => own[each] > 0);
  return (
    <dl class="figures">
      {(['money', 'approval', 'credibility', 'influence'] as const).map((variable) => (
        <div key={variable}>
          <dt>
            <FigureName variable={variable} />
          </dt>
          <dd>
            <Why subject={subject} variable={variable}>
              <span class="figure">{variable === 'money' ? num(match.draft.purse.value, '1') : num(own[variable], '0')}</span>
            </Why>
          </dd>
        </div>
      ))}
      {own.posture === 'generated' ? (
        <Wide name={t('variable.posture')} value={t('posture.generated')} subject={subject} variable="posture" />
      ) : null}
      {programmes.map((each) => (
        <Wide
          key={each}
          name={t(`order.${each}`)}
          value={t('programme.level', { level: own[each] })}
          subject={subject}
          variable={each}
        />
      ))}
      <OnWarningRow state={state} power={power} class="wide" />
      <ForwardRow state={state} power={power} class="wide" />
      <ThreatenedRow state={state} power={power} />
    </dl>
  );
}

/** Two of the figures are words of the field. */
function FigureName({ variable }: { readonly variable: string }): JSX.Element {
  if (variable === 'credibility') return <Term id="credibility" />;
  if (variable === 'influence') return <Term id="influence" />;
  return <>{t(`variable.${variable}`)}</>;
}

interface WideProps {
  readonly name: string;
  readonly value: string;
  readonly subject: string;
  readonly variable: string;
}

function Wide({ name, value, subject, variable }: WideProps): JSX.Element {
  return (
    <div class="wide">
      <dt>{name}</dt>
      <dd>
        <Why subject={subject} variable={variable}>
          {value}
        </Why>
      </dd>
    </div>
  );
}

/** Points are out of 25 for each aim. */
const MOST_POINTS = 25;

function Objectives({ power }: { readonly power: Power }): JSX.Element {
  const { match } = useRoom();
  return (
    <section aria-labelledby="aims-title">
      <h3 id="aims-title">{t('aims.title')}</h3>
      <ul class="aims">
        {aimsOf(match.board, match.view.value, power).map(({ id, text, isSecret, points }) => (
          <li key={id}>
            <span>
              {isSecret ? <span class="tag">{t('aims.secret')}</span> : null} {say(text)}
            </span>
            <span class="points">
              <AimPoints power={power} id={id} name={say(text)} points={points} />
              <span class="dim">{t('aims.of', { most: MOST_POINTS })}</span>
            </span>
            <span class="bar" aria-hidden="true">
              <span style={{ width: `${(100 * points) / MOST_POINTS}%` }} />
            </span>
          </li>
        ))}
      </ul>
      <CommonAimSoFar />
    </section>
  );
}
