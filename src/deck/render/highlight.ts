import { createHighlighterCoreSync, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import bash from 'shiki/langs/bash.mjs';
import c from 'shiki/langs/c.mjs';
import csharp from 'shiki/langs/csharp.mjs';
import css from 'shiki/langs/css.mjs';
import diff from 'shiki/langs/diff.mjs';
import docker from 'shiki/langs/docker.mjs';
import go from 'shiki/langs/go.mjs';
import html from 'shiki/langs/html.mjs';
import java from 'shiki/langs/java.mjs';
import javascript from 'shiki/langs/javascript.mjs';
import json from 'shiki/langs/json.mjs';
import jsx from 'shiki/langs/jsx.mjs';
import markdown from 'shiki/langs/markdown.mjs';
import python from 'shiki/langs/python.mjs';
import rust from 'shiki/langs/rust.mjs';
import sql from 'shiki/langs/sql.mjs';
import toml from 'shiki/langs/toml.mjs';
import tsx from 'shiki/langs/tsx.mjs';
import typescript from 'shiki/langs/typescript.mjs';
import xml from 'shiki/langs/xml.mjs';
import yaml from 'shiki/langs/yaml.mjs';
import { codeTheme, kindOfColour, type TokenKind } from './code-theme.ts';
import { cpp } from './cpp-grammar.ts';

/** A piece of a line; null for what is plain. */
export interface CodeToken {
  readonly text: string;
  readonly kind: TokenKind | null;
}

const languages = [
  bash,
  c,
  cpp,
  csharp,
  css,
  diff,
  docker,
  go,
  html,
  java,
  javascript,
  json,
  jsx,
  markdown,
  python,
  rust,
  sql,
  toml,
  tsx,
  typescript,
  xml,
  yaml,
];

/** Every name and alias, to what loads the language it stands for. */
const byName = new Map(
  languages.flatMap((registrations) => {
    // What a language embeds comes before it.
    const own = registrations.at(-1);
    return [own?.name ?? '', ...(own?.aliases ?? [])].map((name) => [name, registrations] as const);
  }),
);

/** Longer lines are data, not code, and would take long. */
const LONGEST_LINE = 2000;

let highlighter: HighlighterCore | null = null;

/** Whether code in this language is coloured. */
export function isLanguage(name: string): boolean {
  return byName.has(name.toLowerCase());
}

/** The lines of `code`, each in pieces; code in a language that is not known is plain. */
export function highlight(code: string, language: string): CodeToken[][] {
  const registrations = byName.get(language.toLowerCase());
  if (registrations === undefined) {
    return code.split('\n').map((text) => [{ text, kind: null }]);
  }
  highlighter ??= createHighlighterCoreSync({
    themes: [codeTheme],
    langs: [],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  // Loading is remembered, and the languages a deck doesn't use cost nothing.
  highlighter.loadLanguageSync(registrations);
  const lines = highlighter.codeToTokensBase(code, {
    lang: language.toLowerCase(),
    theme: codeTheme.name,
    tokenizeMaxLineLength: LONGEST_LINE,
    // By default, a slow machine gives up on a line: the same deck would get another hash.
    tokenizeTimeLimit: 0,
  });
  return lines.map((tokens) =>
    tokens.map(({ content, color }) => ({ text: content, kind: kindOfColour(color ?? '') })),
  );
}
