/**
 * The page starts here: language first, then the screen; `?watch=CODE` goes straight to a match of others, `?join=CODE` (or
 * `?class=CODE`) to a seat among others, `&as=new` as another person than this browser's; `?console=CODE`, `?projector=CODE`
 * and `?print=CODE` to the screens of an exercise; `#/replay/...` to a turn of a finished game.
 */

import { effect } from '@preact/signals';
import { render } from 'preact';
import { App } from './app.tsx';
import { chooseLanguage, preferredLanguage, rememberedLanguage } from './i18n/language.ts';
import { t } from './i18n/text.ts';
import { openClass } from './model/class-door.ts';
import { joinAsNew, joinCode, resume, watchCode } from './model/page.ts';
import { replayFromAddress } from './model/replaying.ts';
import { soundTheMatch } from './sound/listening.ts';
import { keepForNextVisit } from './sw/register.ts';
import { exposeTestHook } from './test-hook.ts';
import './style/fonts.css';
import './style/base.css';
import './style/parts.css';
import './style/home.css';
import './style/front.css';
import './style/lobby.css';
import './style/room.css';
import './style/panels.css';
import './style/paper.css';
import './style/crisis.css';
import './style/taps.css';
import './style/delegation.css';
import './style/exchange.css';
import './style/report.css';
import './style/replay.css';
import './style/print.css';
import './style/desk.css';
import './style/timeline.css';
import './style/narrow.css';
import './style/touch.css';
import './style/practice.css';
import './style/map.css';

const address = new URLSearchParams(location.search);
const root = document.getElementById('app');
if (root === null) throw new Error('index.html has an element with the id "app".');

await chooseLanguage(preferredLanguage(address, rememberedLanguage(), navigator.languages));
effect(() => {
  document.title = t('app.page-title');
});
exposeTestHook();
keepForNextVisit();
soundTheMatch();

const watched = address.get('watch');
const joined = address.get('join') ?? address.get('class');
addEventListener('hashchange', replayFromAddress);
if (replayFromAddress()) {
  // The link says it all.
} else if (watched !== null) void watchCode(watched);
else if (joined !== null) void (address.get('as') === 'new' ? joinAsNew(joined) : joinCode(joined));
else if (!openClass(address)) resume();
render(<App />, root);
