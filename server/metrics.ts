/** What is counted and measured while the server runs, in the form that Prometheus reads. Nothing here names a person. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Stage } from '../shared/protocol/messages.ts';

const STAGES: readonly Stage[] = ['lobby', 'playing', 'over'];

export class Metrics {
  readonly #register = new Registry();
  readonly #requests: Counter<'request' | 'outcome'>;
  readonly #commits: Histogram;
  readonly #steps: Histogram;
  readonly #turnedAway: Counter;
  #countsProcess = false;

  constructor() {
    const registers = [this.#register];
    this.#requests = new Counter({
      name: 'threshold_requests_total',
      help: 'Requests in rooms by name and outcome: ok, or the key of the refusal.',
      labelNames: ['request', 'outcome'],
      registers,
    });
    this.#commits = new Histogram({
      name: 'threshold_commit_seconds',
      help: 'Time from the first entry of a batch to its commit on the disk.',
      buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5],
      registers,
    });
    this.#steps = new Histogram({
      name: 'threshold_step_seconds',
      help: 'Time to resolve a turn or a round, bots included.',
      buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5],
      registers,
    });
    this.#turnedAway = new Counter({
      name: 'threshold_turned_away_total',
      help: 'HTTP requests of addresses that got too much wrong.',
      registers,
    });
  }

  request(request: string, outcome: string): void {
    this.#requests.inc({ request, outcome });
  }

  commit(ms: number): void {
    this.#commits.observe(ms / 1000);
  }

  step(ms: number): void {
    this.#steps.observe(ms / 1000);
  }

  turnedAway(): void {
    this.#turnedAway.inc();
  }

  /** What is counted only when somebody asks: nothing is kept up to date for nobody. */
  addCensus(census: () => { readonly stages: readonly Stage[]; readonly connections: number }): void {
    const registers = [this.#register];
    new Gauge({
      name: 'threshold_matches',
      help: 'Open matches by stage.',
      labelNames: ['stage'],
      registers,
      collect() {
        const { stages } = census();
        for (const stage of STAGES) this.set({ stage }, stages.filter((one) => one === stage).length);
      },
    });
    new Gauge({
      name: 'threshold_connections',
      help: 'Connections in rooms.',
      registers,
      collect() {
        this.set(census().connections);
      },
    });
  }

  get contentType(): string {
    return this.#register.contentType;
  }

  async text(): Promise<string> {
    if (!this.#countsProcess) collectDefaultMetrics({ register: this.#register });
    this.#countsProcess = true;
    return this.#register.metrics();
  }
}
