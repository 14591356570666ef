/** Preparing an exercise: how long, which scenario, how many people, and what may be said; then it has a code. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/text.ts';
import { open } from '../model/class-door.ts';
import { createDoor, leave } from '../model/page.ts';
import { plan, requestOf } from '../model/prepare.ts';
import type { ApiFault } from '../net/api.ts';
import { nickname } from '../net/person.ts';
import { ScreenHeading } from '../panels/heading.tsx';
import { PageBar } from '../panels/page-bar.tsx';
import { Arrangement } from './arrangement.tsx';
import { PrepareRules } from './prepare-rules.tsx';
import { PrepareTime } from './prepare-time.tsx';
import '../style/class.css';

const door = createDoor();

export function Prepare(): JSX.Element {
  const fault = useSignal<ApiFault | null>(null);
  const isOpening = useSignal(false);
  useEffect(() => void door.load(), []);
  const cards = door.cards.value;
  return (
    <div class="class-page">
      <PageBar />
      <main>
        <div class="class-head">
          <ScreenHeading>{t('prepare.title')}</ScreenHeading>
          <p class="dim">{t('prepare.says')}</p>
        </div>
        <form class="prepare" onSubmit={(event) => void begin(event)}>
          <PrepareTime cards={cards.at === 'ready' ? cards.list : []} />
          <Arrangement />
          <PrepareRules />
          <div class="prepare-go">
            {fault.value === null && cards.at !== 'failed' ? null : (
              <p class="notice" role="alert">
                {t(`fault.${fault.value ?? 'unreachable'}`)}
              </p>
            )}
            <button type="submit" class="primary big" disabled={isOpening.value || cards.at !== 'ready'}>
              {t(plan.value.rehearsalMs > 0 ? 'prepare.rehearse' : 'prepare.go')}
            </button>
            <button type="button" class="quiet" onClick={leave}>
              {t('action.home')}
            </button>
          </div>
        </form>
      </main>
    </div>
  );

  async function begin(event: Event): Promise<void> {
    event.preventDefault();
    isOpening.value = true;
    fault.value = await open(requestOf(plan.value, { title: t('prepare.untitled'), nickname: nickname() }));
    isOpening.value = false;
  }
}
