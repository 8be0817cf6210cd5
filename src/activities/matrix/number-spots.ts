/** A point in percent of the square, from the low ends of x and y. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The size of a number's circle in percent of the square; as high as it is wide where that is 0.73 times as high. */
export const NUMBER_SIZE = { width: 8, height: 11 } as const;

const DIRECTIONS = 16;
/** The farthest that a number goes, in its own sizes: from any point across the whole square. */
const FARTHEST = 14;

/**
 * The centres of numbers for points that may lie close together: the point itself where it is free,
 * else the nearest of rings around it on which the number lies over none before it.
 */
export function numberSpots(points: readonly Spot[]): readonly Spot[] {
  const taken: Spot[] = [];
  for (const point of points) {
    const free = spotsAround(point).find((spot) => !taken.some((other) => isOver(spot, other)));
    taken.push(free ?? point);
  }
  return taken;
}

function spotsAround(point: Spot): Spot[] {
  const spots = [point];
  for (let ring = 1; ring <= FARTHEST; ring += 0.5) {
    for (let direction = 0; direction < DIRECTIONS; direction += 1) {
      const angle = (2 * Math.PI * direction) / DIRECTIONS;
      const x = point.x + 1.02 * ring * NUMBER_SIZE.width * Math.cos(angle);
      const y = point.y + 1.02 * ring * NUMBER_SIZE.height * Math.sin(angle);
      if (x >= 0 && x <= 100 && y >= 0 && y <= 100) spots.push({ x, y });
    }
  }
  return spots;
}

function isOver(one: Spot, other: Spot): boolean {
  const [across, up] = [
    (one.x - other.x) / NUMBER_SIZE.width,
    (one.y - other.y) / NUMBER_SIZE.height,
  ];
  return Math.hypot(across, up) < 1;
}
