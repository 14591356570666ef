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

/** What a seat was asked about: the same turn of the same game with the same things signed. */
interface Thought {
  readonly about: string;
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
      const about = aboutOf(game, power, deals);
      if (!strategist || this.#thoughts.get(power)?.about === about) continue;
      const thought: Thought = { about, plan: null };
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
      const thought = this.#thoughts.get(power);
      const isFit = asStrategist(bot) !== null && thought?.about === aboutOf(game, power, deals);
      return isFit && thought.plan ? [[power, thought.plan] as const] : [];
    });
    return Object.fromEntries(ready);
  }
}

function aboutOf({ setup, played }: Game, power: Power, deals: readonly Deal[]): string {
  const own = deals.filter(({ from, to }) => from === power || to === power);
  return JSON.stringify([setup.seed, setup.luck, played.length, own]);
}
