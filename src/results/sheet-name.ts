/** The longest name that Excel takes. */
const LONGEST = 31;

/** A name for a sheet, unique without regard to capitals among those `taken`, to which it is added. */
export function sheetName(wanted: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : ` ${number}`;
    const name = `${wanted.slice(0, LONGEST - ending.length)}${ending}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
