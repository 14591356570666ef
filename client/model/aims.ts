/** What a seat wants, its secret aim last, with the points that each aim has come to so far. */
import type { Board } from '../../shared/capability/board.ts';
import type { View } from '../../shared/game/view.ts';
import type { Power } from '../../shared/scenario/names.ts';
import type { ScenarioText } from '../../shared/scenario/schema.ts';

export interface Aim {
  readonly id: string;
  readonly text: ScenarioText;
  readonly isSecret: boolean;
  readonly points: number;
}

export function aimsOf({ scenario }: Board, view: View | null, power: Power): readonly Aim[] {
  const { objectives, secretAims } = scenario.powers[power];
  const points = new Map(view?.objectives.map((objective) => [objective.id, objective.points]));
  const secret = secretAims.filter((aim) => aim.id === view?.state.powers[power].secretAim);
  return [...objectives, ...secret].map((aim, i) => ({
    id: aim.id,
    text: aim.text,
    isSecret: i >= objectives.length,
    points: points.get(aim.id) ?? 0,
  }));
}
