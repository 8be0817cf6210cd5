import { describe, expect, it } from 'vitest';
import { problemsOf, slideOf } from '../render/compile-text.ts';

const html = (text: string) => slideOf(text).html;
const INTERNET = "is left out: a room may have no internet; put the file into the deck's folder";

describe('raw HTML on a slide', () => {
  it('is kept', () => {
    const text = '<div class="a" id="b"><b>c</b> &amp; <br></div>';
    expect(html(text)).toBe(text);
    const svg = '<div><svg viewBox="0 0 1 1"><linearGradient id="a"/></svg></div>';
    expect(html(svg)).toBe(svg);
    expect(problemsOf(text)).toEqual([]);
  });

  it('may contain Markdown between blank lines', () => {
    expect(html('<div>\n\n**a**\n\n</div>')).toMatch(
      /<div>\s*<p><strong>a<\/strong><\/p>\s*<\/div>/,
    );
  });

  it('[A8] loses elements that run scripts or load pages, with advice in a warning', () => {
    const names = 'script style link iframe object embed base meta form noscript template';
    for (const name of names.split(' ')) {
      const text = `# a\n\n<${name} src="b">c</${name}>\n\nd`;
      expect(html(text)).not.toContain(`<${name}`);
      expect(problemsOf(text)).toEqual([
        expect.stringMatching(new RegExp(`^warning 3: <${name}> is left out: \\S`)),
      ]);
    }
    expect(html('<form><p>a</p></form>')).toBe('');
  });

  it('[A8] loses its event handlers', () => {
    expect(html('<p onclick="a()" ONLOAD=b>c</p>')).toBe('<p>c</p>');
    expect(problemsOf('# a\n\n<p\n onclick="a()">c</p>')).toEqual([
      'warning 3: "onclick" is left out: slides run no scripts',
    ]);
  });

  it("has its inline styles in data-style, with addresses of the deck's pictures", () => {
    expect(html('<p style="color: red">a</p>')).toBe('<p data-style="color: red">a</p>');
    expect(html('<p style="background: url(b.png)">a</p>')).toBe(
      '<p data-style="background: url(&quot;/slides/demo/b.png&quot;)">a</p>',
    );
    expect(html('<p style="background: url(\'https://b/c.png\')">a</p>')).toBe(
      '<p data-style="background: none">a</p>',
    );
  });

  it('cannot start a slide with <section>', () => {
    expect(html('<section>a</section>')).toBe('<div>a</div>');
    expect(problemsOf('<section>a</section>')).toEqual([
      'warning 1: <section> becomes <div>: separate slides with a line of --- or --',
    ]);
  });
});

describe('pictures and videos', () => {
  it("come from the deck's folder", () => {
    expect(html('![a](b.png)')).toContain('src="/slides/demo/b.png"');
    expect(html('<div><video src="a.mp4" poster="b.png"></video></div>')).toBe(
      '<div><video src="/slides/demo/a.mp4" poster="/slides/demo/b.png"></video></div>',
    );
    expect(html('<p><img alt="a" data-src="b.png" srcset="c.png 1x, d.png 2x,e.png"></p>')).toBe(
      '<p><img alt="a" data-src="/slides/demo/b.png" srcset="/slides/demo/c.png 1x, /slides/demo/d.png 2x, /slides/demo/e.png"></p>',
    );
    expect(html('<div><svg><image href="a.png"/><use href="#b"/></svg></div>')).toBe(
      '<div><svg><image href="/slides/demo/a.png"/><use href="#b"/></svg></div>',
    );
  });

  it('[A8] do not come from the internet', () => {
    for (const address of ['https://a/b.png', 'http://a/b.png', '//a/b.png']) {
      expect(html(`![c](${address})`)).toBe('<p><img alt="c"></p>');
      expect(problemsOf(`# a\n\n![c](${address})`)).toEqual([
        `warning 3: "${address}" ${INTERNET}`,
      ]);
    }
    expect(html('<p><img alt="a" srcset="b.png 1x, https://c/d.png 2x"></p>')).toBe(
      '<p><img alt="a"></p>',
    );
    expect(problemsOf('<svg><image xlink:href="https://a/b.png"/></svg>')).toEqual([
      `warning 1: "https://a/b.png" ${INTERNET}`,
    ]);
  });

  it("do not come from outside the deck's folder, nor from the page itself", () => {
    const outside = "is left out: put the file into the deck's folder, and name it from there";
    for (const address of ['../b.png', 'data:image/png;base64,AAAA', 'file:///b.png']) {
      expect(html(`<p><img alt="a" src="${address}"></p>`)).toBe('<p><img alt="a"></p>');
      expect(problemsOf(`<img alt="a" src="${address}">`)).toEqual([
        `warning 1: "${address}" ${outside}`,
      ]);
    }
  });

  it('give a warning without a description', () => {
    const words =
      'This picture says nothing to those who cannot see it: write ![what it shows](file), or <img alt=""> for decoration';
    expect(problemsOf('# a\n\n<img src="b.png">')).toEqual([`warning 3: ${words}`]);
    expect(problemsOf('# a\n\n![](b.png)')).toEqual([`warning 3: ${words}`]);
    expect(problemsOf('<img src="b.png" alt="">')).toEqual([]);
    expect(html('![](b.png)')).toBe('<p><img src="/slides/demo/b.png" alt></p>');
  });

  it('[S28] cannot move on by itself', () => {
    const words =
      '"data-autoslide" is left out: the presenter moves the slides, and nothing else does';
    expect(problemsOf('# a\n\n<!-- .slide: data-autoslide="700" -->')).toEqual([
      `warning 3: ${words}`,
    ]);
    expect(problemsOf('# a\n\n- b <!-- .element: data-autoslide="700" -->')).toEqual([
      `warning 3: ${words}`,
    ]);
  });

  it('[S28] cannot change the stage alone', () => {
    for (const name of ['data-preview-image', 'data-preview-video']) {
      expect(problemsOf(`# a\n\n<!-- .slide: ${name}="a.png" -->`)).toEqual([
        `warning 3: "${name}" is left out: a click would cover this stage alone; show it on a slide of its own`,
      ]);
    }
  });

  it('[S28] cannot have the marks that reveal.js gives to slides', () => {
    const text = '# a\n\n<!-- .slide: class="b stack present" -->\n\n<p class="past">c</p>';
    expect(slideOf(text).attributes).toEqual({ class: 'layout-default b' });
    expect(slideOf(text).html).toContain('<p class="past">c</p>');
    expect(problemsOf(text)).toEqual([
      'warning 3: "stack", "present" in "class" is left out: reveal.js marks its slides so; use another name',
    ]);
  });

  it('cannot be other pages', () => {
    expect(problemsOf('# a\n\n<!-- .slide: data-background-iframe="b" -->')).toEqual([
      'warning 3: "data-background-iframe" is left out: slides show no other pages; link to the page instead',
    ]);
  });
});

describe('a link', () => {
  it('to another page opens in a new tab', () => {
    const open = 'target="_blank" rel="noopener noreferrer"';
    expect(html('[a](https://b.c)')).toBe(`<p><a href="https://b.c" ${open}>a</a></p>`);
    expect(html('https://b.c')).toBe(`<p><a href="https://b.c" ${open}>https://b.c</a></p>`);
    expect(html('[a](b.pdf)')).toBe(`<p><a href="/slides/demo/b.pdf" ${open}>a</a></p>`);
  });

  it('within the deck, to the server or to a person is unchanged', () => {
    for (const address of ['#/2', '/join', 'mailto:a@b.c', 'tel:1']) {
      expect(html(`[a](${address})`)).toBe(`<p><a href="${address}">a</a></p>`);
    }
  });

  it('[A8] cannot run a script', () => {
    expect(html('[a](javascript:b)')).toBe('<p><a>a</a></p>');
    expect(problemsOf('# a\n\n[a](javascript:b)')).toEqual([
      'warning 3: The script in "href" is left out: slides run no scripts',
    ]);
    expect(html('<svg><animate to="javascript:a"/></svg>')).not.toContain('javascript');
    expect(html('<p title="JavaScript: the language">a</p>')).toContain('JavaScript: the language');
  });

  it("is removed if it leads to the author's machine", () => {
    expect(html('[a](file:///b)')).toBe('<p><a>a</a></p>');
    expect(problemsOf('[a](../b)')).toEqual([
      'warning 1: A link to "../b" is left out: it leads nowhere on another machine',
    ]);
  });
});

describe('a warning about HTML', () => {
  it('names the line, in raw HTML and Markdown alike', () => {
    const text = [
      '# a',
      '',
      '<div>',
      '  <p onclick="b()">c</p>',
      '  <iframe></iframe>',
      '</div>',
      '',
      '- d',
      '- ![e](https://f.g/h.png)',
      '  text',
      '- ![i](../j.png)',
      '',
      '> a <script>k</script>',
    ];
    const lines = problemsOf(text.join('\n')).map((problem) => Number(/\d+/.exec(problem)?.[0]));
    expect(lines).toEqual([4, 5, 9, 11, 13]);
  });

  it('names the right line after front matter, comments and questions', () => {
    const text =
      '---\ntitle: a\n---\n\n<!-- b\n\nc -->\n\n```poll\nid: d\nquestion: e\noptions: [f, g]\n```\n\n<script></script>';
    expect(problemsOf(text)).toEqual([expect.stringMatching(/^warning 15: /)]);
  });
});
