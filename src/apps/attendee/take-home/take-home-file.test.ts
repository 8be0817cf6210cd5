import { describe, expect, it } from 'vitest';
import { fileName, takeHomeFile } from './take-home-file.ts';

const parts = { title: 'A talk', lang: 'en', css: 'p { color: red }', body: '<p>Yes</p>' };

describe('a saved page', () => {
  it('is a complete document with its language, title and style', () => {
    const html = takeHomeFile({ ...parts, lang: 'de' });
    expect(html).toMatch(/^<!doctype html>\n<html lang="de" dir="ltr">/);
    expect(html).toContain('<title>A talk</title>');
    expect(html).toContain('<style>\np { color: red }\n</style>');
    expect(html).toContain('<main>\n<p>Yes</p>\n</main>');
  });

  it('[S40] runs in the direction of its language', () => {
    expect(takeHomeFile({ ...parts, lang: 'fa' })).toContain('<html lang="fa" dir="rtl">');
  });

  it('[A8] allows no script and no request, whatever it contains', () => {
    expect(takeHomeFile(parts)).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`,
    );
  });

  it('[A8] shows its title as text, whatever is written in it', () => {
    const html = takeHomeFile({ ...parts, title: '</title><script>alert(1)</script> & "co"' });
    expect(html).not.toContain('<script>');
    expect(html).toContain(
      '<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;co&quot;</title>',
    );
  });

  it('[A8] keeps its style within the style element', () => {
    const html = takeHomeFile({
      ...parts,
      css: `a { content: "</style><script>alert(1)</script>" }`,
    });
    expect(html.match(/<\/style/g)).toHaveLength(1);
    expect(html).toContain('"<\\/style><script>alert(1)<\\/script>"');
  });
});

describe('the name of a saved page', () => {
  it.each([
    ['Learning from the Pioneers', 'plenary-learning-from-the-pioneers-482915.html'],
    ['Übung: Größe & Maß/2', 'plenary-ubung-große-maß-2-482915.html'],
    ['日本語の話', 'plenary-日本語の話-482915.html'],
    ['../../etc', 'plenary-etc-482915.html'],
    ['…', 'plenary-482915.html'],
  ])('of %j is %s', (title, name) => {
    expect(fileName(title, '482915')).toBe(name);
  });

  it('of a long title is short', () => {
    expect(fileName('Long '.repeat(50), '482915').length).toBeLessThanOrEqual(80);
  });
});
