/** What somebody sees of his exercise over his world: screens that rest, words from the facilitator, the card of the hot wash. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Bulletin, ParticipantView } from '../../shared/protocol/exercise-view.ts';
import { t } from '../i18n/text.ts';
import type { TakesPart } from '../model/takes-part.ts';
import { BulletinWords } from '../panels/bulletins.tsx';
import { HotWashCard } from './hot-wash-card.tsx';
import { ObserverCard } from './observer-card.tsx';
import { placeText } from './world-name.ts';
import '../style/class.css';
import '../style/taking-part.css';

export function TakingPart({ part }: { readonly part: TakesPart }): JSX.Element | null {
  const view = part.view.value;
  if (view === null) return null;
  return (
    <>
      <Strip part={part} view={view} />
      <p class="sr-only" role="status" aria-live="polite">
        {view.isFrozen ? t('frozen.title') : <Latest bulletin={view.bulletins.at(-1)} />}
      </p>
      {view.isFrozen ? <Frozen /> : null}
    </>
  );
}

/** The last word that came, for who listens. */
function Latest({ bulletin }: { readonly bulletin: Bulletin | undefined }): JSX.Element | null {
  if (bulletin === undefined) return null;
  return (
    <>
      {t(`bulletin.${bulletin.kind}.from`)}: <BulletinWords {...bulletin} />
    </>
  );
}

function Strip({ part, view }: { readonly part: TakesPart; readonly view: ParticipantView }): JSX.Element {
  const isOut = view.place.role === 'delegate' && !part.isSeated.value;
  const unread = view.bulletins.filter(({ id }) => !part.read.value.includes(id));
  return (
    <aside class="strip" aria-label={t('strip.label')}>
      <details class="strip-place">
        <summary>
          <strong>{t('world.name', { number: view.number })}</strong>{' '}
          <span class="dim small">{isOut ? t('strip.removed') : placeText(view.place)}</span>
          {view.isMuted ? <span class="tag">{t('people.muted')}</span> : null}
        </summary>
        <p class="small dim">{view.title}</p>
        <p class="small">{t('strip.wrong-seat')}</p>
      </details>
      {unread.map((bulletin) => (
        <div key={bulletin.id} class={`bulletin ${bulletin.kind}`}>
          <p>
            <span class="small dim">{t(`bulletin.${bulletin.kind}.from`)}</span> <BulletinWords {...bulletin} />
          </p>
          <button type="button" class="quiet" onClick={() => (part.read.value = [...part.read.value, bulletin.id])}>
            {t('bulletin.read')}
          </button>
        </div>
      ))}
      {view.hotWash === null ? null : <HotWashCard key={view.hotWash} part={part} question={view.hotWash} />}
      {view.place.role === 'observer' ? <ObserverCard part={part} task={view.place.task} /> : null}
    </aside>
  );
}

/** A calm cover: nothing behind it is lost or can be reached, and nothing on it presses. */
function Frozen(): JSX.Element {
  const cover = useRef<HTMLDialogElement>(null);
  useEffect(() => cover.current?.showModal(), []);
  return (
    <dialog ref={cover} class="frozen-cover" aria-labelledby="frozen-title" onCancel={(event) => event.preventDefault()}>
      <h1 id="frozen-title">{t('frozen.title')}</h1>
      <p>{t('frozen.says')}</p>
    </dialog>
  );
}
