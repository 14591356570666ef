/** The foot of the console: what the last command did, in a region that is read out, with the way back; and the keys. */
import type { JSX } from 'preact';
import { day } from '../i18n/format.ts';
import { t } from '../i18n/text.ts';
import { leaveConsole } from '../model/class-door.ts';
import { areKeysOn, CONSOLE_KEYS } from '../model/console-keys.ts';
import { useConsole, useDesk } from './at-desk.tsx';
import { commandText, receiptText } from './receipt-text.ts';

export function ConsoleFoot(): JSX.Element {
  const { desk } = useDesk();
  const view = useConsole();
  const receipt = desk.receipt.value;
  const back = desk.undoable.value;
  return (
    <footer class="console-foot">
      <p class={`console-receipt ${receipt?.refusal ? 'reason' : ''}`} role="status" aria-live="polite">
        {receipt === null ? t('console.ready') : receiptText(receipt)}
      </p>
      {back === null ? null : (
        <button type="button" class="quiet" onClick={() => void desk.undo()}>
          {t('console.undo')}
          <span class="sr-only">: {commandText(back, view)}</span>
        </button>
      )}
      <Keys />
      <button type="button" class="quiet" popovertarget="kept">
        {t('console.kept')}
      </button>
      <div id="kept" popover="auto" role="dialog" aria-label={t('console.kept')} class="term-card">
        <p>{t('retention.until', { date: day(view.keptUntilMs) })}</p>
        <button
          type="button"
          class="quiet"
          popovertarget="kept"
          popovertargetaction="hide"
          onClick={() => void desk.give({ name: 'erase', body: {} })}
        >
          {t('console.erase')}
        </button>
        <button type="button" class="quiet" onClick={leaveConsole}>
          {t('console.leave')}
        </button>
        <button type="button" class="quiet" popovertarget="kept" popovertargetaction="hide">
          {t('action.close')}
        </button>
      </div>
    </footer>
  );
}

function Keys(): JSX.Element {
  return (
    <>
      <button type="button" class="quiet" popovertarget="console-keys">
        {t('console.keys')}
      </button>
      <div id="console-keys" popover="auto" role="dialog" aria-label={t('console.keys')} class="term-card wide">
        <p>{t('console.keys-say')}</p>
        <dl class="key-list">
          {Object.entries(CONSOLE_KEYS).map(([key, { id }]) => (
            <div key={key}>
              <dt>
                <kbd>{key.toUpperCase()}</kbd>
              </dt>
              <dd>{t(`console.key.${id}`)}</dd>
            </div>
          ))}
        </dl>
        <label class="check">
          <input
            type="checkbox"
            checked={areKeysOn.value}
            onChange={() => {
              areKeysOn.value = !areKeysOn.value;
            }}
          />
          <span>{t('console.keys-on')}</span>
        </label>
        <button type="button" class="quiet" popovertarget="console-keys" popovertargetaction="hide">
          {t('action.close')}
        </button>
      </div>
    </>
  );
}
