/** The reason for refusing a command: a name for programs and a message for people. */
export interface Refusal {
  readonly name: RefusalName;
  readonly message: string;
}

/** The reasons for which a command is refused. */
export const sessionRefusals = [
  'session-ended',
  'ended-long-ago',
  'not-ended',
  'session-deleted',
  'unknown-slide',
  'unknown-activity',
  'not-open',
  'no-correct-answer',
  'answer-revealed',
  'no-options',
  'reworded',
  'reset',
  'unfitting-answer',
  'unfitting-control',
  'no-control',
  'channel',
  'not-the-last-step',
  'nothing-to-undo',
  'id-taken',
  'no-players',
  'not-chosen',
  'unfitting-name',
  'unknown-team',
  'team-fixed',
  'unknown-player',
  'name-changed',
  'name-taken',
  'fault',
] as const;

export type RefusalName = (typeof sessionRefusals)[number];

const messages: Record<Exclude<RefusalName, 'unfitting-answer' | 'unfitting-control'>, string> = {
  'session-ended': 'This session has ended.',
  'ended-long-ago':
    'This session ended more than 24 hours ago and can no longer be reopened. Start a new one.',
  'not-ended': 'This session has not ended.',
  'session-deleted': 'This session and all its answers were deleted.',
  'unknown-slide': 'This deck has no such slide.',
  'unknown-activity': 'This deck has no such question.',
  'not-open': 'This question is closed.',
  'no-correct-answer': 'This question has no correct answer to reveal.',
  'answer-revealed':
    'The correct answer has been revealed. Hide it, or reset the question, to take answers again.',
  'no-options':
    'The room writes the options of this question. At least two of its texts have to be approved, or to come through, first.',
  reworded: 'This question was reworded. Please answer it again.',
  reset: 'This question was reset. Please answer it again.',
  'no-control': 'This question has no controls of its own.',
  channel: 'A channel can only be opened and closed.',
  'not-the-last-step': 'Another step was taken since. Nothing was undone.',
  'id-taken': 'Another question was asked at the same moment. Ask again.',
  'nothing-to-undo': 'There is no step left to undo.',
  'no-players': 'This session has no names and no teams.',
  'not-chosen': 'Nobody chooses that here: the server gives it out.',
  'unfitting-name': 'A name has 1 to 30 characters.',
  'unknown-team': 'There is no such team.',
  'team-fixed': 'Your points count for your team by now.',
  'unknown-player': 'There is no such player.',
  'name-taken': 'Another player has this name, or one that reads the same.',
  'name-changed': 'The player has changed this name. Read it again.',
  fault: 'Something went wrong. Nothing was changed.',
};

export function refusal(name: keyof typeof messages): Refusal {
  return { name, message: messages[name] };
}
