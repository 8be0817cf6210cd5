import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { keepServing } from './keep-serving.ts';

it('[S11] the process notes what nothing caught, and goes on', () => {
  const process = new EventEmitter();
  const faults: unknown[] = [];
  keepServing(process, (error) => faults.push(error));
  // An EventEmitter, as Node.js, ends where nobody listens.
  process.emit('unhandledRejection', new Error('rejected'), Promise.resolve());
  process.emit('uncaughtException', new Error('thrown'), 'uncaughtException');
  expect(faults).toEqual([new Error('rejected'), new Error('thrown')]);
});
