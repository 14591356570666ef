/**
 * What the strategists of one match have thought out for the step that lies ahead. They think beside the match, from the
 * moment a turn or a round of a crisis opens; it takes what is there when that falls, and waits for nothing.
 */
import { type BotSeats, occasionOf, type Plans } from '../../shared/bots/moves.ts';
import type { Plan } from '../../shared/bots/strategist/account.ts';
import { type Campaign, campaignOf } from '../../shared/bots/strategist/campaign.ts';
import { asStrategist, type Strategist } from '../../shared/bots/strategist/levels.ts';
import type { Board } from '../../shared/capability/board.ts';
import { type Choices, type CrisisChoice, type Game, stateOf } from '../../shared/game/game.ts';
import type { Deal } from '../../shared/game/joint.ts';
import type { Power } from '../../shared/scenario/names.ts';
import { logError } from '../log.ts';

export interface Question {
  readonly board: Board;
  readonly strategist: Strategist;
  readonly campaign: Campaign;
}

/** A sheet for a turn, a choice for a round. */
export type Answer = Plan | { readonly choice: CrisisChoice };

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

export class Forethought {
  readonly #thinker: Thinker | undefined;
  readonly #thoughts = new Map<Power, Thought>();
  /** One for each seat, by which the thinker tells askers apart. */
  readonly #askers: Readonly<Record<Power, object>> = { us: {}, ru: {}, cn: {} };

  constructor(thinker: Thinker | undefined) {
    this.#thinker = thinker;
  }

  /** Has whoever needs it think about what lies ahead now; asking again changes nothing. */
  consider(standing: Standing): void {
    const { game, luck, bots, deals } = standing;
    if (!this.#thinker || stateOf(game).world.phase === 'ended') return;
    for (const [power, bot] of bots) {
      const strategist = asStrategist(bot);
      if (!strategist || this.#thoughtOf(power, standing)) continue;
      const thought: Thought = { game, signed: signedBy(power, deals), answer: null };
      this.#thoughts.set(power, thought);
      const drawn = luck > 0 ? { ...game, setup: { ...game.setup, luck } } : game;
      const agreed = stateOf(game).world.phase === 'crisis' ? [] : deals;
      const campaign = campaignOf(drawn, occasionOf(drawn, power, agreed));
      this.#thinker.think(this.#askers[power], { board: game.board, strategist, campaign }).then(
        (answer) => {
          thought.answer = answer;
        },
        (error: unknown) => logError('strategist-failed', error),
      );
    }
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
