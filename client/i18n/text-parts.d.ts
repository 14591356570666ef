/** The two halves of a language's texts (scripts/text-parts.ts). */
declare module '*.json?front' {
  const texts: import('./language.ts').Texts;
  export default texts;
}
declare module '*.json?game' {
  const texts: import('./language.ts').Texts;
  export default texts;
}
