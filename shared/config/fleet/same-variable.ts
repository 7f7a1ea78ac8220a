import { type Configuration, secretNamesIn } from '../../model/business.ts';
import { secretVariable } from '../../model/secret-variable.ts';
import { type BrokenBusiness, type Fleet, faultsOfFile } from './read-fleet.ts';

interface Business {
  readonly id: string | null;
  readonly fileName: string;
  readonly configuration: Configuration;
}

/**
 * The fleet as a laptop may watch it. Whose secret stands in an environment variable that two of them read, nobody can tell: neither is
 * watched with it. AWS keeps secrets by the names of their businesses, so a stack needs no such care.
 */
export function withoutSharedSecrets<Some extends Fleet>(fleet: Some): Some {
  const problems = sameVariableProblems(fleet.businesses);
  if (problems.size === 0) return fleet;
  const refused = [...problems].map(([{ id, fileName }, messages]): BrokenBusiness => {
    return { id: id ?? '', ...faultsOfFile(fileName, messages), sources: [] };
  });
  return {
    ...fleet,
    businesses: fleet.businesses.filter((business) => !problems.has(business)),
    broken: [...fleet.broken, ...refused].toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
  };
}

/**
 * Businesses that would read one another's secret: `lab-x` of the business `coffee` and `x` of `coffee-lab` stand in one environment
 * variable. What is wrong with each file, as it reads on behind its name.
 */
function sameVariableProblems<Some extends Business>(businesses: readonly Some[]): Map<Some, string[]> {
  const byVariable = Map.groupBy(
    businesses.flatMap((business) =>
      secretNamesIn(business.configuration).map((secret) => ({ business, secret, variable: secretVariable(secret) })),
    ),
    ({ variable }) => variable,
  );
  const problems = new Map<Some, string[]>();
  for (const [variable, named] of byVariable) {
    for (const { business, secret } of named) {
      const others = named.filter((other) => other.business !== business);
      if (others.length === 0) continue;
      const written = others.map((other) => `"${withoutBusiness(other)}" in ${other.business.fileName}`);
      const problem = `names the secret "${withoutBusiness({ business, secret })}", which is read from the environment variable ${variable}, and so is ${written.join(' and ')}; give the secret another name in one of the files`;
      problems.set(business, [...(problems.get(business) ?? []), problem]);
    }
  }
  return problems;
}

/** As its file names it. */
function withoutBusiness({ business, secret }: { readonly business: Business; readonly secret: string }): string {
  return secret.slice((business.id ?? '').length + 1);
}
