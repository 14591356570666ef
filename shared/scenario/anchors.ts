/** Aims say in words between which two values they are counted: `{from}` and `{to}` in their text, filled from the parameters. */
import { LANGUAGES, type Language } from './names.ts';
import type { Scenario } from './schema.ts';

type Aim = Scenario['powers']['us']['secretAims'][number];

/** The scenario with the anchors of each secret aim in its text, so that a file that moves them need not tell them again. */
export function withAnchors(scenario: Scenario): Scenario {
  const { slopes } = scenario.parameters.score;
  const anchored = <T extends Aim>(aim: T): T => {
    const anchors = slopes[aim.id];
    return anchors ? { ...aim, text: filled(aim.text, anchors) } : aim;
  };
  const { us, ru, cn } = scenario.powers;
  const toldIn = <T extends typeof us>(power: T): T => ({ ...power, secretAims: power.secretAims.map(anchored) });
  return { ...scenario, powers: { us: toldIn(us), ru: toldIn(ru), cn: toldIn(cn) } };
}

function filled(text: Aim['text'], [from, to]: readonly [number, number]): Aim['text'] {
  const inLanguage = (language: Language): string =>
    text[language].replaceAll('{from}', figure(from, language)).replaceAll('{to}', figure(to, language));
  return Object.fromEntries(LANGUAGES.map((language) => [language, inLanguage(language)])) as Aim['text'];
}

const figure = (value: number, language: Language): string =>
  language === 'ru' ? String(value).replace('.', ',') : String(value);
