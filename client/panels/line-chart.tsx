/** A line chart in SVG with its data as a table below: shape and dash tell lines apart as well as colour. */
import { area, line as lineOf } from 'd3-shape';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { num } from '../i18n/format.ts';
import { t } from '../i18n/text.ts';
import { apart, type ChartScale, chartScale } from '../model/chart-scale.ts';

export interface Series {
  readonly id: string;
  readonly name: string;
  /** A style of the chart's own: colour, dash and mark come with it. */
  readonly look: string;
  readonly values: readonly number[];
  /** A short name that stands at the line's end. */
  readonly tag?: string;
}

/** Two values between which something lies, shown as a band behind the lines. */
export interface Band {
  readonly name: string;
  readonly low: { readonly name: string; readonly values: readonly number[] };
  readonly high: { readonly name: string; readonly values: readonly number[] };
}

interface Props {
  readonly title: string;
  readonly says: string;
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** Always in sight, whatever the values. */
  readonly include: readonly number[];
  readonly format: string;
  /** A level with a meaning: the threshold at 0. */
  readonly mark?: { readonly at: number; readonly name: string };
  readonly band?: Band;
  /** Columns that only the table has: differences between lines. */
  readonly also?: readonly Pick<Series, 'id' | 'name' | 'values'>[];
}

const [WIDTH, HEIGHT] = [560, 240];
const FRAME = { left: 44, right: 14, top: 14, bottom: 28 };
const PLOT_HEIGHT = HEIGHT - FRAME.top - FRAME.bottom;
/** Lines of small type, one below the other. */
const TAG_GAP = 12;

export function LineChart(props: Props): JSX.Element {
  const id = useId();
  const { title, says, labels, series, include, mark, band } = props;
  const scale = chartScale(
    [...series.flatMap((line) => line.values), ...(band?.low.values ?? []), ...(band?.high.values ?? [])],
    include,
    { count: labels.length, width: WIDTH, height: HEIGHT, ...FRAME },
  );
  // One place is enough where it tells all of them apart.
  const onTenths = props.format === '2' && scale.ticks.every((tick) => Math.abs(10 * tick - Math.round(10 * tick)) < 1e-9);
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <p class="small dim">{says}</p>
      <Legend series={series} band={band} />
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={`${id}t`} class="chart-plot">
        <title id={`${id}t`}>{t('chart.label', { title })}</title>
        {scale.ticks.map((tick) => (
          <g class="tick" key={tick}>
            <line x1={FRAME.left} x2={WIDTH - FRAME.right} y1={scale.y(tick)} y2={scale.y(tick)} />
            <text x={FRAME.left - 6} y={scale.y(tick) + 4} text-anchor="end">
              {num(tick, onTenths ? '1' : props.format)}
            </text>
          </g>
        ))}
        {mark ? (
          <g class="mark-line">
            <line x1={FRAME.left} x2={WIDTH - FRAME.right} y1={scale.y(mark.at)} y2={scale.y(mark.at)} />
            <text x={WIDTH - FRAME.right} y={scale.y(mark.at) - 5} text-anchor="end">
              {mark.name}
            </text>
          </g>
        ) : null}
        {labels.map((label, i) => (
          <text class="x-label" key={label} x={scale.x(i)} y={HEIGHT - 8} text-anchor="middle">
            {label}
          </text>
        ))}
        {band ? <path class="chart-band" d={bandPath(band, scale)} /> : null}
        {series.map((line) => (
          <Line key={line.id} line={line} scale={scale} />
        ))}
        <Tags series={series} scale={scale} />
      </svg>
      <DataTable {...props} />
    </figure>
  );
}

function bandPath({ low, high }: Band, { x, y }: ChartScale): string {
  const between = area<number>(
    (_, i) => x(i),
    (value) => y(value),
    (_, i) => y(high.values[i] ?? 0),
  ).digits(1);
  return between(low.values) ?? '';
}

interface LineProps {
  readonly line: Series;
  readonly scale: ChartScale;
}

function Line({ line, scale: { x, y } }: LineProps): JSX.Element {
  const path = lineOf<number>((_, i) => x(i), y).digits(1);
  return (
    <g class={`series ${line.look}`}>
      <path class="line" d={path(line.values) ?? ''} />
      {line.values.map((value, i) => (
        <Mark key={`${line.id}${i}`} look={line.look} x={x(i)} y={y(value)} />
      ))}
    </g>
  );
}

interface TagsProps {
  readonly series: readonly Series[];
  readonly scale: ChartScale;
}

/** Beside the ends of their lines; of lines that end at the same turn one below the other. */
function Tags({ series, scale: { x, y } }: TagsProps): JSX.Element {
  const named = series.filter(({ tag, values }) => tag !== undefined && values.length > 0);
  const turns = [...new Set(named.map(({ values }) => values.length))];
  return (
    <>
      {turns.map((length) => {
        const ends = named.filter(({ values }) => values.length === length);
        const heights = apart(
          ends.map(({ values }) => y(values.at(-1) ?? 0)),
          Math.min(TAG_GAP, PLOT_HEIGHT / ends.length),
          HEIGHT - FRAME.bottom,
        );
        return ends.map(({ id, look, tag }, i) => (
          <text class={`series tag-at-end ${look}`} key={id} x={x(length - 1) + 9} y={(heights[i] ?? 0) + 4}>
            {tag}
          </text>
        ));
      })}
    </>
  );
}

const MARKS: Readonly<Record<string, string>> = {
  square: 'M-4 -4h8v8h-8z',
  diamond: 'M0 -5.5 5.5 0 0 5.5 -5.5 0z',
  hexagon: 'M-2.8 -5h5.6l2.9 5-2.9 5h-5.6l-2.9-5z',
  circle: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z',
};

/** The last word of a look names its mark: `us-ru diamond`. */
function Mark({ look, x, y }: { readonly look: string; readonly x: number; readonly y: number }): JSX.Element {
  const shape = look.split(' ').at(-1) ?? 'circle';
  return <path class="mark" d={MARKS[shape] ?? MARKS['circle']} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`} />;
}

interface LegendProps {
  readonly series: readonly Series[];
  readonly band: Band | undefined;
}

function Legend({ series, band }: LegendProps): JSX.Element {
  return (
    <ul class="legend">
      {series.map((line) => (
        <li key={line.id}>
          <svg viewBox="-16 -8 32 16" class={`series ${line.look}`} aria-hidden="true">
            <path class="line" d="M-15 0H15" />
            <Mark look={line.look} x={0} y={0} />
          </svg>
          {line.name}
        </li>
      ))}
      {band ? (
        <li>
          <svg viewBox="-16 -8 32 16" aria-hidden="true">
            <path class="chart-band" d="M-15 -6h30v12h-30z" />
          </svg>
          {band.name}
        </li>
      ) : null}
    </ul>
  );
}

function DataTable({ title, labels, series, format, band, also = [] }: Props): JSX.Element {
  const columns = [...series, ...(band ? [band.low, band.high].map((edge) => ({ id: edge.name, ...edge })) : []), ...also];
  return (
    <details>
      <summary>{t('chart.table')}</summary>
      <div class="scroll-x" tabIndex={0} role="region" aria-label={title}>
        <table class="plain">
          <caption class="sr-only">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('chart.turn')}</th>
              {columns.map((line) => (
                <th scope="col" key={line.id}>
                  {line.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {labels.map((label, i) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {columns.map((line) => (
                  <td class="figure" key={line.id}>
                    {line.values[i] === undefined ? '–' : num(line.values[i], format)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
