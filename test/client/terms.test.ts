import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TERMS } from '../../client/panels/term.tsx';

const folder = new URL('../../client/panels/', import.meta.url);
const panels = readdirSync(folder)
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');
const textsOf = (language: string): Readonly<Record<string, unknown>> =>
  JSON.parse(readFileSync(new URL(`../../assets/text/${language}.json`, import.meta.url), 'utf8'));

/** Words that a newcomer cannot be expected to know (the paper on the experience, and the rules' own vocabulary). */
const GLOSSARY =
  'threshold margin alarm fear outlook arriving stakes tension credibility influence trust consent leverage restraint stage decoys discrimination looks penaids dispersal posture dilemma illusion launch-under-attack said-did';

describe('the words of the field', () => {
  it('are all explained, and no others', () => {
    expect([...TERMS].sort()).toEqual(GLOSSARY.split(' ').sort());
  });

  for (const language of ['en', 'ru', 'zh']) {
    it(`have a name and a meaning in ${language}, the meaning longer than the name`, () => {
      const texts = textsOf(language);
      const lacking = TERMS.filter((id) => {
        const [name, means] = [texts[`term.${id}`], texts[`term.${id}.means`]];
        return typeof name !== 'string' || typeof means !== 'string' || means.length <= name.length;
      });
      expect(lacking).toEqual([]);
    });
  }

  it('stand each somewhere on the screen with their explanation a key or a touch away', () => {
    expect(TERMS.filter((id) => !new RegExp(`<(Term|Belief)\\s+id="${id}"`).test(panels))).toEqual([]);
  });
});
