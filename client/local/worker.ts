/** Where a local world lives: beside the page, so that its thinking never holds the page up. */
import { hostWorlds, type ToWorld } from './host.ts';

const hear = hostWorlds((word) => postMessage(word));
addEventListener('message', ({ data }: MessageEvent<ToWorld>) => hear(data));
