/** The choice of a record to replay, by button or by dropping it on the page; and why the last one will not do. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/text.ts';
import type { ReplayPlace } from '../model/replay-address.ts';
import type { ReplayFault } from '../model/replay-fault.ts';
import { isOpening, leaveReplay, replayFile } from '../model/replaying.ts';
import { ScreenHeading } from './heading.tsx';
import { PageBar } from './page-bar.tsx';

interface Props {
  readonly place: ReplayPlace;
  readonly fault: ReplayFault | null;
}

export function ReplayFileScreen({ place, fault }: Props): JSX.Element {
  return (
    <div class="home replay-file">
      <PageBar />
      <main>
        <section class="play-form">
          <ScreenHeading>{t('replay.title')}</ScreenHeading>
          {fault === null ? (
            <p>{t('replay.file-link')}</p>
          ) : (
            <p class="notice" role="alert">
              {faultText(fault)}
            </p>
          )}
          <RecordChoice place={place} />
          <button type="button" class="quiet" onClick={leaveReplay}>
            {t('replay.back')}
          </button>
        </section>
      </main>
    </div>
  );
}

function faultText(fault: ReplayFault): string {
  switch (fault.why) {
    case 'refused':
      return t(fault.refusal.key, fault.refusal.args);
    case 'step-differs':
      return t('fault.replay.step-differs', { step: fault.step, of: fault.of });
    case 'scenario-missing':
      return t('fault.replay.scenario-missing', { scenario: fault.scenario });
    default:
      return t(`fault.replay.${fault.why}`);
  }
}

/** The button; while it is on the page, a file may also be dropped anywhere. `children`: words before it. */
export function RecordChoice({
  place,
  children,
}: {
  readonly place?: ReplayPlace;
  readonly children?: ComponentChildren;
}): JSX.Element {
  useEffect(() => listenForDrops(place), [place]);
  return (
    <div class="record-choice">
      {children}
      <label class={isOpening.value ? 'button quiet disabled' : 'button quiet'}>
        {t(isOpening.value ? 'home.replay-opening' : 'home.replay-choose')}
        <input
          type="file"
          class="sr-only"
          accept=".json,application/json"
          disabled={isOpening.value}
          onChange={(event) => take(event.currentTarget.files, place)}
        />
      </label>
    </div>
  );
}

function take(files: FileList | null | undefined, place: ReplayPlace | undefined): void {
  const file = files?.[0];
  if (file !== undefined) void replayFile(file, place);
}

function listenForDrops(place: ReplayPlace | undefined): () => void {
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    take(event.dataTransfer?.files, place);
  };
  const over = (event: DragEvent): void => event.preventDefault();
  addEventListener('drop', drop);
  addEventListener('dragover', over);
  return () => {
    removeEventListener('drop', drop);
    removeEventListener('dragover', over);
  };
}
