/** A part of the page that is fetched when it is first shown; until it is there, something stands in its place. */
import { useSignal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { useEffect } from 'preact/hooks';

interface Props<P> {
  readonly fetch: () => Promise<ComponentType<P>>;
  readonly failed: () => void;
  readonly meanwhile: JSX.Element;
  readonly with: P;
}

export function Lazy<P extends object>({ fetch, failed, meanwhile, with: given }: Props<P>): JSX.Element {
  const Part = useSignal<ComponentType<P> | null>(null);
  useEffect(() => void fetch().then((part) => (Part.value = part), failed), []);
  const Shown = Part.value;
  return Shown === null ? meanwhile : <Shown {...given} />;
}
