/** Typed words that wait for a facilitator: who says what to whom, to be let through or held back. */
import type { JSX } from 'preact';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { useConsole, useDesk } from './at-desk.tsx';
import { eyesName } from './eyes.ts';
import { worldName } from './world-name.ts';

export function WordsPane(): JSX.Element {
  const { desk } = useDesk();
  const view = useConsole();
  const target = desk.target.value;
  const waiting = view.waiting.filter(({ world }) => target === 'all' || world === target);
  return (
    <>
      <p class="small dim">{t(`words.speech.${view.speech}`)}</p>
      {waiting.length === 0 ? <p class="dim">{t('words.none')}</p> : null}
      <ul class="words-that-wait">
        {waiting.map((said) => (
          <li key={said.line} class={said.from}>
            <p class="small dim">
              {worldName(view, said.world)}: {t('words.from-to', { from: powerName(said.from), to: eyesName(said.to) })}
            </p>
            <blockquote lang={said.language}>{said.words}</blockquote>
            <div class="look-ways">
              {[true, false].map((isApproved) => (
                <button
                  type="button"
                  class="quiet"
                  key={String(isApproved)}
                  onClick={() => approve(said.world, said.line, isApproved)}
                >
                  {t(isApproved ? 'words.approve' : 'words.hold-back')}
                  <span class="sr-only" lang={said.language}>
                    : {said.words}
                  </span>
                </button>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </>
  );

  function approve(world: string, line: string, isApproved: boolean): void {
    void desk.give({ name: 'approve', body: { world, line, isApproved } });
  }
}
