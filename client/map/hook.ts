// The read-only hook by which browser tests ask where things are; positions are CSS pixels from the container's corner.

export interface MapHook {
  readonly ready: boolean;
  readonly renderer: 'webgl' | 'canvas';
  readonly projection: 'polar' | 'flat';
  readonly asleep: boolean;
  sites(): readonly {
    readonly id: string;
    readonly x: number;
    readonly y: number;
    readonly visible: boolean;
    readonly clustered: boolean;
  }[];
  labels(): readonly {
    readonly id: string;
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
}

/** Sets globalThis.__map; the function returned takes it away again. */
export function publishHook(hook: MapHook): () => void {
  Object.defineProperty(globalThis, '__map', { value: Object.freeze(hook), configurable: true });
  return () => {
    Reflect.deleteProperty(globalThis, '__map');
  };
}
