/** What facilitators and observers took down of a world: for who leads, in a debrief and in a replay of his file. */
import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { NoteInRecord } from '../../shared/export/record-file.ts';
import { AtDesk } from '../class/at-desk.tsx';
import { clockTime } from '../i18n/format.ts';
import { t } from '../i18n/text.ts';
import { BulletinWords } from './bulletins.tsx';

/** Of a world that a facilitator looks into; players have no desk, and get none of it. */
export function NotesAtDesk({ world }: { readonly world: string }): JSX.Element {
  const notes = useContext(AtDesk)?.desk.view.value?.notes ?? [];
  const there = notes.filter((note) => note.world === world || note.world === 'all');
  return <NoteList notes={there.map(({ event, ...note }) => ({ ...note, turn: note.about, event: event ?? undefined }))} />;
}

export function NoteList({ notes }: { readonly notes: readonly NoteInRecord[] }): JSX.Element | null {
  if (notes.length === 0) return null;
  return (
    <section>
      <h2>{t('notes.taken')}</h2>
      <ul class="notes">
        {notes.map((note, i) => (
          <li key={i}>
            <p class="small dim">
              {note.atMs === 0 ? null : <time>{clockTime(note.atMs)}</time>} {t('turn.short', { turn: note.turn })} · {note.by}
              {note.event === undefined ? null : (
                <>
                  {' · '}
                  <BulletinWords {...note.event} />
                </>
              )}
            </p>
            <p lang={note.language ?? ''}>{note.words}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
