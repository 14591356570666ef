/** Asks the browser to keep the built files, where it offers that: on https and on the own machine, not on plain http. */

export function keepForNextVisit(): void {
  // While the client is written there are no built files.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // After everything that the first page needs.
  if (document.readyState === 'complete') void register();
  else addEventListener('load', () => void register(), { once: true });
}

async function register(): Promise<void> {
  try {
    await navigator.serviceWorker.register('/sw.js', { type: 'module' });
  } catch {
    // Closed storage, a certificate that the browser only tolerates: nothing is lost but the quick second visit.
  }
}
