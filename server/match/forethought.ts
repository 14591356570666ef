/**
 * What the strategists of one match have thought out for the step that lies ahead. They think beside the match, from the
 * moment a turn opens; it takes what is there when the turn falls, and waits for nothing.
 */
import { type BotSeats, occasionOf, type Plans } from '../../shared/bots/moves.ts';
import type { Plan } from '../../shared/bots/strategist/account.ts';
import { type Campaign, campaignOf } from '../../shared/bots/strategist/campaign.ts';
import { asStrategist, type Strategist } from '../../shared/bots/strategist/levels.ts';
import type { Board } from '../../shared/capability/board.ts';
import { type Game, stateOf } from '../../shared/game/game.ts';
import type { Deal } from '../../shared/game/joint.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { logError } from '../log.ts';

export interface Question {
  readonly board: Board;
  readonly strategist: Strategist;
  readonly campaign: Campaign;
}

export interface Thinker {
  /** Null: there was no time, or no room. A later question of the same asker takes an earlier one's place. */
  readonly think: (asker: object, question: Question) => Promise<Plan | null>;
}

/** What a seat was asked about: the game as it stood, and what it had signed. */
interface Thought {
  readonly game: Game;
  readonly signed: string;
  plan: Plan | null;
}

export class Forethought {
  readonly #thinker: Thinker | undefined;
  readonly #thoughts = new Map<Power, Thought>();
  /** One for each seat, by which the thinker tells askers apart. */
  readonly #askers: Readonly<Record<Power, object>> = { us: {}, ru: {}, cn: {} };

  constructor(thinker: Thinker | undefined) {
    this.#thinker = thinker;
  }

  /** Has whoever needs it think about what lies ahead now; asking again changes nothing. */
  consider(game: Game, bots: BotSeats, deals: readonly Deal[]): void {
    if (!this.#thinker || stateOf(game).world.phase !== 'orders') return;
    for (const [power, bot] of bots) {
      const strategist = asStrategist(bot);
      if (!strategist || this.#thoughtOf(power, game, deals)) continue;
      const thought: Thought = { game, signed: signedBy(power, deals), plan: null };
      this.#thoughts.set(power, thought);
      const campaign = campaignOf(game, occasionOf(game, power, deals));
      this.#thinker.think(this.#askers[power], { board: game.board, strategist, campaign }).then(
        (plan) => {
          thought.plan = plan;
        },
        (error: unknown) => logError('strategist-failed', error),
      );
    }
  }

  /** What is thought out for exactly what lies ahead. */
  plans(game: Game, bots: BotSeats, deals: readonly Deal[]): Plans {
    const ready = bots.flatMap(([power, bot]) => {
      const plan = asStrategist(bot) ? this.#thoughtOf(power, game, deals)?.plan : null;
      return plan ? [[power, plan] as const] : [];
    });
    return Object.fromEntries(ready);
  }

  #thoughtOf(power: Power, game: Game, deals: readonly Deal[]): Thought | null {
    const thought = this.#thoughts.get(power);
    return thought?.game === game && thought.signed === signedBy(power, deals) ? thought : null;
  }
}

const signedBy = (power: Power, deals: readonly Deal[]): string =>
  JSON.stringify(deals.filter(({ from, to }) => from === power || to === power));
