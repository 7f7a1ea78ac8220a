import type { Configuration } from '../shared/model/business.ts';

/** Lambda allows a function's name 64 characters: the stack's name, the region, and the step. */
const longestStackName = 30;

/**
 * What is wrong with the further regions of a stack; null where nothing is.
 * @param region where the stack itself is deployed; null where it is not known
 */
export function regionsProblem(
  { regions }: Pick<Configuration, 'regions'>,
  { stack, region }: { readonly stack: string; readonly region: string | null },
): string | null {
  if (regions.length === 0) return null;
  if (region === null)
    return 'touchpoints.yaml has "regions", but it is not known where the stack itself is deployed. Set AWS_REGION, or the region of the stack (env).';
  if (regions.includes(region))
    return `touchpoints.yaml lists ${region} under "regions", but the stack itself is deployed there. Leave it out: only further regions are listed.`;
  if (stack.length > longestStackName)
    return `The stack's name ${stack} has ${stack.length} characters. With "regions" it may have ${longestStackName}, because the names of the functions in other regions begin with it.`;
  return null;
}
