/** The time line: every turn with its tension, its smallest margin and what happened in it; a turn is opened to be read. */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { quarterOf } from '../i18n/format.ts';
import { t } from '../i18n/text.ts';
import { laneOf, type MarkKind, type TurnOnStrip, timelineOf } from '../model/timeline.ts';
import { useGauges } from './gauge-words.ts';
import { headlineText } from './headline-text.tsx';
import { useRoom } from './room-context.tsx';
import { stepOf } from './tabs.tsx';

export function useTimeline(): readonly TurnOnStrip[] {
  const { match } = useRoom();
  const view = match.view.value;
  return view === null ? [] : timelineOf(match.board, view, match.steps.value);
}

/** The turn that press and ledger tell of: the one chosen, or the last that was played. */
export function useReadTurn(): number {
  const { match, desk } = useRoom();
  return desk.readTurn.value ?? match.view.value?.last.turn ?? 0;
}

export function Timeline(): JSX.Element {
  const turns = useTimeline();
  const list = useRef<HTMLOListElement>(null);
  const read = useReadTurn();
  const { desk } = useRoom();
  const played = turns.filter((each) => each.when === 'past' || each.headlines.length > 0);
  const stop = played.some((each) => each.turn === read) ? read : 0;
  return (
    <nav class="timeline" aria-label={t('timeline.label')}>
      <Legend />
      <div class="timeline-strip">
        <ol ref={list} onKeyDown={onKeyDown} class="timeline-turns">
          {turns.map((each) => (
            <Turn key={each.turn} turn={each} isRead={each.turn === read} isStop={each.turn === stop} />
          ))}
        </ol>
        <Drawing turns={turns} />
      </div>
    </nav>
  );

  /** Arrows go from turn to turn and open it, like tabs. */
  function onKeyDown(event: KeyboardEvent): void {
    const from = played.findIndex((each) => each.turn === read);
    const to = stepOf(event.key, from, played.length);
    const turn = to === null ? undefined : played[to]?.turn;
    if (turn === undefined) return;
    event.preventDefault();
    desk.read(turn);
    list.current?.querySelector<HTMLElement>(`[data-turn="${turn}"]`)?.focus();
  }
}

function Legend(): JSX.Element {
  return (
    <p class="timeline-legend" aria-hidden="true">
      <span class="legend-tension">{t('timeline.tension')}</span>
      <span class="legend-margin">{t('timeline.margin')}</span>
    </p>
  );
}

interface TurnProps {
  readonly turn: TurnOnStrip;
  readonly isRead: boolean;
  /** Whether the tab key stops here. */
  readonly isStop: boolean;
}

function Turn({ turn, isRead, isStop }: TurnProps): JSX.Element {
  const { desk } = useRoom();
  const name = useTurnName(turn);
  const isClosed = turn.when !== 'past' && turn.headlines.length === 0;
  const content = (
    <>
      <span class="timeline-number" aria-hidden="true">
        {turn.turn}
      </span>
      <span class="timeline-marks" aria-hidden="true">
        {turn.marks.map((kind) => (
          <MarkGlyph key={kind} kind={kind} />
        ))}
      </span>
    </>
  );
  return (
    <li class={`timeline-turn ${turn.when}`} aria-current={turn.when === 'now' ? 'step' : undefined}>
      {isClosed ? (
        <span class="timeline-cell">
          {content}
          <span class="sr-only">{name}</span>
        </span>
      ) : (
        <button
          type="button"
          class="timeline-cell"
          data-turn={turn.turn}
          aria-pressed={isRead}
          aria-label={name}
          title={name}
          tabIndex={isStop ? 0 : -1}
          onClick={() => desk.read(turn.turn)}
        >
          {content}
        </button>
      )}
    </li>
  );
}

/** More than these are read in the paper. */
const MOST_NAMED = 3;

/** A turn in one sentence: when it was, how it ended, what was in the papers. */
function useTurnName(turn: TurnOnStrip): string {
  const { match } = useRoom();
  const gauges = useGauges();
  const { board } = match;
  const args = { turn: turn.turn, quarter: t('turn.quarter', quarterOf(board.scenario.start, turn.turn)) };
  if (turn.end === null) return t('timeline.ahead', args);
  const named = turn.headlines.slice(0, MOST_NAMED).map((headline) => headlineText(board, headline));
  const said = t(`timeline.${turn.when === 'now' ? 'now' : 'past'}`, {
    ...args,
    tension: gauges.tension(turn.end.tension),
    margin: gauges.margin(turn.end.gauge.mid),
  });
  return [said, ...named].join(' · ');
}

const GLYPHS: Readonly<Record<MarkKind, string>> = {
  crisis: 'M6 1 11.2 10.5H.8z',
  test: 'M6 .8 8.6 4v4l1.8 2.6H1.6L3.4 8V4z',
  forces: 'M1.5 1.5h9v9h-9z',
  words: 'M1 1.5h10v6.4H6.4L3.6 11V7.9H1z',
  event: 'M6 2.2a3.8 3.8 0 1 1 0 7.6 3.8 3.8 0 0 1 0-7.6z',
};

/** Told apart by shape; colour only helps. */
export function MarkGlyph({ kind }: { readonly kind: MarkKind }): JSX.Element {
  return (
    <svg class={`timeline-mark ${kind}`} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path d={GLYPHS[kind]} />
    </svg>
  );
}

/** Tension in the upper lane, the margin in the lower one, which must stay above its dashed zero: what the names say, drawn. */
function Drawing({ turns }: { readonly turns: readonly TurnOnStrip[] }): JSX.Element {
  const ends = turns.flatMap(({ turn, end }) =>
    end === null ? [] : [{ x: turn - 0.5, tension: end.tension, margin: end.gauge.mid }],
  );
  const zero = lineIn('margin', ends).place(0);
  return (
    <svg
      class="timeline-drawing"
      viewBox={`0 0 ${turns.length} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <line class="zero" x1="0" x2={turns.length} y1={zero} y2={zero} />
      <polyline class="tension-line" points={lineIn('tension', ends).points} />
      <polyline class="margin-line" points={lineIn('margin', ends).points} />
      {/* A dot is a line without length: it stays round however the drawing is stretched. */}
      {ends.map((end) => (
        <g key={end.x} class="dots">
          <path class="tension-line" d={dotAt(end.x, lineIn('tension', ends).place(end.tension))} />
          <path class="margin-line" d={dotAt(end.x, lineIn('margin', ends).place(end.margin))} />
        </g>
      ))}
    </svg>
  );
}

type End = { readonly x: number } & Readonly<Record<'tension' | 'margin', number>>;

function lineIn(
  what: 'tension' | 'margin',
  ends: readonly End[],
): { readonly place: (v: number) => number; readonly points: string } {
  const place = laneOf(
    what,
    ends.map((end) => end[what]),
  );
  return { place, points: ends.map((end) => `${end.x},${place(end[what]).toFixed(3)}`).join(' ') };
}

const dotAt = (x: number, y: number): string => `M${x} ${y.toFixed(3)}h0`;

/** The same as a table, for the equal table view. */
export function TimelineTable(): JSX.Element {
  const { match, desk } = useRoom();
  const gauges = useGauges();
  const { board } = match;
  return (
    <table>
      <caption>{t('timeline.label')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('chart.turn')}</th>
          <th scope="col">{t('timeline.tension')}</th>
          <th scope="col">{t('timeline.margin')}</th>
          <th scope="col">{t('timeline.happened')}</th>
        </tr>
      </thead>
      <tbody>
        {useTimeline()
          .filter((each) => each.end !== null)
          .map((each) => (
            <tr key={each.turn}>
              <th scope="row">
                <button type="button" class="site-button" data-turn={each.turn} onClick={() => desk.read(each.turn)}>
                  {t('turn.short', { turn: each.turn })}, {t('turn.quarter', quarterOf(board.scenario.start, each.turn))}
                </button>
              </th>
              <td class="figure">{gauges.tension(each.end?.tension ?? 0)}</td>
              <td class="figure">{gauges.margin(each.end?.gauge.mid ?? 0)}</td>
              <td>{each.headlines.map((headline) => headlineText(board, headline)).join(' · ') || t('value.none')}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
