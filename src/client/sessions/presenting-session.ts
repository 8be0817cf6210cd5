import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type {
  Ack,
  ConsoleEvents,
  ConsoleWelcome,
  ControlEvents,
  DeckProblems,
  Delivery,
  Presence,
  RemoteEvents,
  RemoteLinkAck,
  SlidesMoved,
  StageEvents,
  StageWelcome,
  StorageState,
} from '../../protocol/messages.ts';
import type { RemoteDeckView, RemoteSnapshot } from '../../session/remote-views.ts';
import type {
  ConsoleDeck,
  ConsoleSnapshot,
  StageDeck,
  StageSnapshot,
} from '../../session/views.ts';
import { Connection, type ConnectionStatus } from '../socket/connection.ts';
import { followReactions, type Reaction } from './stage-reactions.ts';
import { followGestures, type StageGestures } from './stage-gestures.ts';
import { patchActivity } from './patch.ts';
import type { WireError } from '../../protocol/wire-error.ts';

/** The common part of a session on stage, console and remote. */
export interface PresentingSession<Deck, Snapshot> {
  readonly status: ReadonlySignal<ConnectionStatus>;
  readonly deck: ReadonlySignal<Deck | null>;
  readonly snapshot: ReadonlySignal<Snapshot | null>;
  readonly online: ReadonlySignal<number>;
  readonly deleted: ReadonlySignal<boolean>;
  /** The reason why the server cannot record answers now; null if it can. */
  readonly storageProblem: ReadonlySignal<WireError | null>;
  /** The problems of the deck's files as they are now; null except while developing. */
  readonly deckProblems: ReadonlySignal<DeckProblems | null>;
  /** Milliseconds to add to `performance.now()` for the time of the server's clock. */
  readonly clockOffset: ReadonlySignal<number>;
  /** Sends a command; resolves with the reason if it was refused or not answered, or null. */
  control<Event extends keyof ControlEvents>(
    event: Event,
    message: Parameters<ControlEvents[Event]>[0],
  ): Promise<WireError | null>;
  retry(): void;
}

/** The session on a stage. */
export interface StageSession extends PresentingSession<StageDeck, StageSnapshot> {
  readonly welcome: ReadonlySignal<StageWelcome | null>;
  readonly gestures: StageGestures;
  /** The reactions that are on their way up, the latest last. */
  readonly reactions: ReadonlySignal<readonly Reaction[]>;
}

/** The session on a console. */
export interface ConsoleSession extends PresentingSession<ConsoleDeck, ConsoleSnapshot> {
  readonly welcome: ReadonlySignal<ConsoleWelcome | null>;
  /** The delivery of answers from phones to disk; null before the first report. */
  readonly delivery: ReadonlySignal<Delivery | null>;
  /** The latest move of somebody else; null before the first. */
  readonly moved: ReadonlySignal<SlidesMoved | null>;
  /** The number of phones that are connected as remotes. */
  readonly remotes: ReadonlySignal<number>;
  /** Asks for the link that signs a phone in as a remote; null if there was no answer. */
  remoteLink(): Promise<string | null>;
}

/** The session on a remote. */
export interface RemoteSession extends PresentingSession<RemoteDeckView, RemoteSnapshot> {
  readonly moved: ReadonlySignal<SlidesMoved | null>;
}

const notConnected: WireError = {
  name: 'offline',
  message: 'No connection: nothing was done.',
};

const noAnswer: WireError = {
  name: 'offline',
  message:
    'The server did not answer. The action may still have taken effect. Check before you try again.',
};

export function openStage(code: string): StageSession {
  const deck = signal<StageDeck | null>(null);
  const connection = new Connection<StageEvents>(() => ({
    code,
    role: 'stage',
    ...knownDeck(deck),
  }));
  connection.on('session:deck', (next) => (deck.value = next));
  connection.on('session:slides', (news) => {
    if (deck.value !== null) deck.value = withSlides(deck.value, news);
  });
  const welcome = signal<StageWelcome | null>(null);
  const clockOffset = signal(0);
  connection.on('stage:welcome', (message) => {
    welcome.value = message;
    clockOffset.value = message.now - performance.now();
  });
  const snapshot = signal<StageSnapshot | null>(null);
  const gestures = followGestures(connection, snapshot);
  const reactions = followReactions(connection);
  const common = presentingSession(connection, snapshot);
  return { ...common, deck, snapshot, welcome, clockOffset, gestures, reactions };
}

export function openConsole(code: string): ConsoleSession {
  const deck = signal<ConsoleDeck | null>(null);
  const connection = new Connection<ConsoleEvents>(() => ({
    code,
    role: 'console',
    ...knownDeck(deck),
  }));
  connection.on('session:deck', (next) => (deck.value = next));
  const welcome = signal<ConsoleWelcome | null>(null);
  const clockOffset = signal(0);
  connection.on('console:welcome', (message) => {
    welcome.value = message;
    clockOffset.value = message.now - performance.now();
  });
  const delivery = signal<Delivery | null>(null);
  connection.on('delivery:changed', (message) => (delivery.value = message));
  const moved = signal<SlidesMoved | null>(null);
  connection.on('slides:moved', (move) => (moved.value = move));
  const remotes = signal(0);
  connection.on('remotes:changed', ({ connected }) => (remotes.value = connected));
  const snapshot = signal<ConsoleSnapshot | null>(null);
  return {
    ...presentingSession(connection, snapshot),
    ...{ deck, snapshot, welcome, clockOffset, delivery, moved, remotes },
    async remoteLink() {
      const ack = await connection.ask<RemoteLinkAck>('remote:link', {});
      return ack?.ok === true ? ack.url : null;
    },
  };
}

/** Opens a session as a remote, with the token of its link. */
export function openRemote(code: string, token: string): RemoteSession {
  const deck = signal<RemoteDeckView | null>(null);
  const connection = new Connection<RemoteEvents>(() => ({
    code,
    role: 'remote',
    token,
    ...knownDeck(deck),
  }));
  connection.on('session:deck', (next) => (deck.value = next));
  const clockOffset = signal(0);
  connection.on('remote:welcome', ({ now }) => {
    clockOffset.value = now - performance.now();
  });
  const moved = signal<SlidesMoved | null>(null);
  connection.on('slides:moved', (move) => (moved.value = move));
  const snapshot = signal<RemoteSnapshot | null>(null);
  return { ...presentingSession(connection, snapshot), deck, snapshot, clockOffset, moved };
}

/** Adds slides that are shown for the first time to a deck. */
function withSlides(deck: StageDeck, news: StageDeck): StageDeck {
  const slides = deck.slides.map(
    (slide) => news.slides.find(({ h, v }) => h === slide.h && v === slide.v) ?? slide,
  );
  return { ...deck, hash: news.hash, slides };
}

/** The part of the handshake that names the deck which the client has. */
function knownDeck(deck: Signal<{ readonly hash: string } | null>): { deck?: string } {
  return deck.value === null ? {} : { deck: deck.value.hash };
}

interface WithQuestions {
  readonly activities: readonly { readonly id: string }[];
  readonly channels?: readonly { readonly id: string }[];
}

/** The events that stage, console and remote have in common. */
interface CommonEvents<Snapshot extends WithQuestions> {
  'session:state': (snapshot: Snapshot) => void;
  'activity:changed': (activity: Snapshot['activities'][number]) => void;
  'presence:changed': (presence: Presence) => void;
  'storage:changed': (storage: StorageState) => void;
  'deck:problems': (problems: DeckProblems) => void;
  'session:deleted': () => void;
}

function presentingSession<Snapshot extends WithQuestions>(
  connection: Connection<CommonEvents<Snapshot>>,
  snapshot: Signal<Snapshot | null>,
) {
  const online = signal(0);
  const deleted = signal(false);
  const storageProblem = signal<WireError | null>(null);
  connection.on('session:state', (state) => (snapshot.value = state));
  connection.on('presence:changed', (presence) => (online.value = presence.online));
  connection.on('session:deleted', () => (deleted.value = true));
  connection.on('storage:changed', ({ problem }) => (storageProblem.value = problem));
  const deckProblems = signal<DeckProblems | null>(null);
  connection.on('deck:problems', (problems) => (deckProblems.value = problems));
  connection.on('activity:changed', (changed) => {
    if (snapshot.value !== null) snapshot.value = patchActivity(snapshot.value, changed);
  });
  return {
    status: connection.status,
    online,
    deleted,
    storageProblem,
    deckProblems,
    async control<Event extends keyof ControlEvents>(
      event: Event,
      message: Parameters<ControlEvents[Event]>[0],
    ): Promise<WireError | null> {
      // Sent later, when it comes back, a press would surprise its presenter.
      if (connection.status.value.is !== 'online') return notConnected;
      const ack = await connection.ask<Ack>(event, message);
      if (ack === null) return noAnswer;
      return ack.ok ? null : ack.error;
    },
    retry: () => connection.retry(),
  };
}
