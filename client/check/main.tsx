/** The page /check: says in words what works from this device, for whoever prepares a lesson or looks for a fault. */
import { effect, signal } from '@preact/signals';
import { type JSX, render } from 'preact';
import { num } from '../i18n/format.ts';
import { chooseLanguage, preferredLanguage, rememberedLanguage } from '../i18n/language.ts';
import { t } from '../i18n/text.ts';
import { LanguageMenu } from '../panels/language-menu.tsx';
import { CHECKS, type Finding, verdictOf } from './findings.ts';
import { probe } from './probe.ts';
import '../style/fonts.css';
import '../style/base.css';
import '../style/parts.css';
import '../style/home.css';
import '../style/lobby.css';

const findings = signal<readonly Finding[]>([]);
const isDone = signal(false);

async function run(): Promise<void> {
  findings.value = [];
  isDone.value = false;
  await probe((finding) => {
    findings.value = [...findings.value, finding];
  });
  isDone.value = true;
}

function CheckPage(): JSX.Element {
  return (
    <div class="home joining">
      <header class="home-bar">
        <a class="wordmark" href="./">
          {t('app.title')}
        </a>
        <LanguageMenu />
      </header>
      <main>
        <section class="play-form">
          <h1>{t('check.title')}</h1>
          <ul class="check-list">
            {CHECKS.map((name) => (
              <Line key={name} name={name} finding={findings.value.find((one) => one.name === name)} />
            ))}
          </ul>
          <p role="status" class={isDone.value ? `notice check-verdict ${verdictOf(findings.value)}` : 'dim'}>
            {isDone.value ? t(`check.verdict.${verdictOf(findings.value)}`) : t('check.working')}
          </p>
          <button type="button" class="quiet" disabled={!isDone.value} onClick={() => void run()}>
            {t('action.again')}
          </button>
        </section>
      </main>
    </div>
  );
}

function Line({ name, finding }: { readonly name: string; readonly finding: Finding | undefined }): JSX.Element {
  const told = finding
    ? t(`check.${name}.${finding.verdict}`, { ms: num(finding.ms ?? 0, '0') })
    : isDone.value
      ? t('check.not-known')
      : '…';
  return (
    <li class={finding?.verdict ?? ''}>
      <strong>{t(`check.${name}`)}</strong> <span>{told}</span>
    </li>
  );
}

const root = document.getElementById('app');
if (root === null) throw new Error('check.html has an element with the id "app".');
await chooseLanguage(preferredLanguage(new URLSearchParams(location.search), rememberedLanguage(), navigator.languages));
effect(() => {
  document.title = `${t('check.title')} · ${t('app.title')}`;
});
render(<CheckPage />, root);
void run();
