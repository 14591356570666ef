/** Notes of what was seen, with their time, each hung on a turn: the facilitators' and the observers'. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { clockTime } from '../i18n/format.ts';
import { language } from '../i18n/language.ts';
import { t } from '../i18n/text.ts';
import { BulletinWords } from '../panels/bulletins.tsx';
import { useConsole, useDesk } from './at-desk.tsx';
import { chosenOf, NoteEvent } from './note-event.tsx';
import { WordsField } from './words-field.tsx';
import { worldName } from './world-name.ts';

export function NotesPane(): JSX.Element {
  const { desk } = useDesk();
  const view = useConsole();
  const target = desk.target.value;
  const notes = view.notes.filter(({ world }) => target === 'all' || world === target || world === 'all');
  return (
    <>
      <NoteForm />
      {notes.length === 0 ? <p class="dim">{t('notes.none')}</p> : null}
      <ul class="notes">
        {[...notes]
          .sort((a, b) => b.atMs - a.atMs)
          .map((note) => (
            <li key={`${note.atMs} ${note.by}`}>
              <p class="small dim">
                <time>{clockTime(note.atMs)}</time> · {worldName(view, note.world)} · {turnText(note.about)} · {note.by}
              </p>
              {note.event === null ? null : (
                <p class="small">
                  <BulletinWords {...note.event} />
                </p>
              )}
              <p lang={note.language}>{note.words}</p>
            </li>
          ))}
      </ul>
    </>
  );
}

const turnText = (turn: number): string => (turn === 0 ? t('rewind.start') : t('turn.short', { turn }));

function NoteForm(): JSX.Element {
  const { desk } = useDesk();
  const words = useSignal('');
  const now = desk.world.value?.turn ?? 0;
  const about = useSignal<number | null>(null);
  const chosen = useSignal('');
  const turn = Math.min(now, about.value ?? now);
  const events = (desk.world.value?.bulletins ?? []).filter((one) => one.turn === turn);
  return (
    <form class="pane-part" onSubmit={(event) => void send(event)}>
      <WordsField words={words} id="note-words">
        <span>{t('notes.words')}</span>
      </WordsField>
      <NoteEvent events={events} chosen={chosen} />
      <div class="form-foot">
        <label class="choice">
          <span>{t('notes.about')}</span>
          <select onChange={(event) => (about.value = event.currentTarget.selectedIndex)}>
            {Array.from({ length: now + 1 }, (_, turn) => (
              <option key={turn} selected={turn === (about.value ?? now)}>
                {turnText(turn)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="quiet" disabled={words.value.trim() === ''}>
          {t('notes.keep')}
        </button>
      </div>
    </form>
  );

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    const body = {
      world: desk.target.value,
      words: words.value.trim(),
      about: turn,
      language: language.value,
      event: chosenOf({ events, chosen }),
    };
    const answer = await desk.give({ name: 'note', body });
    if (!answer?.ok) return;
    words.value = '';
    chosen.value = '';
  }
}
