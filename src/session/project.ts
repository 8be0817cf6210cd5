import { STYLE_FILE, type Deck, type Slide } from '../deck/deck.ts';
import { slideAt, slideIndex } from '../deck/navigation.ts';
import { activityContent, activityOutline, contentKey } from './attendee-outline.ts';
import { isForRoom } from './channels.ts';
import { compose, type ContentsByKey } from './compose-snapshot.ts';
import { attendeeStatus, consoleActivity, stageActivity } from './activity-views.ts';
import { boardInRoom, boardOf } from './board.ts';
import { isJoinCornerShown } from './join-corner.ts';
import { modeOnStage } from './stage-mode.ts';
import { answeredBefore, withdrawnIds, type SessionState } from './state.ts';
import { playerNames } from './player-names.ts';
import type { PresenterScores } from './score-views.ts';
import { latestStep } from './step.ts';
import { reactionSigns } from './reactions.ts';
import { wayBack, waysOn } from './ways.ts';
import type {
  AttendeeOutline,
  AttendeeSnapshot,
  ConsoleDeck,
  ConsoleSnapshot,
  OwnAnswer,
  OwnAnswers,
  StageDeck,
  StageSlide,
  StageSnapshot,
} from './views.ts';

/** The state of a session as every attendee may know it: an outline, and the contents it names. */
export function attendeeOutline(state: SessionState): {
  readonly outline: AttendeeOutline;
  readonly contents: ContentsByKey;
} {
  const isOver = state.endedAt !== null;
  // Slides that are shown after the end are nothing to phones: they keep their own pages.
  const slide = state.joinShown || isOver ? undefined : slideAt(state.deck, state.position);
  const all = [...state.activities.values()];
  const here = all.filter(
    ({ activity, phase }) => activity.id === slide?.activity && phase !== 'waiting',
  );
  const elsewhere = all.filter((one) => one.phase === 'open' && !here.includes(one));
  const known = [...here, ...elsewhere];
  const accent = state.deck.theme?.accent;
  const contents = known.map(({ activity }) => activityContent(activity));
  return {
    outline: {
      code: state.code,
      title: state.deck.title,
      lang: state.deck.lang,
      ...(accent === undefined ? {} : { accent }),
      ended: isOver,
      selfPaced: state.selfPaced,
      slide: slide === undefined ? null : slideForPhones(state, slide),
      here: here[0]?.activity.id ?? null,
      ...unusualParts(state),
      activities: known.map((one) => activityOutline(one.activity, attendeeStatus(one, state))),
    },
    contents: new Map(contents.map((content) => [contentKey(content), content])),
  };
}

function slideForPhones(
  { deck, position }: SessionState,
  { title, channel }: Slide,
): AttendeeOutline['slide'] {
  return {
    number: slideIndex(deck, position) + 1,
    of: deck.slides.length,
    title,
    ...(channel === undefined ? {} : { channel }),
  };
}

function channelsForPhones({ channels }: SessionState): Pick<AttendeeOutline, 'channels'> {
  if (channels.size === 0) return {};
  const all = [...channels.values()].map(({ activity, round, phase }) => ({
    id: activity.id,
    hash: activity.hash,
    round,
    open: phase === 'open',
    content: activityContent(activity).content,
  }));
  return { channels: all };
}

/** The parts that most sessions do not have. */
function unusualParts(
  state: SessionState,
): Pick<AttendeeOutline, 'withdrawn' | 'reactions' | 'score' | 'channels'> {
  const withdrawn = withdrawnIds(state);
  const signs = reactionSigns(state);
  const { score } = state.deck;
  return {
    ...(withdrawn.length === 0 ? {} : { withdrawn }),
    ...(signs.length === 0 ? {} : { reactions: signs }),
    ...channelsForPhones(state),
    ...(score === undefined ? {} : { score: { ...score, key: state.standings.key } }),
  };
}

/** The same with the contents in their places, as an attendee's page composes it. */
export function attendeeSnapshot(state: SessionState): AttendeeSnapshot {
  const { outline, contents } = attendeeOutline(state);
  return compose(outline, contents);
}

/** One attendee's recorded answers, as far as they still count. */
export function ownAnswers(state: SessionState, attendee: string): OwnAnswers {
  const own: Record<string, OwnAnswer> = {};
  for (const [id, activityState] of [...state.activities, ...state.channels]) {
    const given = activityState.answers.get(attendee);
    if (given === undefined) continue;
    own[id] = {
      hash: activityState.activity.hash,
      round: activityState.round,
      answer: given.answer,
      receipt: { activity: id, id: given.id, seq: given.seq, at: given.at },
    };
  }
  return own;
}

export function stageSnapshot(state: SessionState): StageSnapshot {
  return {
    ...sessionHead(state),
    deck: state.deck.publicHash,
    activities: [...state.activities.values()].map((one) => stageActivity(one, state)),
    channels: stageChannels(state),
    ...roomBoard(state),
  };
}

/** The channels that the room may see. */
export function stageChannels(state: SessionState): StageSnapshot['channels'] {
  const shown = [...state.channels.values()].filter(isForRoom);
  return shown.map((one) => stageActivity(one, state));
}

/** The board as every stage shows it. */
export function roomBoard(state: SessionState): Pick<StageSnapshot, 'board'> {
  const board = boardInRoom(state);
  return board === null ? {} : { board };
}

export function consoleSnapshot(state: SessionState): ConsoleSnapshot {
  const superseded: Record<string, number> = {};
  for (const { activity, answers } of answeredBefore(state)) {
    superseded[activity.id] = (superseded[activity.id] ?? 0) + answers.size;
  }
  return {
    ...sessionHead(state),
    deck: state.deck.hash,
    activities: [...state.activities.values()].map((one) => consoleActivity(one, state)),
    channels: [...state.channels.values()].map((one) => consoleActivity(one, state)),
    slidesShown: state.channels.size === 0 ? [] : state.slidesShown,
    name: state.name,
    rehearsal: state.rehearsal,
    chosenMode: state.stageMode,
    talkStartedAt: state.talkStartedAt,
    endedAt: state.endedAt,
    undo: latestStep(state),
    undone: state.undone,
    superseded,
    ...roomBoard(state),
    ...presenterScores(state),
  };
}

/** The places of which the presenter sees the points. */
const FIRST_FOR_PRESENTER = 10;

function presenterScores(state: SessionState): PresenterScores {
  const players = playerNames(state);
  const standings = boardOf(state, FIRST_FOR_PRESENTER);
  return {
    ...(players === null ? {} : { players }),
    ...(standings === null ? {} : { standings }),
  };
}

export function stageDeck(deck: Deck): StageDeck {
  return { hash: deck.publicHash, ...deckLooks(deck), slides: deck.slides.map(stageSlide) };
}

/** The deck's theme, and the address of its style sheet; another one whenever it changes. */
export function deckLooks({ name, style, theme }: Deck): Pick<StageDeck, 'style' | 'theme'> {
  const address = `/slides/${encodeURIComponent(name)}/${STYLE_FILE}?${style}`;
  return {
    ...(style === undefined ? {} : { style: address }),
    ...(theme === undefined ? {} : { theme }),
  };
}

export function stageSlide({ notes: _, minutes: __, asked: ___, ...slide }: Slide): StageSlide {
  return slide;
}

export function consoleDeck(deck: Deck): ConsoleDeck {
  const { name, hash, slides } = deck;
  return { name, hash, ...deckLooks(deck), slides };
}

function reactionsView({ deck, reactionsOn }: SessionState): StageSnapshot['reactions'] {
  const signs = deck.channels?.reactions;
  return signs === undefined ? null : { signs, on: reactionsOn };
}

/** The part of a snapshot that is not about questions: for stages and consoles. */
export function sessionHead(
  state: SessionState,
): Omit<StageSnapshot, 'activities' | 'channels' | 'deck' | 'board'> {
  return {
    code: state.code,
    title: state.deck.title,
    lang: state.deck.lang,
    ended: state.endedAt !== null,
    position: state.position,
    ways: waysOn(state),
    back: wayBack(state),
    joinShown: state.joinShown && state.endedAt === null,
    closingShown: state.afterEnd?.closingShown ?? false,
    blanked: state.blanked,
    joinCorner: isJoinCornerShown(state),
    mode: modeOnStage(state.stageMode, state.deck),
    selfPaced: state.selfPaced,
    followed: state.followed,
    reactions: reactionsView(state),
  };
}
