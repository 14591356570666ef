/** The three powers side by side, for whoever looks with no seat's eyes. */
import type { JSX } from 'preact';
import { purseAfterIncome } from '../../shared/politics/standing.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import { num } from '../i18n/format.ts';
import { say } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { useRoom } from './room-context.tsx';
import { SeatMark } from './seat-mark.tsx';
import { Why } from './why.tsx';

const PUBLIC = ['credibility', 'influence'] as const;
const TRUE = ['money', 'approval', ...PUBLIC] as const;

/** Without a seat: what everybody sees of all three, or everything, secret aims included. */
export function Powers(): JSX.Element {
  const { match } = useRoom();
  const state = match.view.value?.state;
  // As its own seat is told: with the income of the turn that comes.
  const purseOf = (power: Power): number => (state === undefined ? 0 : purseAfterIncome(match.board, state, power));
  const isTruth = match.view.value?.viewer === 'all';
  const powers = state?.powers;
  const variables = isTruth ? TRUE : PUBLIC;
  return (
    <>
      <h2>{t('replay.powers')}</h2>
      <p class="small dim">{t(isTruth ? 'replay.truth-means' : 'replay.public-means')}</p>
      <table class="plain">
        <caption class="sr-only">{t('replay.powers')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.power')}</th>
            {POWERS.map((power) => (
              <th scope="col" key={power} class={power}>
                <SeatMark power={power} /> <span class="small">{t(`power.${power}.short`)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {variables.map((variable) => (
            <tr key={variable}>
              <th scope="row">{t(`variable.${variable}`)}</th>
              {POWERS.map((power) => (
                <td key={power}>
                  <Why subject={`powers/${power}`} variable={variable}>
                    <span class="figure">
                      {variable === 'money' ? num(purseOf(power), '1') : num(powers?.[power][variable] ?? 0, '0')}
                    </span>
                  </Why>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {isTruth ? <SecretAims /> : null}
    </>
  );
}

function SecretAims(): JSX.Element {
  const { match } = useRoom();
  const powers = match.view.value?.state.powers;
  return (
    <ul class="aims">
      {POWERS.map((power) => {
        const id = powers?.[power].secretAim;
        const aim = match.board.scenario.powers[power].secretAims.find((one) => one.id === id);
        return aim === undefined ? null : (
          <li key={power}>
            <span class={power}>
              <SeatMark power={power} /> <span class="tag">{t('aims.secret')}</span> {say(aim.text)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
