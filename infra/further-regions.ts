/** Lambda allows a function's name 64 characters: the stack's name, the region, and the step. */
const longestStackName = 30;

/** A file that names further regions, or none. */
interface RegionsInFile {
  /** `touchpoints.yaml`; of a fleet `sites/coffee-lab.yaml`. */
  readonly file: string;
  readonly regions: readonly string[];
}

/**
 * What is wrong with the further regions of a stack; null where nothing is.
 * @param region where the stack itself is deployed; null where it is not known
 */
export function regionsProblem(
  files: readonly RegionsInFile[],
  { stack, region }: { readonly stack: string; readonly region: string | null },
): string | null {
  const [first] = files.filter(({ regions }) => regions.length > 0);
  if (first === undefined) return null;
  if (region === null)
    return `${first.file} has "regions", but it is not known where the stack itself is deployed. Set AWS_REGION, or the region of the stack (env).`;
  const atHome = files.filter(({ regions }) => regions.includes(region)).map(({ file }) => file);
  if (atHome.length > 0)
    return `${atHome.join(', ')} ${atHome.length === 1 ? 'lists' : 'list'} ${region} under "regions", but the stack itself is deployed there. Leave it out: only further regions are listed.`;
  if (stack.length > longestStackName)
    return `The stack's name ${stack} has ${stack.length} characters. With "regions" it may have ${longestStackName}, because the names of the functions in other regions begin with it.`;
  return null;
}
