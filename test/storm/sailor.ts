/**
 * A player in a storm: acts by dice, remembers what the server has said yes to, and whenever he is back looks whether it
 * is all still there, once, and whether he hears anything that was not meant for him.
 */
import { isDeepStrictEqual } from 'node:util';
import { stateOf } from '../../shared/game/game.ts';
import { newGame } from '../../shared/game/start.ts';
import { EMPTY_SHEET, type Sheet } from '../../shared/orders/sheet.ts';
import type { Answer, SeenView } from '../../shared/protocol/messages.ts';
import type { RequestName } from '../../shared/protocol/requests.ts';
import { othersOf, type Power } from '../../shared/scenario/names.ts';
import { type Dice, randomSheet } from '../game/random-sheets.ts';
import { enter, type Guest } from '../server/house.ts';
import { QUICK } from '../server/table.ts';

/** What is said to one alone names him, so that whoever else hears it is found out. */
const secretFor = (from: Power, to: Power, n: number): string => `secret from ${from} for ${to} number ${n}`;
const SECRET = /secret from (us|ru|cn) for (us|ru|cn) number \d+/g;
/** Options of the opening serve as orders all game long: some are legal later, some are not, and both must be answered. */
const OPENING = stateOf(newGame(QUICK.board(), { seed: 'storm', luck: 0, theory: 'contested' }));

interface Sent {
  readonly name: RequestName;
  readonly body: object;
  readonly id: string;
}

export class Sailor {
  readonly power: Power;
  readonly faults: string[] = [];
  acknowledged = 0;
  readonly #bearer: string;
  readonly #code: string;
  readonly #dice: Dice;
  #guest: Guest | null = null;
  #count = 0;
  /** The last draft that was answered with yes, and drafts after it that were not answered. */
  #draft: { readonly turn: number; readonly sheets: readonly Sheet[] } | null = null;
  readonly #said = new Map<string, 'yes' | 'unanswered'>();
  #unanswered: Sent[] = [];
  #timeline: readonly unknown[] = [];

  constructor(seat: { readonly power: Power; readonly bearer: string; readonly code: string }, dice: Dice) {
    this.power = seat.power;
    this.#bearer = seat.bearer;
    this.#code = seat.code;
    this.#dice = dice;
  }

  get isOver(): boolean {
    return (this.#guest?.records.length ?? 0) > 0;
  }

  /** Enters, or enters again; what was not answered is sent again under its id, as a page does. */
  async board(origin: string): Promise<void> {
    this.#guest = await enter(origin, this.#code, this.#bearer);
    this.#look(true);
    const again = this.#unanswered;
    this.#unanswered = [];
    for (const sent of again) await this.#send(sent);
    await this.#guest.ask('view', {});
    this.#look(true);
  }

  /** The line breaks on his side. */
  drop(): void {
    this.#guest?.room.connection.close();
    this.#guest = null;
  }

  /** One thing of what people do, legal or not, drawn by the dice. */
  async act(): Promise<void> {
    if (this.#guest === null || this.#guest.closed !== null || this.isOver) return;
    await this.#send(this.#drawn());
    this.#look(false);
  }

  /** Says aloud what was told to him alone by somebody else: the search must find it. */
  async betray(of: Power): Promise<void> {
    await this.#send(this.#request('say', { to: 'all', words: secretFor(of, of, 0), phrase: null, language: 'en' }));
  }

  /** Compares what he is shown with what he was promised; only a view of just now shows the draft as it is. */
  #look(isFresh: boolean): void {
    const guest = this.#guest;
    const last = guest?.views.at(-1);
    if (!guest || !last) return;
    if (last.place !== this.power) this.#fault(`sits in ${last.place}`);
    this.#checkTime(last);
    if (isFresh) this.#checkDraft(last);
    this.#checkLines(guest);
    for (const text of [last, ...guest.lines].map((one) => JSON.stringify(one)))
      for (const [secret, from, to] of text.matchAll(SECRET))
        if (from !== this.power && to !== this.power) this.#fault(`hears "${secret}"`);
  }

  /** Time does not run backwards: what was on the time line is still there. */
  #checkTime({ view }: SeenView): void {
    const known = JSON.stringify(this.#timeline);
    if (JSON.stringify(view.timeline.slice(0, this.#timeline.length)) !== known) this.#fault('the past has changed');
    this.#timeline = view.timeline;
  }

  #checkDraft({ view, draft }: SeenView): void {
    const { turn, phase } = view.state.world;
    if (this.#draft === null || this.#draft.turn !== turn || phase !== 'orders') return;
    const shown = draft ?? EMPTY_SHEET;
    if (!this.#draft.sheets.some((sheet) => isDeepStrictEqual(sheet, shown))) this.#fault(`the draft of turn ${turn} is lost`);
  }

  #checkLines({ lines }: Guest): void {
    for (const [words, answer] of this.#said) {
      const times = lines.filter((line) => line.from === this.power && line.words === words).length;
      if (times > 1) this.#fault(`"${words}" stands there ${times} times`);
      if (times === 0 && answer === 'yes') this.#fault(`"${words}" is lost`);
    }
  }

  async #send(sent: Sent): Promise<void> {
    const guest = this.#guest;
    if (guest === null || guest.closed !== null) return void this.#unanswered.push(sent);
    this.#note(sent, null);
    const answer = await this.#answered(guest, sent);
    if (answer === 'broken') return void this.#unanswered.push(sent);
    if (!answer.ok && answer.refusal.key === 'refusal.server')
      this.#fault(`${sent.name} was answered with a fault of the server`);
    if (answer.ok) {
      this.acknowledged += 1;
      this.#note(sent, answer);
    } else if (sent.name === 'say') this.#said.delete((sent.body as { words: string }).words);
  }

  /** The answer, or that the line broke before it came. */
  #answered(guest: Guest, { name, body, id }: Sent): Promise<Answer | 'broken'> {
    const broken = new Promise<'broken'>((done) => guest.room.onLeave(() => done('broken')));
    const asked = guest.ask(name, body, id).catch((error: unknown): Answer | 'broken' => {
      if (guest.room.connection.isOpen) this.#fault(`${name} was not answered: ${String(error)}`);
      return 'broken';
    });
    return Promise.race([asked, broken]);
  }

  /** Takes down what was asked, and what of it was said yes to. */
  #note({ name, body }: Sent, answer: Answer | null): void {
    if (name === 'say') this.#said.set((body as { words: string }).words, answer === null ? 'unanswered' : 'yes');
    if (name !== 'draft' && name !== 'lock') return;
    const { turn, sheet } = body as { turn: number; sheet: Sheet };
    // The malformed ones are refused for their shape, and change nothing.
    if (!Array.isArray(sheet.orders)) return;
    const before = this.#draft?.turn === turn ? this.#draft.sheets : [EMPTY_SHEET];
    // Locked or of another turn, it may be refused: then what was there before stays there.
    this.#draft = { turn, sheets: answer === null ? [...before, sheet] : [sheet] };
  }

  #drawn(): Sent {
    const { view } = this.#guest!.views.at(-1)!;
    const { turn, phase } = view.state.world;
    const [first = 'us'] = othersOf(this.power);
    const to = this.#dice(2) === 0 ? first : (othersOf(this.power)[1] ?? first);
    switch (this.#dice(10)) {
      case 0:
      case 1:
        return this.#request('lock', { turn, sheet: randomSheet(QUICK.board(), OPENING, this.power, this.#dice) });
      case 2:
        return this.#request('unlock', { turn });
      case 3:
      case 4:
        return this.#request('say', { to, words: secretFor(this.power, to, this.#count), phrase: null, language: 'en' });
      case 5:
        return this.#request(this.#dice(2) === 0 ? 'offer' : 'sign', { to, what: 'joint-exercise', offer: 'none' });
      case 6:
        return this.#request(this.#dice(2) === 0 ? 'pause' : 'resume', {});
      case 7:
        return this.#request('choose', { turn, round: view.state.crisis.round, choice: this.#choice(phase) });
      case 8:
        return this.#request('draft', { turn: this.#dice(9), sheet: { orders: 'none' } });
      default:
        return this.#request('draft', { turn, sheet: randomSheet(QUICK.board(), OPENING, this.power, this.#dice) });
    }
  }

  #choice(phase: string): string {
    const all = ['stand-down', 'watch', 'hold', 'mediate', phase];
    return all[this.#dice(all.length)] ?? 'hold';
  }

  #request(name: RequestName, body: object): Sent {
    this.#count += 1;
    return { name, body, id: `storm-${this.power}-${this.#code}-${this.#count}` };
  }

  #fault(what: string): void {
    this.faults.push(`${this.power} of ${this.#code}: ${what}`);
  }
}
