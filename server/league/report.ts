/** Everything that a run of games comes to, for people and for programs alike. */
import { must } from '../../shared/assert.ts';
import type { BotSeats } from '../../shared/bots/moves.ts';
import type { Tale } from '../../shared/game/tale.ts';
import { TOP_RUNG } from '../../shared/scenario/names.ts';
import { type Aim, aimsOf } from './aims.ts';
import { type Standing, standingsOf } from './bots.ts';
import { type Findings, findingsOf } from './findings.ts';
import { type Interval, wilson } from './intervals.ts';
import { type Lift, liftsOf, type Trial } from './lifts.ts';
import { type Opening, openingsOf } from './openings.ts';
import type { Play, Told } from './retell.ts';
import { type SlotShare, slotSharesOf } from './slots.ts';
import { type Step, stepsOf, type Twice } from './sweep.ts';
import { type Pair, type Words, type Worth, wordsOf, worthOf } from './words.ts';

export interface Report {
  readonly seatings: readonly BotSeats[];
  readonly findings: Findings;
  /** Nuclear use by what brought it about. */
  readonly causes: Readonly<Record<'strike' | 'accident', Interval>>;
  readonly aims: readonly Aim[];
  readonly standings: readonly Standing[];
  readonly openings: readonly Opening[];
  readonly slots: readonly SlotShare[];
  /** Share of games in which Russia and China stood on the top rung. */
  readonly topRung: Interval;
  readonly words: Words;
  /** Orders against the same game without those of a kind: of exploiting access, which has a line of its own. */
  readonly exploit: Worth | null;
  readonly lifts: readonly Lift[];
  readonly sweeps: readonly Step[];
}

/** Of games in the order in which they were asked for. */
export function reportOf(seatings: readonly BotSeats[], plays: readonly Play[], told: readonly Told[]): Report {
  const games = plays.map((play, i) => ({ play, told: must(told[i], `game ${play.seed}`) }));
  const tales = told.map(({ tale }) => tale);
  const seated = games.map(({ play: { seats }, told: { tale } }) => ({ seats, tale }));
  const again = games.flatMap(retoldIn);
  const pairs = again.flatMap(({ pair }) => pair ?? []);
  const exploits = pairs.filter(({ kind }) => kind === 'exploit');
  return {
    seatings,
    findings: findingsOf(tales),
    causes: { strike: endedBy(tales, 'strike'), accident: endedBy(tales, 'accident') },
    aims: aimsOf(tales),
    standings: standingsOf(seated),
    openings: [...openingsOf(seated, 1), ...openingsOf(seated, 2)],
    slots: slotSharesOf(told),
    topRung: wilson(tales.filter(({ rungReached }) => rungReached === TOP_RUNG).length, tales.length),
    words: wordsOf(pairs),
    exploit: exploits.length > 0 ? worthOf(exploits) : null,
    lifts: liftsOf(again.flatMap(({ trial }) => trial ?? [])),
    sweeps: stepsOf(again.flatMap(({ twice }) => twice ?? [])),
  };
}

const endedBy = (tales: readonly Tale[], cause: Tale['ending']): Interval =>
  wilson(tales.filter(({ ending }) => ending === cause).length, tales.length);

interface Retelling {
  readonly pair?: Pair;
  readonly trial?: Trial;
  readonly twice?: Twice;
}

/** A game told again, by what it is to show. */
function retoldIn({ play, told }: { readonly play: Play; readonly told: Told }): readonly Retelling[] {
  return play.again.flatMap((variant, i): readonly Retelling[] => {
    const retold = told.again[i] ?? null;
    if (variant.instead === 'forced') {
      const { kind, power } = variant;
      const tales = retold ? { forced: retold.tale, never: retold.against ?? told.tale } : null;
      return [{ trial: { kind, power, tales } }];
    }
    if (!retold) return [];
    if (variant.instead === 'swept') return [{ twice: { swept: variant, before: told.tale, after: retold.tale } }];
    return [{ pair: { ...variant, seats: play.seats, spoken: told.tale, hushed: retold.tale } }];
  });
}
