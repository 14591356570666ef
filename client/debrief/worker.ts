/** Where the debrief is reckoned: beside the page. */
import { type ToWork, work } from './work.ts';

addEventListener('message', ({ data }: MessageEvent<ToWork>) => work(data, (word) => postMessage(word)));
