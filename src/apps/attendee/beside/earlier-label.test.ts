import { expect, it } from 'vitest';
import { earlierLabel } from './earlier-label.ts';

it('[P10] the line of earlier questions counts what is answered, open and not sent', () => {
  expect(earlierLabel(['answered', 'open', 'answered', 'open', 'answered', 'answered'])).toBe(
    'Earlier: 4 answered, 2 open',
  );
  expect(earlierLabel(['open'])).toBe('Earlier: 1 open');
  expect(earlierLabel(['not-sent', 'answered'])).toBe('Earlier: 1 answered, 1 not sent yet');
});
