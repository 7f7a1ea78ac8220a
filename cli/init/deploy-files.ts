import { readFileSync } from 'node:fs';
import { z } from 'zod';

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
    '.github/workflows/touchlight.yml': workflow(file),
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

/** GitHub's own expressions are written as such. */
function workflow(file: string): string {
  const expression = (text: string): string => `\${{ ${text} }}`;
  return `name: touchlight
on:
  pull_request:
  push: { branches: [main] }

permissions: { contents: read }

jobs:
  validate:
    runs-on: ubuntu-latest
    permissions: { contents: read, pull-requests: write }
    steps:
      - uses: actions/checkout@v4
        with: { fetch-depth: 0, persist-credentials: false }
      - uses: actions/setup-node@v4
        with: { node-version: 24, cache: npm }
      - run: npm ci
      - run: npx touchlight validate${option(file)}
      - run: npx cdk synth --quiet
      - name: Show what would change
        if: github.event_name == 'pull_request'
        env:
          BASE: ${expression('github.event.pull_request.base.sha')}
          PULL_REQUEST: ${expression('github.event.pull_request.number')}
          GH_TOKEN: ${expression('github.token')}
        run: |
          mkdir -p "$RUNNER_TEMP/before"
          git show "$BASE:${file}" > "$RUNNER_TEMP/before/${file}" || exit 0
          npx touchlight validate --config "$RUNNER_TEMP/before/${file}" > "$RUNNER_TEMP/before.txt" || true
          npx touchlight validate${option(file)} > "$RUNNER_TEMP/after.txt"
          {
            echo 'What would run, and its monthly cost:'
            echo '\`\`\`diff'
            diff --unified=3 "$RUNNER_TEMP/before.txt" "$RUNNER_TEMP/after.txt" | tail -n +3 || true
            echo '\`\`\`'
          } > "$RUNNER_TEMP/comment.md"
          cat "$RUNNER_TEMP/comment.md" >> "$GITHUB_STEP_SUMMARY"
          gh pr comment "$PULL_REQUEST" --body-file "$RUNNER_TEMP/comment.md" || echo 'No comment: a fork may not write one.'

  deploy:
    if: github.event_name == 'push'
    needs: validate
    runs-on: ubuntu-latest
    permissions: { contents: read, id-token: write }
    steps:
      - uses: actions/checkout@v4
        with: { persist-credentials: false }
      - uses: actions/setup-node@v4
        with: { node-version: 24, cache: npm }
      - run: npm ci
      - uses: aws-actions/configure-aws-credentials@v4
        with:
          role-to-assume: ${expression('vars.AWS_ROLE')}
          aws-region: ${expression('vars.AWS_REGION')}
      - run: npx cdk deploy --require-approval never
`;
}
