/** What stands on the wall: the code and how to come, always; and of each world what everybody may know. Read from the back row. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { ConsoleAdmission, ConsoleView, ProjectorView } from '../../shared/protocol/exercise-view.ts';
import { num } from '../i18n/format.ts';
import { t } from '../i18n/text.ts';
import { nearnessOf } from '../model/nearness.ts';
import { openExerciseLine } from '../net/exercise-line.ts';
import { GaugeLine } from '../panels/gauge.tsx';
import { ScreenHeading } from '../panels/heading.tsx';
import { LanguageMenu } from '../panels/language-menu.tsx';
import { Qr } from '../panels/qr.tsx';
import { Waiting } from '../panels/waiting.tsx';
import { linkToClass, typedAddress } from './class-link.ts';
import { LineNotice } from './line-notice.tsx';
import { WorldClock } from './world-clock.tsx';
import '../style/class.css';
import '../style/projector.css';

export function Projector({ admission }: { readonly admission: ConsoleAdmission }): JSX.Element {
  const view = useSignal<ProjectorView | null>(null);
  const skewMs = useSignal(0);
  const show = (next: ProjectorView): void => {
    skewMs.value = next.nowMs - Date.now();
    view.value = next;
  };
  const line = useMemo(
    () =>
      openExerciseLine(admission, {
        // Who leads is told everything: of it only what is public is put on the wall.
        console: (next) => show(publicOf(next)),
        projector: (next) => show(next),
      }),
    [admission],
  );
  useEffect(() => () => line.leave(), [line]);
  return (
    <>
      {view.value === null ? <Waiting /> : <Wall view={view.value} skewMs={skewMs.value} />}
      <LineNotice line={line} />
    </>
  );
}

function publicOf({ code, title, areNumbersShown, people, nowMs, worlds, hotWash }: ConsoleView): ProjectorView {
  const byNumber = [...worlds].sort((a, b) => a.number - b.number);
  return { code, title, areNumbersShown, come: people.length, nowMs, worlds: byNumber, hotWash };
}

export function Wall({ view, skewMs }: { readonly view: ProjectorView; readonly skewMs: number }): JSX.Element {
  return (
    <div class="wall">
      <aside class="wall-join">
        <Qr text={linkToClass('class', view.code)} label={t('wall.qr')} />
        <p class="wall-address">{typedAddress()}</p>
        <p class="wall-code figure">{view.code}</p>
        <p class="wall-come">{t('wall.come', { count: view.come })}</p>
        <LanguageMenu />
      </aside>
      <main>
        <ScreenHeading>{view.title}</ScreenHeading>
        {view.hotWash === null ? null : (
          <section class="wall-question" aria-label={t('wall.question')}>
            <p class="dim">{t('wall.question')}</p>
            <p class="wall-words">{t(`hot-wash.${view.hotWash}`)}</p>
          </section>
        )}
        <ul class={`wall-worlds ${densityOf(view.worlds.length)}`} style={{ '--columns': columnsFor(view.worlds.length) }}>
          {view.worlds.map((world) => (
            <World key={world.code} world={world} skewMs={skewMs} areNumbersShown={view.areNumbersShown} />
          ))}
        </ul>
      </main>
    </div>
  );
}

/** So that twenty worlds stand on one screen, and three are read from the last row. */
const columnsFor = (worlds: number): number => (worlds <= 3 ? 1 : worlds <= 6 ? 2 : worlds <= 12 ? 3 : 4);

const densityOf = (worlds: number): string => (worlds <= 6 ? '' : worlds <= 12 ? 'dense' : 'dense bands-only');

interface WorldProps {
  readonly world: ProjectorView['worlds'][number];
  readonly skewMs: number;
  readonly areNumbersShown: boolean;
}

function World({ world, skewMs, areNumbersShown }: WorldProps): JSX.Element {
  const band = nearnessOf(world.margin);
  return (
    <li class={`wall-world ${world.phase === 'crisis' ? 'crisis' : ''}`}>
      <div class="wall-world-head">
        <h2>{t('world.name', { number: world.number })}</h2>
        <p class="wall-turn">{stageText(world)}</p>
        <WorldClock world={world} skewMs={skewMs} />
      </div>
      {world.stage === 'lobby' ? null : (
        <div class="wall-gauge">
          <GaugeLine margin={world.margin} low={world.margin} high={world.margin} />
          <p>
            <strong class={`band-${band}`}>{t(`band.${band}`)}</strong>
            {areNumbersShown ? (
              <span class="dim"> {t('wall.figures', { margin: num(world.margin, '2'), tension: num(world.tension, '0') })}</span>
            ) : null}
          </p>
        </div>
      )}
    </li>
  );
}

function stageText({ stage, phase, turn, lastTurn }: WorldProps['world']): string {
  if (stage === 'lobby') return t('world.lobby');
  if (stage === 'over') return t('wall.over');
  return phase === 'crisis' ? t('phase.crisis') : t('turn.of', { turn, last: lastTurn });
}
