/** A scenario with everything worked out that does not change in play: look-ups by id and the coverage table. */
import type { BatteryPlan, HostPlan, Interceptor, Scenario, Sensor, Site, ThirdPlan } from '../scenario/schema.ts';
import { type Coverage, coverage } from './coverage.ts';

export interface Board {
  readonly scenario: Scenario;
  readonly coverage: Coverage;
  readonly sites: Readonly<Record<string, Site>>;
  readonly interceptors: Readonly<Record<string, Interceptor>>;
  readonly plans: Readonly<Record<string, BatteryPlan>>;
  readonly sensors: Readonly<Record<string, Sensor>>;
  readonly hosts: Readonly<Record<string, HostPlan>>;
  readonly thirds: Readonly<Record<string, ThirdPlan>>;
}

export function makeBoard(scenario: Scenario): Board {
  return {
    scenario,
    coverage: coverage(scenario),
    sites: byId(scenario.sites),
    interceptors: byId(scenario.interceptors),
    plans: byId(scenario.batteries),
    sensors: byId(scenario.sensors),
    hosts: byId(scenario.hosts),
    thirds: byId(scenario.thirds),
  };
}

function byId<T extends { readonly id: string }>(things: readonly T[]): Record<string, T> {
  return Object.fromEntries(things.map((thing) => [thing.id, thing]));
}
