/** Files of pure tests share their worker's modules: each begins without the words that another has loaded. */
import { language, texts } from '../../client/i18n/language.ts';

language.value = 'en';
texts.value = {};
