/** Addresses of an exercise: to sit down (`class`), to lead with an invitation (`console`). */
export function linkToClass(what: 'class' | 'console', code: string, invitation = ''): string {
  const address = `${location.origin}/?${what}=${code}`;
  return invitation === '' ? address : `${address}&invitation=${encodeURIComponent(invitation)}`;
}

/** The address as it is typed: without what every browser adds by itself. */
export const typedAddress = (): string => location.host;
