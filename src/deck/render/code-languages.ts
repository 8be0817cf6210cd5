import type { LanguageRegistration } from 'shiki/core';
import { bundledLanguages, bundledLanguagesInfo } from 'shiki/langs';
import { cpp } from './cpp-grammar.ts';

/** The grammar of a language, after those that it embeds. */
type Grammars = readonly LanguageRegistration[];

/** A grammar that embeds more languages than this is loaded alone: all of them would take seconds. */
const MOST_EMBEDDED = 20;

/** Names of no language: their code is plain on purpose. */
const plain = new Set(
  'ansi ascii no-highlight nohighlight none output plain plaintext pseudo pseudocode stdout text tree txt'.split(
    ' ',
  ),
);

/**
 * Names that Shiki does not have for languages that it has, by its own name for them. They are those
 * of highlight.js and Prism, for which decks of reveal.js were written.
 */
const otherNames: Readonly<Record<string, string>> = {
  'actionscript-3': 'as',
  ahk: 'autohotkey',
  apache: 'apacheconf htaccess',
  applescript: 'osascript',
  awk: 'gawk',
  bat: 'dos',
  c: 'h opencl',
  clojure: 'edn',
  coffee: 'cson iced',
  cpp: 'arduino cc cxx h++ hh hpp hxx ino',
  crystal: 'cr',
  desktop: 'freedesktop',
  diff: 'patch udiff',
  elixir: 'ex exs',
  'fortran-free-form': 'fortran',
  gherkin: 'cucumber feature',
  go: 'golang',
  groovy: 'gradle',
  handlebars: 'htmlbars mustache',
  haxe: 'hx',
  html: 'htm xhtml',
  http: 'https rest',
  hy: 'hylang',
  ini: 'cfg conf editorconfig gitconfig',
  java: 'jsp pde processing',
  javascript: 'node',
  jinja: 'django htmldjango jinja2',
  json: 'geojson webmanifest',
  kotlin: 'ktm ktx',
  make: 'mak mk',
  markdown: 'mkd mkdown',
  nginx: 'nginxconf',
  nix: 'nixos',
  'objective-c': 'obj-c objectivec',
  'objective-cpp': 'mm obj-c++ objective-c++',
  ocaml: 'ml',
  pascal: 'delphi dpr objectpascal pas',
  perl: 'pl pm',
  php: 'php3 php4 php5 php7 php8 phtml',
  plsql: 'oracle',
  puppet: 'pp',
  purescript: 'purs',
  python: 'gyp ipython py3 python3',
  qml: 'qt',
  razor: 'cshtml',
  ruby: 'gemspec irb podspec rake thor',
  scheme: 'scm',
  shellscript: 'ash dash ksh',
  shellsession: 'sh-session shell-session terminal',
  smalltalk: 'st',
  sql: 'mariadb mysql pgsql postgres postgresql psql sqlite sqlite3 t-sql tsql',
  stata: 'ado do',
  'system-verilog': 'sv svh',
  vb: 'vba vbnet vbs vbscript visual-basic',
  wolfram: 'mathematica mma',
  xml: 'atom mathml plist rss svg wsdl xjb xsd',
  dotenv: 'env',
  asm: 'arm armasm nasm x86 x86asm',
  matlab: 'octave',
  docker: 'containerfile',
};

/** Shiki's own name of a language, by each other name. */
const shikiNames = new Map([
  ...bundledLanguagesInfo.flatMap(({ id, aliases = [] }) =>
    aliases.map((alias) => [alias, id] as const),
  ),
  ...Object.entries(otherNames).flatMap(([id, others]) =>
    others.split(' ').map((other) => [other, id] as const),
  ),
]);

const loaders: Readonly<Record<string, () => Promise<{ readonly default: Grammars }>>> = {
  ...bundledLanguages,
  cpp: () => Promise.resolve({ default: cpp }),
};

/** Every name by which a language, or text without one, can be called; in lower case. */
export const languageNames: readonly string[] = [
  ...Object.keys(loaders),
  ...shikiNames.keys(),
  ...plain,
];

/** Returns true for the name of a language that can be coloured. */
export function isLanguage(name: string): boolean {
  return Object.hasOwn(loaders, shikiName(name));
}

/** Returns true for a name that says there is no language. */
export function isPlain(name: string): boolean {
  return name === '' || plain.has(name.toLowerCase());
}

/** The name that Shiki has for a language, in lower case; a name that it does not know is unchanged. */
export function shikiName(name: string): string {
  const lower = name.toLowerCase();
  return shikiNames.get(lower) ?? lower;
}

/** Loads the grammars of a language and of those that it embeds. */
export async function loadGrammars(name: string): Promise<LanguageRegistration[]> {
  const grammars = (await loaders[shikiName(name)]?.())?.default ?? [];
  const own = grammars.at(-1);
  if (own === undefined || grammars.length <= MOST_EMBEDDED) return [...grammars];
  return [{ ...own, embeddedLangs: [], embeddedLangsLazy: [] }];
}
