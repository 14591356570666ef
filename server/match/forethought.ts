/**
 * What the strategists of one match have thought out for the step that lies ahead. They think beside the match, from the
 * moment a turn or a round of a crisis opens; it takes what is there when that falls, and waits for nothing.
 */
import { type Bargains, type BotSeats, occasionOf, type Plans } from '../../shared/bots/moves.ts';
import type { Plan } from '../../shared/bots/strategist/account.ts';
import { type Campaign, campaignOf } from '../../shared/bots/strategist/campaign.ts';
import type { Bargain } from '../../shared/bots/strategist/deals.ts';
import { asStrategist, type Strategist } from '../../shared/bots/strategist/levels.ts';
import type { Board } from '../../shared/capability/board.ts';
import { type Choices, type CrisisChoice, type Game, stateOf } from '../../shared/game/game.ts';
import type { Deal } from '../../shared/game/joint.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { logError } from '../log.ts';

export interface Question {
  /** What joint orders would be worth, or what to do in the step that lies ahead. */
  readonly about: 'deals' | 'step';
  readonly board: Board;
  readonly strategist: Strategist;
  readonly campaign: Campaign;
}

/** A sheet for a turn, a choice for a round; of joint orders, what each is worth. */
export type Answer = Plan | { readonly choice: CrisisChoice } | { readonly bargains: readonly Bargain[] };

export interface Thinker {
  /** Null: there was no time, or no room. A later question of the same asker takes an earlier one's place. */
  readonly think: (asker: object, question: Question) => Promise<Answer | null>;
}

/** What a match is before its next step. */
export interface Standing {
  readonly game: Game;
  /** That of a turn which is played again; 0: the game's own. */
  readonly luck: number;
  readonly bots: BotSeats;
  readonly deals: readonly Deal[];
}

/** What is thought out when the step falls. */
export interface Ready {
  readonly plans: Plans;
  readonly choices: Choices;
}

/** What a seat was asked about: the game as it stood, and what it had signed. */
interface Thought {
  readonly game: Game;
  readonly signed: string;
  answer: Answer | null;
}

/** What a seat was asked of joint orders at a turn's opening. */
interface Weighing {
  readonly game: Game;
  /** `null` while it thinks; empty-handed it deals by its page. */
  found: { readonly bargains: readonly Bargain[] | null } | null;
}

export class Forethought {
  readonly #thinker: Thinker | undefined;
  readonly #hasWeighed: () => void;
  readonly #weighings = new Map<Power, Weighing>();
  readonly #dealers: Readonly<Record<Power, object>> = { us: {}, ru: {}, cn: {} };
  readonly #thoughts = new Map<Power, Thought>();
  /** One for each seat, by which the thinker tells askers apart. */
  readonly #askers: Readonly<Record<Power, object>> = { us: {}, ru: {}, cn: {} };

  /** `hasWeighed` is told when somebody knows what he would offer. */
  constructor(thinker: Thinker | undefined, hasWeighed: () => void) {
    this.#thinker = thinker;
    this.#hasWeighed = hasWeighed;
  }

  /** Has whoever needs it think about what lies ahead now; asking again changes nothing. */
  consider(standing: Standing): void {
    const { game, luck, bots, deals } = standing;
    if (!this.#thinker || stateOf(game).world.phase === 'ended') return;
    const thinkers = bots.flatMap(([power, bot]) => {
      const strategist = asStrategist(bot);
      return strategist ? [{ power, strategist }] : [];
    });
    for (const { power, strategist } of thinkers) this.#weigh(power, strategist, game);
    // A sheet is thought out when it is known what was signed on the first offers: else the time would go twice.
    if (thinkers.some(({ power }) => this.isWeighing(power, game))) return;
    for (const { power, strategist } of thinkers) {
      if (this.#thoughtOf(power, standing)) continue;
      const thought: Thought = { game, signed: signedBy(power, deals), answer: null };
      this.#thoughts.set(power, thought);
      const drawn = luck > 0 ? { ...game, setup: { ...game.setup, luck } } : game;
      const agreed = stateOf(game).world.phase === 'crisis' ? [] : deals;
      const campaign = campaignOf(drawn, occasionOf(drawn, power, agreed));
      this.#thinker.think(this.#askers[power], { about: 'step', board: game.board, strategist, campaign }).then(
        (answer) => {
          thought.answer = answer;
        },
        (error: unknown) => logError('strategist-failed', error),
      );
    }
  }

  /** What is known of joint orders in this turn. */
  bargains({ game, bots }: Standing): Bargains {
    const known = bots.flatMap(([power]) => {
      const weighing = this.#weighings.get(power);
      const bargains = weighing?.game === game ? weighing.found?.bargains : null;
      return bargains ? [[power, bargains] as const] : [];
    });
    return Object.fromEntries(known);
  }

  /** Whether a seat has still to find out what it would offer. */
  isWeighing(power: Power, game: Game): boolean {
    const weighing = this.#weighings.get(power);
    return weighing?.game === game && weighing.found === null;
  }

  /** Once for each turn, at its opening. */
  #weigh(power: Power, strategist: Strategist, game: Game): void {
    if (!this.#thinker || stateOf(game).world.phase !== 'orders' || this.#weighings.get(power)?.game === game) return;
    const weighing: Weighing = { game, found: null };
    this.#weighings.set(power, weighing);
    const campaign = campaignOf(game, occasionOf(game, power, []));
    const found = (bargains: readonly Bargain[] | null): void => {
      weighing.found = { bargains };
      this.#hasWeighed();
    };
    this.#thinker.think(this.#dealers[power], { about: 'deals', board: game.board, strategist, campaign }).then(
      (answer) => found(answer && 'bargains' in answer ? answer.bargains : null),
      (error: unknown) => {
        logError('strategist-failed', error);
        found(null);
      },
    );
  }

  /** What is thought out for exactly what lies ahead. */
  ready(standing: Standing): Ready {
    const answers = standing.bots.flatMap(([power, bot]) => {
      const answer = asStrategist(bot) ? this.#thoughtOf(power, standing)?.answer : null;
      return answer ? [{ power, answer }] : [];
    });
    return {
      plans: Object.fromEntries(answers.flatMap(({ power, answer }) => ('sheet' in answer ? [[power, answer]] : []))),
      choices: Object.fromEntries(answers.flatMap(({ power, answer }) => ('choice' in answer ? [[power, answer.choice]] : []))),
    };
  }

  #thoughtOf(power: Power, { game, deals }: Standing): Thought | null {
    const thought = this.#thoughts.get(power);
    return thought?.game === game && thought.signed === signedBy(power, deals) ? thought : null;
  }
}

const signedBy = (power: Power, deals: readonly Deal[]): string =>
  JSON.stringify(deals.filter(({ from, to }) => from === power || to === power));
