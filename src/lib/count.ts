/** A number of things: "1 slide", "4 slides"; of people "1 person", "4 people". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
