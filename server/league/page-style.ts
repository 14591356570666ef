/** How the page of a run looks, by day and by night: no font, picture or script is fetched. */
export const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1d2328, #e4e2dc); --paper: light-dark(#fbfaf7, #15191d);
  --rule: light-dark(#d5d3cc, #3a4148); --mark: light-dark(#1f5f8b, #7fb8e0); --band: light-dark(#dfe9d6, #25352a); }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1, h2 { font-family: Georgia, serif; font-weight: 500; line-height: 1.2; }
h2 { margin: 2.5rem 0 0.75rem; }
code { overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
th, td { min-width: 5.5rem; padding: 0.3rem 0.75rem 0.3rem 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; }
svg { display: block; width: 100%; height: auto; margin: 0.5rem 0 1rem; font: 12px system-ui, sans-serif; }
svg text { fill: var(--ink); }
.name { text-anchor: end; }
.tick { text-anchor: middle; opacity: 0.75; }
.grid { stroke: var(--rule); }
.wanted { fill: var(--band); }
.spread { stroke: var(--mark); stroke-width: 2; }
.dot { fill: var(--mark); }
`;
