/** A step's public effects as a newspaper would tell them: what happened, who said what, most weighty first. */
import type { Board } from '../../shared/capability/board.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { ScenarioText } from '../../shared/scenario/schema.ts';
import type { Because, Effect } from '../../shared/state/ledger.ts';
import type { Battery, Clause, Deed, Spoken, Treaty, Work } from '../../shared/state/state.ts';
import { isPower } from '../i18n/names.ts';

/** What is printed about, and from which line of the step's ledger it comes; null: from the scenario. */
interface Printed {
  readonly weight: number;
  readonly line: number | null;
}

/** `event` carries the scenario's own text; the others a key and ids to be named in the reader's language. */
export type Headline =
  | (Printed & { readonly type: 'event'; readonly text: ScenarioText })
  | (Printed & { readonly type: 'words'; readonly said: Spoken })
  | (Printed & {
      readonly type: 'news';
      readonly key: string;
      readonly args: Readonly<Record<string, string>>;
      readonly power: Power | null;
      /** What a treaty says that is signed. */
      readonly clauses?: readonly Clause[];
      /** How a crisis ended: by whose choices. */
      readonly because?: Because;
    });
/** What a line alone makes of a headline, before it is known which line it was. */
type Draft = Headline extends infer H ? (H extends Headline ? Omit<H, 'line'> : never) : never;

export interface StepNews {
  readonly turn: number;
  readonly round: number;
  readonly effects: readonly Effect[];
}

/** All headlines of a step. Words in a private channel are nobody's headline. */
export function headlinesOf(board: Board, step: StepNews): readonly Headline[] {
  const events = step.round > 0 ? [] : board.scenario.events.filter((event) => event.turn === step.turn);
  const news = step.effects.flatMap((effect): Headline[] => {
    const draft = headlineOf(effect);
    return draft === null ? [] : [{ ...draft, line: effect.n }];
  });
  const choices = step.effects.find(({ because }) => because.key === 'why.crisis.round')?.because;
  const all: Headline[] = [
    ...events.map((event): Headline => ({ type: 'event', weight: 6.2, line: null, text: event.headline })),
    ...news
      .filter((one, i) => !news.slice(0, i).some((other) => isSameFromTheOtherSide(one, other)))
      .map((one) => (choices && one.type === 'news' && one.key === 'headline.crisis-over' ? { ...one, because: choices } : one)),
  ];
  return all.sort((a, b) => b.weight - a.weight);
}

/** What two do together stands in the ledger once for each: the paper prints it once. */
function isSameFromTheOtherSide(one: Headline, other: Headline): boolean {
  if (one.type !== 'news' || other.type !== 'news' || one.key !== other.key || one.args.target === undefined) return false;
  return one.args.power === other.args.target && one.args.target === other.args.power;
}

function headlineOf(effect: Effect): Draft | null {
  const [collection = '', id = ''] = effect.subject.split('/');
  switch (collection) {
    case 'spoken':
      return appeared<Spoken>(effect, wordsHeadline);
    case 'deeds':
      return appeared<Deed>(effect, deedHeadline);
    case 'works':
      return appeared<Work>(effect, (work) =>
        work.what === 'battery' ? news('work', 6, work.owner, { battery: work.battery }) : null,
      );
    case 'batteries':
      return batteryHeadline(effect, id);
    case 'thirds':
      return thirdHeadline(effect, id);
    case 'proxies':
      return effect.variable === 'incident' ? news('incident', 9, null, { proxy: id }) : null;
    case 'treaties':
      return treatyHeadline(effect);
    case 'commitments':
      return commitmentHeadline(effect);
    case 'powers':
      return isPower(id) ? alertHeadline(effect, id) : null;
    case 'world':
      return worldHeadline(effect);
    default:
      return null;
  }
}

function appeared<T>(effect: Effect, tell: (thing: T) => Draft | null): Draft | null {
  return effect.variable === 'self' && effect.before === null && effect.after !== null
    ? tell(effect.after as unknown as T)
    : null;
}

function news(key: string, weight: number, power: Power | null, args: Readonly<Record<string, string>>): Draft {
  return { type: 'news', weight, key: `headline.${key}`, args: power === null ? args : { power, ...args }, power };
}

const RANK: Readonly<Record<Spoken['speaker'], number>> = {
  'state-media': 2,
  spokesperson: 3,
  minister: 4.5,
  'head-of-state': 7,
};

function wordsHeadline(said: Spoken): Draft | null {
  return said.venue === 'private' ? null : { type: 'words', weight: RANK[said.speaker], said };
}

/** Deeds that everybody sees; programmes are seen when they are finished, builds by their works. */
const TOLD: readonly Deed['kind'][] = [
  'flight-test',
  'exercise',
  'coerce',
  'withdraw',
  'forward',
  'visit',
  'press',
  'shield',
  'aid',
  'joint-exercise',
  'joint-statement',
  'climb',
  'hotline',
  'integrate',
  'deconflict',
  'back',
  'strike-proxy',
];
/** Of little weight in the paper. */
const QUIET: readonly Deed['kind'][] = ['press', 'aid', 'back'];

function deedHeadline(deed: Deed): Draft | null {
  if (!TOLD.includes(deed.kind)) return null;
  const key = deed.kind === 'forward' && deed.amount === 0 ? 'forward-back' : deed.kind;
  return news(key, QUIET.includes(deed.kind) ? 3 : 6, deed.power, deed.target === '' ? {} : { target: deed.target });
}

function batteryHeadline(effect: Effect, id: string): Draft | null {
  if (effect.variable === 'status') return news(`battery.${String(effect.after)}`, 7, null, { battery: id });
  return appeared<Battery>(effect, (battery) =>
    battery.status === 'active' ? news('battery.active', 7, null, { battery: id }) : null,
  );
}

function thirdHeadline(effect: Effect, id: string): Draft | null {
  if (effect.variable !== 'lastTest') return null;
  return news(effect.because.key === 'why.third.failed' ? 'third-failed' : 'third-test', 7.5, null, { third: id });
}

const TREATY_NEWS: Readonly<Record<string, string>> = { 'in-force': 'in-force', noticed: 'noticed', broken: 'broken' };

const signed = (parties: string, { clauses }: Treaty): Draft => ({
  type: 'news',
  weight: 8.5,
  key: 'headline.treaty.signed',
  args: { parties },
  power: null,
  clauses,
});

function treatyHeadline({ subject, variable, after, because }: Effect): Draft | null {
  const parties = String(because.args['parties'] ?? '');
  const power = because.args['power'];
  const by = typeof power === 'string' && isPower(power) ? power : null;
  if (variable === 'self') return after === null ? null : signed(parties, after as unknown as Treaty);
  const told = variable === 'status' ? TREATY_NEWS[String(after)] : undefined;
  if (told === undefined || subject === '') return null;
  // It was news when it was signed.
  if (told === 'in-force') return news('treaty.in-force', 4, by, { parties });
  const { powers } = because.args;
  return powers === undefined
    ? news(`treaty.${told}`, 8, by, { parties })
    : news(`treaty.${told}-together`, 8, null, { powers: String(powers), parties });
}

function commitmentHeadline(effect: Effect): Draft | null {
  if (effect.variable !== 'status' || effect.after === 'open' || effect.after === 'met') return null;
  // Behind closed doors it was promised, and behind them it is judged.
  if (effect.because.knownTo !== null) return null;
  const by = speakerOf(effect.subject);
  return by === null ? null : news(`commitment.${String(effect.after)}`, 6.5, by, {});
}

/** Whose word it was: a commitment's id is its turn, its power and its place on the sheet (game/phases.ts). */
function speakerOf(subject: string): Power | null {
  const power = subject.split('-')[1] ?? '';
  return isPower(power) ? power : null;
}

function alertHeadline(effect: Effect, power: Power): Draft | null {
  if (effect.variable === 'posture') return news(`posture.${String(effect.after)}`, 8, power, {});
  if (effect.variable === 'launchUnderAttack') return news(effect.after === true ? 'warning.on' : 'warning.off', 8, power, {});
  return null;
}

function worldHeadline(effect: Effect): Draft | null {
  if (effect.variable === 'phase' && effect.after === 'crisis') return crisisHeadline(effect);
  if (effect.variable === 'phase' && effect.before === 'crisis' && effect.after === 'orders')
    return news('crisis-over', 9, null, {});
  return null;
}

/** Between whom is public; a line of a turn long past no longer says it. */
function crisisHeadline({ because: { args } }: Effect): Draft {
  const [first, second] = [String(args.first ?? ''), String(args.second ?? '')];
  return isPower(first) && isPower(second) ? news('crisis', 10, null, { first, second }) : news('crisis-somewhere', 10, null, {});
}
