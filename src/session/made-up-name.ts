import { contentHash } from '../lib/content-hash.ts';

/** Kind words alone, and animals after which nobody is called names. */
const WORDS =
  'Bold Brave Bright Calm Cheerful Clever Curious Daring Eager Fair Friendly Gentle Golden Graceful Happy Honest Jolly Keen Kind Lively Loyal Lucky Merry Nimble Noble Patient Polite Proud Quick Quiet Ready Silver Steady Sunny Swift Thoughtful Tireless Warm Wise Witty'.split(
    ' ',
  );
const ANIMALS =
  'Alpaca Badger Beaver Bison Bumblebee Butterfly Crane Cricket Deer Dolphin Dragonfly Eagle Elk Falcon Finch Flamingo Gazelle Giraffe Hare Hedgehog Heron Kestrel Kingfisher Koala Ladybird Lark Lemur Leopard Lynx Marten Meerkat Moose Otter Owl Panda Pelican Penguin Puffin Quokka Robin Salmon Seahorse Seal Sparrow Squirrel Starfish Stork Swan Tiger Tortoise Wombat Wren Zebra'.split(
    ' ',
  );
const NAMES = WORDS.length * ANIMALS.length;

/**
 * A name for a player of a session, by the number from 1: "Calm Otter". No two of a session are alike:
 * with the same steps through all names nobody comes twice to one. After the last, they have a number.
 */
export function madeUpName(secret: string, player: number): string {
  const { start, step } = walkOf(secret);
  const turn = Math.floor((player - 1) / NAMES);
  const place = (start + step * ((player - 1) % NAMES)) % NAMES;
  const name = `${WORDS[place % WORDS.length]} ${ANIMALS[Math.floor(place / WORDS.length)]}`;
  return turn === 0 ? name : `${name} ${turn + 1}`;
}

interface Walk {
  readonly start: number;
  readonly step: number;
}

// A hall asks for its names at one moment, and the hash would cost more than all the rest.
let latest: { readonly secret: string; readonly walk: Walk } | null = null;

/** The walk through all names of a session. */
function walkOf(secret: string): Walk {
  if (latest?.secret === secret) return latest.walk;
  const digits = contentHash([secret, 'names']);
  const start = Number.parseInt(digits.slice(0, 6), 16);
  const walk = { start, step: stepThrough(Number.parseInt(digits.slice(6, 12), 16)) };
  latest = { secret, walk };
  return walk;
}

/** The first step from a number on that shares no divisor with the number of names. */
function stepThrough(from: number): number {
  let step = (from % NAMES) + 1;
  while (commonDivisor(step, NAMES) !== 1) step += 1;
  return step;
}

function commonDivisor(one: number, other: number): number {
  return other === 0 ? one : commonDivisor(other, one % other);
}
