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

/** A part of a line; its kind is null for plain text. */
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

/** The registrations of each language, by every name and alias. */
const byName = new Map(
  languages.flatMap((registrations) => {
    // A language is listed after those it embeds.
    const own = registrations.at(-1);
    return [own?.name ?? '', ...(own?.aliases ?? [])].map((name) => [name, registrations] as const);
  }),
);

/** Longer lines are probably data, and take too long to highlight. */
const MAX_LINE_LENGTH = 2000;

let highlighter: HighlighterCore | null = null;

/** Returns true for a language, or an alias of one, that can be highlighted. */
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
  // Loaded on first use, because most decks use few languages.
  highlighter.loadLanguageSync(registrations);
  const lines = highlighter.codeToTokensBase(code, {
    lang: language.toLowerCase(),
    theme: codeTheme.name,
    tokenizeMaxLineLength: MAX_LINE_LENGTH,
    // No time limit: a slow machine would skip lines, and the hash of the deck would differ.
    tokenizeTimeLimit: 0,
  });
  return lines.map((tokens) =>
    tokens.map(({ content, color }) => ({ text: content, kind: kindOfColour(color ?? '') })),
  );
}
