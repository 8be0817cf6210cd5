import { describe, expect, it } from 'vitest';
import { readAddress } from './urls.ts';

const to = (address: string) => readAddress(address, 'demo').to;
const url = (address: string, deck = 'demo') => {
  const read = readAddress(address, deck);
  return read.to === 'deck' ? read.url : read.to;
};

describe('an address in a deck', () => {
  it('without a scheme is a file of the deck', () => {
    expect(url('a.png')).toBe('/slides/demo/a.png');
    expect(url('./img/a.png?b#c')).toBe('/slides/demo/img/a.png?b#c');
    expect(url('img/../a.png')).toBe('/slides/demo/a.png');
    expect(url('img\\a.png')).toBe('/slides/demo/img/a.png');
    expect(url('a.png', 'two words')).toBe('/slides/two%20words/a.png');
    expect(url('/slides/demo/a.png')).toBe('/slides/demo/a.png');
    expect(to('/slides/demo/../a.png')).toBe('outside');
  });

  it('is encoded, whatever the name of the file contains', () => {
    expect(url('two words.png')).toBe('/slides/demo/two%20words.png');
    expect(url('two%20words,.png')).toBe('/slides/demo/two%20words%2C.png');
    expect(url('100%.png')).toBe('/slides/demo/100%25.png');
    expect(url('k\u00e4se.png')).toBe('/slides/demo/k%C3%A4se.png');
  });

  it('has the path of the file as the disk has it', () => {
    expect(readAddress('./img/a%20b.png?c#d', 'demo')).toMatchObject({ path: 'img/a b.png' });
    expect(readAddress('100%.png', 'demo')).toMatchObject({ path: '100%.png' });
  });

  it("never leads out of the deck's folder", () => {
    for (const address of ['../a', './../a', 'a/../../b', '..\\a', '%2e%2E/a', '.%2e/a', '..']) {
      expect(to(address)).toBe('outside');
    }
  });

  it('may be on the page or the server', () => {
    for (const address of ['#/2', '', '?x']) expect(to(address)).toBe('here');
    for (const address of ['/join', '/', '/slides/other/a.png']) {
      expect(to(address)).toBe('server');
    }
  });

  it('is recognised as on the internet in any spelling', () => {
    for (const address of ['http://a', 'HTTPS://a', '//a', '\\\\a', '/\\a', ' \thttps://a']) {
      expect(to(address)).toBe('internet');
    }
  });

  it('is recognised as a script in any disguise', () => {
    for (const address of [
      'javascript:a',
      'JavaScript:a',
      ' java\nscript:a',
      '\u0001javascript:a',
    ]) {
      expect(to(address)).toBe('script');
    }
  });

  it('may be a contact, or have another scheme', () => {
    expect(to('mailto:a@b')).toBe('contact');
    expect(to('tel:1')).toBe('contact');
    expect(readAddress('data:image/png;base64,', 'demo')).toEqual({ to: 'other', scheme: 'data' });
    expect(to('C:\\a.png')).toBe('other');
  });
});
