import { nameInRoom, teamOf } from './players.ts';
import type { Board, BoardGroup, BoardRow, OwnScore } from './score-views.ts';
import { placeOf, type Standings } from './score-state.ts';
import { boardHere } from './standings.ts';
import type { SessionState } from './state.ts';

type Scored = Pick<
  SessionState,
  'deck' | 'players' | 'secret' | 'standings' | 'boards' | 'position' | 'shown' | 'endedAt'
>;

/** The board of the present slide, or of all once the session has ended; null where the room sees none. */
export function boardInRoom(state: Scored): Board | null {
  const here = boardHere(state);
  if (here !== null) return boardOf(state, here);
  return state.endedAt === null ? null : boardSeen(state);
}

/** The board with as many places as the room has seen; null where it saw none. */
export function boardSeen(state: Scored): Board | null {
  const seen = state.deck.slides.flatMap(({ board, hash }) =>
    board !== undefined && state.shown.has(hash) ? [board] : [],
  );
  return seen.length === 0 ? null : boardOf(state, Math.max(...seen));
}

/** The first places; null where answers give no points. */
export function boardOf(state: Scored, first: number): Board | null {
  const { score } = state.deck;
  if (score === undefined) return null;
  const { points, fewest } = state.standings;
  const common = { speed: score.speed, people: points.size };
  if (points.size > 0 && points.size < fewest) return { ...common, needs: fewest };
  const hasNames = score.names !== 'none';
  if (!hasNames && score.teams.length === 0) return { ...common, groups: groupsOf(state, first) };
  return {
    ...common,
    ...(score.teams.length === 0 ? {} : { teams: teamRows(state) }),
    ...(hasNames ? playerRows(state, first) : {}),
  };
}

function groupsOf({ standings }: Scored, first: number): BoardGroup[] {
  const people = new Map<number, number>();
  for (const own of standings.points.values()) people.set(own, (people.get(own) ?? 0) + 1);
  const places = [...standings.places].slice(0, first);
  return places.map(([points, place]) => ({ place, points, people: people.get(points) ?? 0 }));
}

function playerRows(state: Scored, first: number): Pick<Board, 'players' | 'more'> {
  const { standings, boards } = state;
  const listed = standings.ranked.slice(0, first);
  const last = listed.at(-1);
  const lowest = last === undefined ? undefined : standings.points.get(last);
  const isLast = (one: string): boolean => standings.points.get(one) === lowest;
  const more = standings.ranked.filter(isLast).length - listed.filter(isLast).length;
  const players = listed.flatMap((attendee): BoardRow[] => {
    const player = state.players.get(attendee);
    const place = placeOf(standings, attendee);
    if (player === undefined || place === null) return [];
    const before = boards.before === null ? null : placeOf(boards.before, attendee);
    return [
      {
        ...{ place, key: String(player.number), name: nameInRoom(state, player) },
        points: standings.points.get(attendee) ?? 0,
        change: before === null ? null : before - place,
      },
    ];
  });
  return { players, ...(more === 0 ? {} : { more }) };
}

interface TeamScore {
  readonly name: string;
  readonly people: number;
  /** The mean of its people, whole; null where they are too few. */
  readonly points: number | null;
}

function teamRows(state: Scored): BoardRow[] {
  const now = teamScores(state, state.standings);
  const before = state.boards.before === null ? [] : teamScores(state, state.boards.before);
  const rows = now.map(({ name, people, points }): BoardRow => {
    const place = teamPlace(now, name);
    const earlier = teamPlace(before, name);
    const change = place === null || earlier === null ? null : earlier - place;
    return { place, key: name, name, points, change, people };
  });
  return rows.sort((one, other) => (one.place ?? Infinity) - (other.place ?? Infinity) || 0);
}

function teamPlace(scores: readonly TeamScore[], name: string): number | null {
  const own = scores.find((one) => one.name === name)?.points ?? null;
  return own === null ? null : 1 + scores.filter(({ points }) => (points ?? -1) > own).length;
}

/** The teams in the order of the deck. A sum would be won by the largest team. */
function teamScores({ deck, players }: Scored, { points, fewest }: Standings): TeamScore[] {
  const sums = new Map<string, { people: number; points: number }>();
  for (const [attendee, own] of points) {
    const team = teamOf({ deck }, players.get(attendee));
    if (team === null) continue;
    const sum = sums.get(team) ?? { people: 0, points: 0 };
    sums.set(team, { people: sum.people + 1, points: sum.points + own });
  }
  return (deck.score?.teams ?? []).map((name) => {
    const { people, points: sum } = sums.get(name) ?? { people: 0, points: 0 };
    const isShown = people > 0 && people >= fewest;
    return { name, people, points: isShown ? Math.round(sum / people) : null };
  });
}

/** An attendee's own score. */
export function ownScore(state: Scored, attendee: string): OwnScore {
  const player = state.players.get(attendee);
  const { standings } = state;
  return {
    number: player?.number ?? null,
    shown: player === undefined ? '' : nameInRoom(state, player),
    name: player?.name ?? '',
    nameIs: player?.nameIs ?? 'none',
    team: teamOf(state, player),
    points: standings.points.get(attendee) ?? 0,
    place: placeOf(standings, attendee),
    people: standings.points.size,
  };
}
