import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { deployWorkflow } from './deploy-workflow.ts';

const manifestSchema = z.object({ version: z.string(), peerDependencies: z.record(z.string(), z.string()) });

/**
 * What a folder needs beside its touchpoints.yaml to be deployed from: by path, in the order in which a person reads them. They
 * name the package and copy nothing of it, so that an upgrade is a version number.
 * @param file the configuration, as the person calls it
 */
export function deployFiles(file: string): Readonly<Record<string, string>> {
  return {
    'app.mjs': app(file),
    'cdk.json': json({ app: 'node app.mjs' }),
    'package.json': manifest(),
    '.gitignore': 'node_modules/\ncdk.out/\n.touchlight/\n',
    'README.md': readme(file),
    '.github/workflows/touchlight.yml': deployWorkflow(file, option(file)),
  };
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function app(file: string): string {
  const options = file === 'touchpoints.yaml' ? '' : `, { config: ${JSON.stringify(file)} }`;
  return `import { App } from 'aws-cdk-lib';
import { TouchlightStack } from 'touchlight/infra';

const app = new App();
new TouchlightStack(app, 'Touchlight'${options});
`;
}

/** The versions that this Touchlight is tested with. */
function manifest(): string {
  const own = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { version, peerDependencies } = manifestSchema.parse(JSON.parse(own));
  return json({ private: true, type: 'module', dependencies: { touchlight: `^${version}`, ...peerDependencies } });
}

function readme(file: string): string {
  return `# Touchlight

\`${file}\` names the places where our customers meet us. Touchlight watches them from our AWS account and sends alerts.

\`\`\`sh
npm install
npx touchlight validate${option(file)}
npx touchlight run${option(file)}
npx cdk bootstrap
npx cdk deploy
\`\`\`

A pull request shows what would run and what it would cost. A push to \`main\` is deployed by \`.github/workflows/touchlight.yml\`, which
needs two variables of this repository: \`AWS_ROLE\`, a role that trusts GitHub's OIDC provider and may deploy with CDK, and \`AWS_REGION\`.

To upgrade: \`npm install touchlight@latest\`, then \`npx touchlight validate\` and \`npx cdk diff\`.
`;
}

function option(file: string): string {
  return file === 'touchpoints.yaml' ? '' : ` --config ${file}`;
}
