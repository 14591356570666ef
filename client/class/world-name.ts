/** What a world is called by people, and where somebody sits in an exercise. */
import type { ConsoleView, ExercisePlace, Participant } from '../../shared/protocol/exercise-view.ts';
import { powerName } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { portfolioNames } from './portfolio-names.ts';

/** By its code, or all of them. */
export function worldName(view: Pick<ConsoleView, 'worlds'>, code: string): string {
  if (code === 'all') return t('world.all');
  const found = view.worlds.find((world) => world.code === code);
  return found === undefined ? code : t('world.name', { number: found.number });
}

/** Without the world: `Russia: defence`. */
export function placeText(place: ExercisePlace): string {
  return place.role === 'observer'
    ? t('place.observer', { task: t(`task.${place.task}`) })
    : t('place.delegate', { power: powerName(place.power), portfolios: portfolioNames(place.portfolios) });
}

/** By the name that only facilitators see, if there is one. */
export const personName = (person: Pick<Participant, 'name' | 'nickname'>): string =>
  person.name === '' ? person.nickname : t('person.named', { name: person.name, nickname: person.nickname });

export function personOf(view: Pick<ConsoleView, 'people' | 'removed'>, id: string): string {
  const found = [...view.people, ...view.removed].find((one) => one.id === id);
  return found === undefined ? id : personName(found);
}
