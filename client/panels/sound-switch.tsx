/** Sound on or off, remembered in this browser; turning it on lets one tone be heard. */
import type { JSX } from 'preact';
import { t } from '../i18n/text.ts';
import { player } from '../sound/player.ts';

export function SoundSwitch(): JSX.Element {
  return (
    <label class="friends-choice">
      <input type="checkbox" checked={player.isOn.value} onChange={(event) => player.turn(event.currentTarget.checked)} />
      <span>
        <strong>{t('sound.label')}</strong>
        <span class="small dim">{t('sound.means')}</span>
      </span>
    </label>
  );
}
