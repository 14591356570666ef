/** What is printed before an exercise: role cards with their briefs, the code on a sheet of its own, and questions to talk over. */
import type { JSX } from 'preact';
import { HOT_WASH } from '../../shared/protocol/exercise.ts';
import type { ConsoleAdmission } from '../../shared/protocol/exercise-view.ts';
import { POWERS, type Power } from '../../shared/scenario/names.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { powerName, say } from '../i18n/names.ts';
import { t } from '../i18n/text.ts';
import { ScreenHeading } from '../panels/heading.tsx';
import { LanguageMenu } from '../panels/language-menu.tsx';
import { Qr } from '../panels/qr.tsx';
import { SeatMark } from '../panels/seat-mark.tsx';
import { Waiting } from '../panels/waiting.tsx';
import { linkToClass, typedAddress } from './class-link.ts';
import { useScenario } from './use-scenario.ts';
import '../style/class.css';
import '../style/sheets.css';

export function Print({ admission }: { readonly admission: ConsoleAdmission }): JSX.Element {
  const scenario = useScenario(admission.scenario);
  return scenario === null ? <Waiting /> : <Sheets scenario={scenario} code={admission.exercise} />;
}

export function Sheets({ scenario, code }: { readonly scenario: Scenario; readonly code: string }): JSX.Element {
  return (
    <main class="sheets">
      <div class="print-bar">
        <ScreenHeading>{t('print.title')}</ScreenHeading>
        <p>{t('print.says')}</p>
        <LanguageMenu />
        <button type="button" class="primary" onClick={() => print()}>
          {t('print.go')}
        </button>
      </div>
      <CodeSheet scenario={scenario} code={code} />
      {POWERS.map((power) => (
        <RoleCard key={power} scenario={scenario} power={power} />
      ))}
      <DiscussionSheet scenario={scenario} />
    </main>
  );
}

function CodeSheet({ scenario, code }: { readonly scenario: Scenario; readonly code: string }): JSX.Element {
  return (
    <section class="sheet code-sheet" aria-labelledby="code-sheet">
      <h2 id="code-sheet">{say(scenario.title)}</h2>
      <Qr text={linkToClass('class', code)} label={t('wall.qr')} />
      <p class="sheet-address">{typedAddress()}</p>
      <p class="sheet-code figure">{code}</p>
      <ol>
        {['open', 'type', 'sit', 'practise'].map((step) => (
          <li key={step}>{t(`print.step.${step}`)}</li>
        ))}
      </ol>
    </section>
  );
}

function RoleCard({ scenario, power }: { readonly scenario: Scenario; readonly power: Power }): JSX.Element {
  const { brief, objectives } = scenario.powers[power];
  return (
    <section class="sheet role-card" aria-labelledby={`role-${power}`}>
      <h2 id={`role-${power}`}>
        <SeatMark power={power} filled /> {powerName(power)}
      </h2>
      <p class="sheet-brief">{say(brief)}</p>
      <h3>{t('print.aims')}</h3>
      <ul>
        {objectives.map((objective) => (
          <li key={objective.id}>{say(objective.text)}</li>
        ))}
      </ul>
      <p class="dim">{t('print.secret')}</p>
      <h3>{t('print.portfolios')}</h3>
      <ul>
        {['head-of-state', 'defence', 'foreign-affairs', 'press'].map((portfolio) => (
          <li key={portfolio}>
            <strong>{t(`portfolio.${portfolio}`)}</strong>: {t(`portfolio.${portfolio}.does`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The scenario's own questions, under what each is meant to teach; then those of the hot wash. */
function DiscussionSheet({ scenario }: { readonly scenario: Scenario }): JSX.Element {
  const { objectives, questions } = scenario;
  return (
    <section class="sheet discussion" aria-labelledby="discussion">
      <h2 id="discussion">{t('print.discussion')}</h2>
      <p class="dim">{say(scenario.title)}</p>
      {objectives.map((goal) => (
        <div key={goal.id}>
          <h3>{say(goal.text)}</h3>
          <Questions of={questions.filter(({ objective }) => objective === goal.id).map(({ text }) => say(text))} />
        </div>
      ))}
      <h3>{t('print.everybody')}</h3>
      <Questions of={HOT_WASH.map((question) => t(`hot-wash.${question}`))} />
    </section>
  );
}

function Questions({ of }: { readonly of: readonly string[] }): JSX.Element {
  return (
    <ol>
      {of.map((question) => (
        <li key={question}>
          {question}
          <span class="lines" aria-hidden="true" />
        </li>
      ))}
    </ol>
  );
}
