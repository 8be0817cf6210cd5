import { failure, success } from '../lib/result.ts';
import { commonSpelling } from '../lib/spellings.ts';
import { normaliseText, textLength } from '../lib/typed-text.ts';
import type { Scoring } from '../deck/deck.ts';
import type { Command } from './commands.ts';
import type { Decision } from './decision.ts';
import type { Fact } from './facts.ts';
import { madeUpName } from './made-up-name.ts';
import { refusal } from './refusal.ts';
import type { Player } from './score-state.ts';
import type { SessionState } from './state.ts';

const LONGEST_NAME = 30;

type Playing = Pick<SessionState, 'deck' | 'players' | 'secret' | 'standings'>;
type PlayerCommand = Extract<Command, { readonly type: `player:${string}` }>;
type PlayerFact = Extract<Fact, { readonly type: `player:${string}` }>;

export function isPlayerCommand(command: Command): command is PlayerCommand {
  return command.type.startsWith('player:');
}

export function isPlayerFact(fact: Fact): fact is PlayerFact {
  return fact.type.startsWith('player:');
}

/** true where attendees have names or teams. */
export function hasPlayers(scoring: Scoring | undefined): boolean {
  return scoring !== undefined && (scoring.names !== 'none' || scoring.teams.length > 0);
}

/** The name by which the room knows a player; '' where nobody has one. */
export function nameInRoom({ deck, secret }: Playing, { number, name, nameIs }: Player): string {
  const names = deck.score?.names ?? 'none';
  if (names === 'none') return '';
  if (names === 'made-up') return madeUpName(secret, number);
  return nameIs === 'approved' ? name : `Player ${number}`;
}

/** The team of a player, as far as the deck still has it. */
export function teamOf({ deck }: Pick<Playing, 'deck'>, player: Player | undefined): string | null {
  const team = player?.team ?? null;
  return team !== null && deck.score?.teams.includes(team) === true ? team : null;
}

export function decidePlayer(state: Playing, command: PlayerCommand): Decision {
  if (command.type === 'player:join') return join(state, command);
  const player = [...state.players.values()].find(({ number }) => number === command.player);
  if (player === undefined || player.name === '') return failure(refusal('unknown-player'));
  // Another name than the presenter has read must not come before the room.
  if (player.name !== command.name) return failure(refusal('name-changed'));
  const isApproval = command.type === 'player:approve';
  if (player.nameIs === (isApproval ? 'approved' : 'put-away')) return success([]);
  const type = isApproval ? 'player:approved' : 'player:put-away';
  return success([{ type, player: player.number }]);
}

function join(
  state: Playing,
  { attendee, name: typed, team }: Extract<PlayerCommand, { type: 'player:join' }>,
): Decision {
  const { score } = state.deck;
  if (score === undefined || !hasPlayers(score)) return failure(refusal('no-players'));
  const isForbidden = (typed !== null && score.names !== 'chosen') || (team !== null && score.deal);
  if (isForbidden) return failure(refusal('not-chosen'));
  const name = typed === null ? null : normaliseText(typed);
  if (name !== null && (name === '' || textLength(name) > LONGEST_NAME)) {
    return failure(refusal('unfitting-name'));
  }
  if (team !== null && !score.teams.includes(team)) return failure(refusal('unknown-team'));
  if (name !== null && isTaken(state, attendee, name)) return failure(refusal('name-taken'));
  const player = state.players.get(attendee);
  const isTeamNew = team !== null && team !== player?.team;
  const isNameNew = name !== null && name !== player?.name;
  if (isTeamNew && teamOf(state, player) !== null && state.standings.points.has(attendee)) {
    return failure(refusal('team-fixed'));
  }
  if (player !== undefined && !isTeamNew && !isNameNew) return success([]);
  const chosen = { ...(isNameNew ? { name } : {}), ...(isTeamNew ? { team } : {}) };
  return success([{ type: 'player:joined', attendee, ...chosen }]);
}

/** true for a name that reads as that of another player does, chosen or not. */
function isTaken({ players }: Playing, attendee: string, name: string): boolean {
  const words = commonSpelling(name);
  if (/^player \d+$/.test(words)) return true;
  return [...players].some(
    ([other, player]) => other !== attendee && commonSpelling(player.name) === words,
  );
}

/** Changes the players, in place, by one more fact about them. */
export function evolvePlayers(state: SessionState, fact: PlayerFact): void {
  const { players } = state;
  if (fact.type === 'player:joined') {
    const { attendee, name, team } = fact;
    const player = enrol(state, attendee);
    const named = name === undefined ? {} : { name, nameIs: 'waiting' as const };
    players.set(attendee, { ...player, ...named, ...(team === undefined ? {} : { team }) });
    return;
  }
  const nameIs = fact.type === 'player:approved' ? 'approved' : 'put-away';
  for (const [attendee, player] of players) {
    if (player.number === fact.player) players.set(attendee, { ...player, nameIs });
  }
}

/** The player that an attendee is, or becomes by joining or by an answer, in place. Teams are dealt in turn. */
export function enrol({ deck, players }: SessionState, attendee: string): Player {
  const known = players.get(attendee);
  if (known !== undefined) return known;
  const { teams = [], deal = false } = deck.score ?? {};
  const team = deal ? (teams[players.size % teams.length] ?? null) : null;
  const player: Player = { number: players.size + 1, name: '', nameIs: 'none', team };
  players.set(attendee, player);
  return player;
}
