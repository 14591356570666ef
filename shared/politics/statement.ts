/**
 * What words do: base effect of their kind x rank of the speaker x his country's credibility x novelty, shaped by who
 * hears them; words that the speaker's own visible acts contradict work backwards (RULES 6).
 */
import type { Board } from '../capability/board.ts';
import { pow } from '../math/real.ts';
import { BUILDING, othersOf, type Power, pairId } from '../scenario/names.ts';
import { because, type Contribution } from '../state/ledger.ts';
import { pairOf, sorted } from '../state/read.ts';
import type { Condition, Deed, Spoken, State } from '../state/state.ts';
import { tensionBy } from '../state/tension.ts';
import { rankOf } from './administration.ts';
import { guiltOf } from './blame.ts';
import { conditionHolds } from './commitment.ts';
import { consentBy, hostOfBattery } from './host.ts';

/** Provocation from which a firm answer counts as an answer. */
const PROVOKED_FROM = 1;
/** Condemning what nobody feels as a provocation costs the condemned only part (CALIBRATION 7). */
const UNPROVOKED_SHARE = 0.35;

export function addressees(said: Pick<Spoken, 'power' | 'target'>): readonly Power[] {
  return said.target === 'all' ? othersOf(said.power) : [said.target as Power];
}

/** Halved for each earlier statement of the same speaker, kind, target and subject that is remembered. */
export function noveltyOf(board: Board, state: State, said: Spoken): number {
  const { memory, noveltyFloor } = board.scenario.parameters.statements;
  const same = sorted(state.spoken).filter(
    ([, s]) =>
      s.turn < state.world.turn &&
      s.turn >= state.world.turn - memory &&
      s.power === said.power &&
      s.speaker === said.speaker &&
      s.kind === said.kind &&
      s.target === said.target &&
      s.subject === said.subject,
  ).length;
  return Math.max(noveltyFloor, pow(0.5, same));
}

/** Whether an addressee has provoked the speaker lately, or the third state that the words are about has tested. */
export function isProvoked(state: State, said: Spoken): boolean {
  const tested = state.thirds[said.subject]?.lastTest ?? -9;
  if (tested > 0 && tested >= state.world.turn - 1) return true;
  return addressees(said).some((target) => pairOf(state, target, said.power).provocation >= PROVOKED_FROM);
}

/**
 * Whether the speaker's own visible acts give his words the lie: reassurance or an offer of talks beside building, coercion, a strike
 * at a proxy's base or alert in the same turn or the one before, or a pledge whose condition his orders of this turn already break. `known` is the state as
 * everybody knows it: what nobody has seen contradicts nothing.
 */
export function isContradicted(known: State, { said, condition }: Speech): boolean {
  if (said.kind === 'pledge') return condition !== null && conditionHolds(known, condition);
  return belyingDeeds(known, said).length > 0;
}

/** The speaker's own deeds of this turn and the last that give his words the lie; pledges are judged by their conditions. */
export function belyingDeeds(known: State, said: Spoken): readonly Deed[] {
  const belies = BELIED_BY[said.kind];
  if (belies === undefined) return [];
  return sorted(known.deeds)
    .map(([, deed]) => deed)
    .filter((deed) => deed.power === said.power && deed.turn >= known.world.turn - 1 && belies(deed, said));
}

/** What gives soft words the lie: always, or when it is begun and not ended. */
const HARSH: readonly string[] = [...BUILDING, 'coerce', 'strike-proxy'];
const READY: readonly string[] = ['posture', 'forward', 'launch-under-attack'];

type Belies = (deed: Deed, said: Spoken) => boolean;
const isHarsh: Belies = ({ kind, amount }) => HARSH.includes(kind) || (READY.includes(kind) && amount > 0);
/** Who builds on at the battery of which he says that nobody need fear it. */
const isBuiltOn: Belies = ({ kind, target }, { subject }) => target === subject && BUILDING.includes(kind);

const BELIED_BY: Readonly<Partial<Record<Spoken['kind'], Belies>>> = {
  reassure: isHarsh,
  'offer-talks': isHarsh,
  deny: isBuiltOn,
};

/** Words, and what they bind the speaker to. */
export interface Speech {
  readonly said: Spoken;
  readonly condition: Condition | null;
}

/** Everything that one statement moves, commitments apart. */
export function statementEffects(
  board: Board,
  { state, known }: { readonly state: State; readonly known: State },
  speech: Speech,
): readonly Contribution[] {
  const { said } = speech;
  const { statements } = board.scenario.parameters;
  const base = statements.kinds[said.kind];
  const venue = statements.venue[said.venue];
  const rank = rankOf(board, said.power, said.speaker, said.turn);
  const { credibility } = state.powers[said.power];
  const strength = statements.scale * rank * (credibility / 100) * noveltyOf(board, state, said);
  const sign = isContradicted(known, speech) ? -1 : 1;
  const why = because(sign < 0 ? 'why.statement.contradicted' : `why.statement.${said.kind}`, {
    power: said.power,
    speaker: said.speaker,
    target: said.target,
    subject: said.subject,
  });
  const heard = addressees(said);
  const secret = said.venue === 'private' ? { ...why, knownTo: [said.power, ...heard] } : why;
  const provoked = isProvoked(state, said);
  const approval = (provoked ? base.approvalProvoked : base.approvalUnprovoked) * venue.approval;
  const own = (variable: string, add: number): Contribution => ({
    rule: 'statement',
    subject: `powers/${said.power}`,
    variable,
    add,
    because: why,
  });
  return [
    tensionBy('statement', base.tension * strength * sign * venue.tension, secret),
    ...heard.map(
      (target): Contribution => ({
        rule: 'statement',
        subject: `pairs/${pairId(target, said.power)}`,
        variable: 'trust',
        add: (base.trust * strength * sign) / heard.length,
        because: secret,
      }),
    ),
    ...(approval === 0 ? [] : [own('approval', approval * strength)]),
    ...(said.kind === 'hold-responsible'
      ? blamed(board, known, { said, add: base.influence * strength * venue.influence }, why)
      : influenceMoved(
          said,
          base.influence * strength * sign * venue.influence * (provoked ? 1 : said.kind === 'condemn' ? UNPROVOKED_SHARE : 1),
          why,
        )),
    ...hostMoved(board, said, base.hosts * strength * sign * venue.hosts, why),
  ];
}

/** Condemnation is meant to cost the condemned standing; everything else moves the speaker's own. */
function influenceMoved(said: Spoken, add: number, why: Contribution['because']): readonly Contribution[] {
  if (add === 0) return [];
  const whose = said.kind === 'condemn' ? addressees(said) : [said.power];
  return whose.map((power) => ({
    rule: 'statement',
    subject: `powers/${power}`,
    variable: 'influence',
    add: add / whose.length,
    because: why,
  }));
}

/** The guilty pay in standing, builders in part; who accuses the innocent pays himself. */
function blamed(
  board: Board,
  known: State,
  { said, add }: { readonly said: Spoken; readonly add: number },
  why: Contribution['because'],
): readonly Contribution[] {
  const { builder, innocent, accuser } = board.scenario.parameters.statements.blame;
  const accused = addressees(said);
  const on = (power: Power, share: number): Contribution => ({
    rule: 'statement',
    subject: `powers/${power}`,
    variable: 'influence',
    add: (add * share) / accused.length,
    because: why,
  });
  return accused.flatMap((power) => {
    const guilt = guiltOf(board, known, power, said.subject);
    if (guilt === 'innocent') return [on(power, innocent), on(said.power, accuser)];
    return [on(power, guilt === 'patron' ? 1 : builder)];
  });
}

/** The host that the words are about, or on whose soil their battery stands, hears them too: a partner steadies it, a rival's threat shakes it. */
function hostMoved(board: Board, said: Spoken, add: number, why: Contribution['because']): readonly Contribution[] {
  const host = hostOfBattery(board, said.subject) ?? board.hosts[said.subject]?.id;
  if (!host || add === 0) return [];
  const partner = board.hosts[host]?.partner === said.power;
  if (partner && add < 0) return [];
  return [consentBy('statement', host, add, why)];
}
