import { expect, it } from 'vitest';
import { CodePainter, loadLanguages } from './highlight.ts';

await loadLanguages(['js']);

it('[S35] a language whose grammar fails on some code is not tried again in this deck', () => {
  let tries = 0;
  const painter = new CodePainter(() => {
    tries += 1;
    throw new RangeError('Maximum call stack size exceeded');
  });
  expect(painter.paint('let failing', 'js')).toBeNull();
  expect(painter.paint('let untried', 'javascript')).toBeNull();
  expect(tries).toBe(1);
});

it('code in a language that is not loaded is plain, and the language is missing', () => {
  const painter = new CodePainter((work) => work());
  expect(painter.paint('a\nb', 'F#')).toEqual([
    [{ text: 'a', kind: null }],
    [{ text: 'b', kind: null }],
  ]);
  expect([...painter.missing]).toEqual(['fsharp']);
});

it('code that has been painted is not painted again', () => {
  let tries = 0;
  const painter = new CodePainter((work) => {
    tries += 1;
    return work();
  });
  const painted = painter.paint('let kept', 'js');
  expect(painter.paint('let kept', 'javascript')).toEqual(painted);
  expect(painter.paint('let other', 'js')).not.toEqual(painted);
  expect(tries).toBe(2);
});
