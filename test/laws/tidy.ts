/** The laws of the code that no linter knows, as functions from a file's text to what is wrong with it. */

export interface SourceFile {
  /** From the repository's root, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** What is wrong and where; the test prints it. */
export type Offence = string;

export interface Law {
  readonly name: string;
  readonly appliesTo: (path: string) => boolean;
  readonly offences: (file: SourceFile) => readonly Offence[];
}

interface Banned {
  readonly what: RegExp;
  readonly why: string;
}

const isCode = (path: string): boolean => /\.(ts|tsx|mjs|cjs)$/.test(path);
/** The bad samples that prove these laws are in their own test. */
const isNotSample = (path: string): boolean => !path.startsWith('test/laws/');
const isWritten = (path: string): boolean => isCode(path) && isNotSample(path);
const isSource = (path: string): boolean => isCode(path) && /^(shared|server|client)\//.test(path);

/** Lines without comments: a law may be named in words. Strings stay, since a clock in one is as rare as harmless. */
export function codeLines(text: string): readonly string[] {
  const blanked = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  return blanked.split('\n').map((line) => line.replace(/(^|\s)\/\/.*$/, ''));
}

function banned(file: SourceFile, list: readonly Banned[], lines: readonly string[] = codeLines(file.text)): readonly Offence[] {
  return lines.flatMap((line, i) => list.filter(({ what }) => what.test(line)).map(({ why }) => `${file.path}:${i + 1}: ${why}`));
}

/** Engines may round these differently in the last bit, and then two browsers play two games. */
const ENGINE_MATH = 'acosh?|asinh?|atan2?|atanh|cbrt|cosh?|exp|expm1|hypot|log|log10|log1p|log2|pow|sinh?|tanh?';
const IMPURE: readonly Banned[] = [
  { what: new RegExp(`\\bMath\\.(${ENGINE_MATH})\\b`), why: 'each engine rounds this its own way: use shared/math/real.ts.' },
  { what: /\bMath\b(?!\.)/, why: 'taken apart or looked into, Math hides which function is called: write Math.name in full.' },
  { what: /\*\*/, why: '** is Math.pow, which each engine rounds its own way: use pow from shared/math/real.ts, or multiply.' },
  { what: /\bMath\.random\b/, why: 'a game must repeat: use an addressed draw (shared/math/draw.ts).' },
  { what: /\bcrypto\b|\bgetRandomValues\b/, why: 'a game must repeat: use an addressed draw (shared/math/draw.ts).' },
  { what: /\bnew Date\b|\bDate\.|\bDate\(/, why: 'the core knows no clock: time comes in as an argument.' },
  { what: /\bperformance\./, why: 'the core knows no clock: time comes in as an argument.' },
  { what: /\bsetTimeout\b|\bsetInterval\b/, why: 'the core knows no clock: the shell decides when.' },
  { what: /\bIntl\b|\.toLocale\w*\(/, why: 'the reader’s locale must not change a game: words are made in the client.' },
  { what: /\.localeCompare\(/, why: 'its order depends on the machine: compare by code unit with <.' },
  { what: /\bprocess\./, why: 'the core runs in the browser too: settings come in as arguments.' },
];

const UNTYPED: readonly Banned[] = [
  { what: /(:|\bas|<|\|)\s*any\b/, why: '`any` switches the checking off: write `unknown` and check, or the type.' },
  {
    what: /^\s*(export\s+)?(declare\s+)?(const\s+)?enum\s/,
    why: 'the server runs by type stripping, which knows no enum: write a union of strings.',
  },
  {
    what: /^\s*(export\s+)?(declare\s+)?namespace\s/,
    why: 'the server runs by type stripping, which knows no namespace: write a module.',
  },
  { what: /^\s*@\w+(\(|\s|$)/, why: 'the server runs by type stripping, which knows no decorator: call a function.' },
];

const STRAY: readonly Banned[] = [
  {
    what: /(^|[\s'"`(=:])\/(home|root|work|Users|tmp|var|mnt|opt)\/[\w.-]/,
    why: 'a path of one machine: write it relative to the repository.',
  },
  {
    what: /registry\.[\w.-]+\.(org|com|net|io|dev)\b|\/\/[\w.-]*(registry|artifactory|nexus)[\w.-]*\//i,
    why: 'a registry’s address: where packages come from is each machine’s own setting.',
  },
];

const LONGEST_FILE = 350;
const VAGUE = /(^|\/)(utils?|helpers?|manager|types|common|misc|index)\.(ts|tsx|mjs)$/;

export const LAWS: readonly Law[] = [
  {
    name: 'shared/ is pure',
    appliesTo: (path) => isCode(path) && path.startsWith('shared/'),
    offences: (file) => banned(file, IMPURE),
  },
  { name: 'types are types', appliesTo: isWritten, offences: (file) => banned(file, UNTYPED) },
  {
    name: 'no checker is silenced',
    appliesTo: isWritten,
    offences: (file) =>
      banned(
        file,
        [{ what: /@ts-(ignore|nocheck|expect-error)\b/, why: 'a silenced checker hides the next mistake too: mend the type.' }],
        file.text.split('\n'),
      ),
  },
  {
    name: `no file is longer than ${LONGEST_FILE} lines`,
    appliesTo: isSource,
    offences: ({ path, text }) => {
      const lines = text.trimEnd().split('\n').length;
      return lines > LONGEST_FILE ? [`${path}: ${lines} lines; split it by what it is about.`] : [];
    },
  },
  {
    name: 'a file is named after what it does',
    appliesTo: isSource,
    offences: ({ path }) => (VAGUE.test(path) ? [`${path}: a name for a drawer; say what is in it.`] : []),
  },
  {
    name: 'a file opens with what it is for',
    appliesTo: isSource,
    offences: ({ path, text }) => (/^(#!.*\n)?\/(\*\*|\/)/.test(text) ? [] : [`${path}: begin with one sentence of purpose.`]),
  },
  {
    name: 'no machine and no registry is named',
    appliesTo: isNotSample,
    offences: (file) => banned(file, STRAY, file.text.split('\n')),
  },
];

/** Everything that all laws find in these files. */
export function allOffences(law: Law, files: readonly SourceFile[]): readonly Offence[] {
  return files.filter(({ path }) => law.appliesTo(path)).flatMap(law.offences);
}
