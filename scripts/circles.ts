/** Files that import each other in a circle, found by following imports until a file comes up again (Tarjan 1972). */

interface Edge {
  readonly from: string;
  readonly to: string;
}

interface Visit {
  readonly order: number;
  low: number;
  isOpen: boolean;
}

/** Each group of files in which every one reaches every other; a file that imports itself is one too. */
export function circlesOf(edges: readonly Edge[]): readonly (readonly string[])[] {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of edges) next.set(from, (next.get(from) ?? new Set()).add(to));
  const visits = new Map<string, Visit>();
  const open: string[] = [];
  const circles: string[][] = [];

  function visit(path: string): Visit {
    const here: Visit = { order: visits.size, low: visits.size, isOpen: true };
    visits.set(path, here);
    open.push(path);
    for (const to of next.get(path) ?? []) {
      const there = visits.get(to);
      if (!there) here.low = Math.min(here.low, visit(to).low);
      else if (there.isOpen) here.low = Math.min(here.low, there.order);
    }
    if (here.low === here.order) close(path);
    return here;
  }

  function close(path: string): void {
    const group = open.splice(open.indexOf(path));
    for (const member of group) (visits.get(member) as Visit).isOpen = false;
    if (group.length > 1 || next.get(path)?.has(path)) circles.push(group);
  }

  for (const path of next.keys()) if (!visits.has(path)) visit(path);
  return circles;
}
