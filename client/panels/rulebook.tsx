/** The rulebook: every rule by chapter, with its words, its formula and the figures of this scenario; to be searched. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { RULE_LAYERS, type Rule } from '../../shared/game/rule.ts';
import { figureText, formulaIn, parameterAt, pathsOf, RULEBOOK, scenarioInForce } from '../../shared/game/rulebook.ts';
import type { Language } from '../../shared/scenario/names.ts';
import { language } from '../i18n/language.ts';
import { t } from '../i18n/text.ts';
import { ruleName } from './effect-text.ts';
import { useRoom } from './room-context.tsx';
import '../style/rulebook.css';

type Words = Readonly<Record<string, string>>;

/** The words of the book come with it, in the reader's language alone. */
const WORDS: Readonly<Record<Language, () => Promise<{ readonly default: Words }>>> = {
  en: () => import('../../assets/text/rulebook-en.json'),
  ru: () => import('../../assets/text/rulebook-ru.json'),
  zh: () => import('../../assets/text/rulebook-zh.json'),
};

/** `asked`: the rule that was asked for; empty: none. */
export function Rulebook({ asked }: { readonly asked: string }): JSX.Element {
  const words = useSignal<Words | null>(null);
  const search = useSignal('');
  const now = language.value;
  useEffect(() => {
    void WORDS[now]().then(
      (loaded) => (words.value = loaded.default),
      // Without its words the book still has its titles, formulas and figures.
      () => (words.value = {}),
    );
  }, [now]);
  if (words.value === null) return <p role="status">{t('rulebook.loading')}</p>;
  const texts = words.value;
  const found = RULEBOOK.filter((rule) => has(rule, `${texts[rule.id]} ${texts[`${rule.id}.formula`]}`, search.value));
  return (
    <>
      <h2>{t('rulebook.title')}</h2>
      <p class="small dim">{t('rulebook.means')}</p>
      <label class="choice">
        <span>{t('rulebook.search')}</span>
        <input type="text" value={search.value} onInput={(event) => (search.value = event.currentTarget.value)} />
      </label>
      <p role="status" class="small dim">
        {found.length === 0 ? t('rulebook.none') : t('rulebook.found', { count: found.length })}
      </p>
      {RULE_LAYERS.map((layer) => (
        <Chapter key={layer} title={t(`rulebook.layer.${layer}`)} rules={found.filter((rule) => rule.layer === layer)}>
          {(rule) => <Entry key={rule.id} rule={rule} texts={texts} isAsked={rule.id === asked} />}
        </Chapter>
      ))}
    </>
  );
}

/** Whether every word that is looked for stands somewhere in the rule. */
function has(rule: Rule, words: string, search: string): boolean {
  const text = `${rule.id} ${ruleName(rule.id)} ${words} ${rule.formula} ${rule.source}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

interface ChapterProps {
  readonly title: string;
  readonly rules: readonly Rule[];
  readonly children: (rule: Rule) => JSX.Element;
}

function Chapter({ title, rules, children }: ChapterProps): JSX.Element | null {
  const id = useId();
  if (rules.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {rules.map(children)}
    </section>
  );
}

interface EntryProps {
  readonly rule: Rule;
  readonly texts: Words;
  readonly isAsked: boolean;
}

function Entry({ rule, texts, isAsked }: EntryProps): JSX.Element {
  const { match } = useRoom();
  const view = match.view.value;
  const scenario = view === null ? match.board.scenario : scenarioInForce(match.board.scenario, view);
  const self = useRef<HTMLElement>(null);
  // Who came from a ledger line lands on its rule.
  useEffect(() => {
    if (!isAsked) return;
    self.current?.scrollIntoView({ block: 'start' });
    self.current?.focus();
  }, [isAsked]);
  const paths = pathsOf(rule);
  const name = ruleName(rule.id);
  return (
    <article ref={self} tabIndex={-1} class={isAsked ? 'rule asked-rule' : 'rule'} aria-label={name}>
      <h4>{name}</h4>
      <p>{texts[rule.id]}</p>
      {rule.id === 'schools' ? <Schools /> : null}
      <p class="formula">
        <span class="sr-only">{t('rulebook.formula')}: </span>
        {formulaIn(scenario, rule, texts[`${rule.id}.formula`])}
      </p>
      {paths.length === 0 ? null : (
        <details>
          <summary class="small">{t('rulebook.figures')}</summary>
          <dl class="rule-figures">
            {paths.map((path) => (
              <div key={path}>
                <dt>{path}</dt>
                <dd class="figure">{figureText(parameterAt(scenario, path))}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <p class="small dim">
        {rule.phase === null ? null : `${t('rulebook.phase', { phase: rule.phase })} · `}
        {t('rulebook.source', { source: rule.source })}
      </p>
    </article>
  );
}

/** Each in its own words, at equal length. */
function Schools(): JSX.Element {
  return (
    <ul class="schools">
      <li>{t('school.destabilise.says')}</li>
      <li>{t('school.stabilise.says')}</li>
    </ul>
  );
}
