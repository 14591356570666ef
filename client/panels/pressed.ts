/** Which of several doors was pressed: only that one says that it opens, until all may be pressed again. */
import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

export function usePressed(isOpening: boolean): Signal<boolean> {
  const isPressed = useSignal(false);
  useEffect(() => {
    if (!isOpening) isPressed.value = false;
  }, [isOpening]);
  return isPressed;
}
