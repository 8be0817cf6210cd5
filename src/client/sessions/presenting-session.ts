import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type {
  Ack,
  ConsoleEvents,
  ConsoleWelcome,
  ControlEvents,
  Delivery,
  Presence,
  StageEvents,
  StageWelcome,
  StorageState,
} from '../../protocol/messages.ts';
import type {
  ConsoleDeck,
  ConsoleSnapshot,
  StageDeck,
  StageSnapshot,
} from '../../session/views.ts';
import { Connection, type Link } from '../socket/connection.ts';
import { patchActivity } from './patch.ts';
import type { WireError } from '../../protocol/wire-error.ts';

/** What stage and console have in common. */
export interface Presenting<Deck, Snapshot> {
  readonly link: ReadonlySignal<Link>;
  readonly deck: ReadonlySignal<Deck | null>;
  readonly snapshot: ReadonlySignal<Snapshot | null>;
  readonly online: ReadonlySignal<number>;
  readonly forgotten: ReadonlySignal<boolean>;
  /** Why the server cannot record anything just now; null where it can. */
  readonly unrecorded: ReadonlySignal<WireError | null>;
  /** How far the server's clock is ahead of this device's, in milliseconds. */
  readonly clockAhead: ReadonlySignal<number>;
  /** Asks for something to happen; resolves with why it did not, or null. */
  control<Event extends keyof ControlEvents>(
    event: Event,
    message: Parameters<ControlEvents[Event]>[0],
  ): Promise<WireError | null>;
  retry(): void;
}

/** A session as a stage knows it. */
export interface StageSession extends Presenting<StageDeck, StageSnapshot> {
  readonly welcome: ReadonlySignal<StageWelcome | null>;
}

/** A session as a console knows it. */
export interface ConsoleSession extends Presenting<ConsoleDeck, ConsoleSnapshot> {
  readonly welcome: ReadonlySignal<ConsoleWelcome | null>;
  /** Where answers are between the phones and the disk; null until the server has said so. */
  readonly delivery: ReadonlySignal<Delivery | null>;
}

const noAnswer: WireError = {
  name: 'offline',
  message: 'The server did not answer. It may have done it: look before you try again.',
};

export function openStage(code: string): StageSession {
  const deck = signal<StageDeck | null>(null);
  const connection = new Connection<StageEvents>(() => ({ code, role: 'stage', ...known(deck) }));
  connection.on('session:deck', (next) => (deck.value = next));
  connection.on('session:slides', (news) => {
    if (deck.value !== null) deck.value = withSlides(deck.value, news);
  });
  const welcome = signal<StageWelcome | null>(null);
  const clockAhead = signal(0);
  connection.on('stage:welcome', (message) => {
    welcome.value = message;
    clockAhead.value = message.now - Date.now();
  });
  const snapshot = signal<StageSnapshot | null>(null);
  return { ...presenting(connection, snapshot), deck, snapshot, welcome, clockAhead };
}

export function openConsole(code: string): ConsoleSession {
  const deck = signal<ConsoleDeck | null>(null);
  const connection = new Connection<ConsoleEvents>(() => ({
    code,
    role: 'console',
    ...known(deck),
  }));
  connection.on('session:deck', (next) => (deck.value = next));
  const welcome = signal<ConsoleWelcome | null>(null);
  const clockAhead = signal(0);
  connection.on('console:welcome', (message) => {
    welcome.value = message;
    clockAhead.value = message.now - Date.now();
  });
  const delivery = signal<Delivery | null>(null);
  connection.on('delivery:changed', (message) => (delivery.value = message));
  const snapshot = signal<ConsoleSnapshot | null>(null);
  return { ...presenting(connection, snapshot), deck, snapshot, welcome, clockAhead, delivery };
}

/** The deck with some of its slides filled that were empty before. */
function withSlides(deck: StageDeck, news: StageDeck): StageDeck {
  const slides = deck.slides.map(
    (slide) => news.slides.find(({ h, v }) => h === slide.h && v === slide.v) ?? slide,
  );
  return { hash: news.hash, slides };
}

/** The deck that need not be sent again. */
function known(deck: Signal<{ readonly hash: string } | null>): { deck?: string } {
  return deck.value === null ? {} : { deck: deck.value.hash };
}

/** Their maps name the same events. */
interface CommonEvents<Snapshot extends StageSnapshot> {
  'session:state': (snapshot: Snapshot) => void;
  'activity:changed': (activity: Snapshot['activities'][number]) => void;
  'presence:changed': (presence: Presence) => void;
  'storage:changed': (storage: StorageState) => void;
  'session:deleted': () => void;
}

function presenting<Snapshot extends StageSnapshot>(
  connection: Connection<CommonEvents<Snapshot>>,
  snapshot: Signal<Snapshot | null>,
) {
  const online = signal(0);
  const forgotten = signal(false);
  const unrecorded = signal<WireError | null>(null);
  connection.on('session:state', (state) => (snapshot.value = state));
  connection.on('presence:changed', (presence) => (online.value = presence.online));
  connection.on('session:deleted', () => (forgotten.value = true));
  connection.on('storage:changed', ({ problem }) => (unrecorded.value = problem));
  connection.on('activity:changed', (changed) => {
    if (snapshot.value !== null) snapshot.value = patchActivity(snapshot.value, changed);
  });
  return {
    link: connection.link,
    online,
    forgotten,
    unrecorded,
    async control<Event extends keyof ControlEvents>(
      event: Event,
      message: Parameters<ControlEvents[Event]>[0],
    ): Promise<WireError | null> {
      const ack = await connection.ask<Ack>(event, message);
      if (ack === null) return noAnswer;
      return ack.ok ? null : ack.error;
    },
    retry: () => connection.retry(),
  };
}
