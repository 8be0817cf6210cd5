/** The names of files that tell about a project, and are no slides of it. */
export const ABOUT_A_PROJECT =
  /^(?:readme|license|licence|changelog|contributing|code_of_conduct)\b/i;

/** The path of a file's folder, ending with `/`; empty at the top. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The number of folders above a file. */
export function depthOf(path: string): number {
  return path.split('/').length - 1;
}
