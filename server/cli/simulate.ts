/**
 * `threshold simulate`: many games of bots on all cores, and what they come to: who wins, how often and why it ends in
 * nuclear use, what is ordered, and where that is not what RULES 11 asks for.
 */
import { writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { balanceLines, type Line, withOthers } from '../league/balance-lines.ts';
import { raidsBeside } from '../league/case-book.ts';
import { NO_JOURNAL, openJournal, readJournal, refuseJournal } from '../league/journal.ts';
import { pageOf } from '../league/page.ts';
import { type Report, reportOf } from '../league/report.ts';
import { refuseOtherRules } from '../league/same-rules.ts';
import { seatingsOf, seatingsTold } from '../league/seatings.ts';
import { linesOf } from '../league/table.ts';
import { playedOf, playsOf, type Terms } from '../league/terms.ts';
import { readWanted, SIMULATE_HELP, type Wanted } from '../league/wanted.ts';
import { playAll } from '../league/workers.ts';
import { faultOf } from '../named-file.ts';
import { StartFault } from '../start-fault.ts';

export async function simulate(args: readonly string[], say: (progress: string) => void): Promise<string> {
  const wanted = readWanted(args);
  if (wanted === null) return SIMULATE_HELP;
  const { terms, games } = wanted;
  const others = wanted.beside.map((file) => linesIn(file, terms));
  // Before anything is played: a page that cannot be written is no reward for waiting.
  if (wanted.html !== undefined) makeRoom(wanted.html, wanted.resume);
  const journal = wanted.resume === undefined ? NO_JOURNAL : openJournal(wanted.resume, terms);
  if (wanted.resume !== undefined) refuseOtherRules(wanted.resume, terms, journal.told);
  const plays = playsOf(terms, games);
  const told = await playAll({ scenario: terms.scenario, theory: terms.theory, games: plays }, journal, say);
  const report = reportOf(seatingsOf(terms.seats), plays, told);
  const lines = withOthers(balanceLines(report, raidsBeside(terms.scenario)), others);
  if (wanted.html !== undefined) write(wanted.html, pageOf({ terms, games, command: commandOf(args), report, lines }));
  if (wanted.json) return JSON.stringify(answerOf(wanted, report, lines));
  const head = `${games} games of ${terms.scenario}, ${terms.theory}, seed ${terms.seed}: ${seatingsTold(terms.seats)}`;
  return [head, ...linesOf(report, lines)].join('\n');
}

function makeRoom(page: string, journal: string | undefined): void {
  if (journal !== undefined && resolve(journal) === resolve(page))
    throw new StartFault(`--html and --resume name the same file, ${page}: name two.`);
  refuseJournal(page);
  write(page, '', 'a');
}

/** What finished games of another run say of RULES 11. */
function linesIn(file: string, { scenario, contents, theory }: Terms): readonly Line[] {
  const { terms, told } = readJournal(file);
  if (terms.scenario !== scenario || terms.contents !== contents)
    throw new StartFault(`${file} holds games of another scenario: name one of ${scenario} as it is now.`);
  if (terms.theory !== theory)
    throw new StartFault(`${file} holds games under --theory ${terms.theory}, and these are under ${theory}: ask for the same.`);
  refuseOtherRules(file, terms, told);
  const plays = playedOf(terms, told);
  const games = plays.flatMap(({ seed }) => told.get(seed) ?? []);
  const report = reportOf(seatingsOf(terms.seats), plays, games);
  return balanceLines(report, null).map((line) => ({ ...line, from: basename(file) }));
}

function answerOf({ terms, games }: Wanted, report: Report, lines: readonly Line[]) {
  const { scenario, theory, seed, again } = terms;
  const { seatings, findings, words, exploit, lifts, sweeps, ...rest } = report;
  const [first = []] = seatings;
  const seats = seatings.length > 1 ? terms.seats : Object.fromEntries(first);
  return {
    ...{ scenario, theory, seed, games, seats, ...findings, ...rest },
    ...(again.length > 0 ? { words } : {}),
    ...(exploit ? { exploit } : {}),
    ...(lifts.length > 0 ? { lifts } : {}),
    ...(sweeps.length > 0 ? { sweeps } : {}),
    rules: lines,
  };
}

const commandOf = (args: readonly string[]): string =>
  ['threshold simulate', ...args.map((arg) => (/^[\w=,.:/-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", "'\\''")}'`))].join(' ');

function write(file: string, text: string, flag: 'a' | 'w' = 'w'): void {
  try {
    writeFileSync(file, text, { flag });
  } catch (error) {
    throw faultOf(file, error, 'written');
  }
}
