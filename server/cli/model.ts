/** `threshold model NAME ...`: the formulas of the game asked one by one, which is what outside checks call. */
import { coverage } from './model/coverage.ts';
import { exchange } from './model/exchange.ts';
import { horizon } from './model/horizon.ts';
import { leakage } from './model/leakage.ts';
import { BadInput, type Model, Options } from './model/options.ts';
import { shots } from './model/shots.ts';
import { stability } from './model/stability.ts';
import { tableOf } from './model/table.ts';
import { trajectory } from './model/trajectory.ts';

const MODELS: Readonly<Record<string, Model>> = { trajectory, leakage, shots, horizon, stability, coverage, exchange };

/** `text` is what to print: JSON if it was asked for, a table if not. */
export type ModelAnswer = { readonly json: object; readonly text: string } | { readonly refusal: string };

/** Answers one question, or says in a sentence why it cannot. The first argument names the model. */
export function runModel(args: readonly string[]): ModelAnswer {
  const [name = '', ...rest] = args;
  if (name === '--help') return helpOn(Object.keys(MODELS));
  const model = Object.hasOwn(MODELS, name) ? MODELS[name] : undefined;
  if (!model)
    return {
      refusal: `${name === '' ? 'Name a model' : `There is no model "${name}"`}. There are: ${Object.keys(MODELS).join(', ')}.`,
    };
  if (rest.includes('--help')) return helpOn([name]);
  try {
    const options = new Options(rest, [...model.needs, ...model.options], ['json', ...(model.flags ?? [])]);
    const json = model.answer(options);
    return { json, text: options.has('json') ? JSON.stringify(json) : tableOf(json) };
  } catch (error) {
    if (error instanceof BadInput) return { refusal: error.message };
    throw error;
  }
}

/** The options of these models, a line each; what may be left out stands in brackets. */
function helpOn(names: readonly string[]): ModelAnswer {
  const lines = names.map((name) => {
    const { needs = [], options = [], flags = [] } = MODELS[name] ?? {};
    return [
      'threshold model',
      name,
      ...needs.map((each) => `--${each} ...`),
      ...options.map((each) => `[--${each} ...]`),
      ...[...flags, 'json'].map((each) => `[--${each}]`),
    ];
  });
  return { json: {}, text: lines.map((words) => words.join(' ')).join('\n') };
}
