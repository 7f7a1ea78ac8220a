/**
 * What may import what; each message names the right way, and test/architecture/import-rules.test.ts proves each rule. Types and
 * lazy imports count like all others. Sources are parsed by swc, because dependency-cruiser needs a JavaScript API of
 * TypeScript, which TypeScript 7 does not have yet.
 */

const tests = '^test/';

/** Packages that only one place may import. Tests may import all of them. */
const packages = [
  {
    name: 'aws-sdk',
    modules: ['@aws-sdk', '@smithy'],
    home: '^shared/aws/',
    comment:
      '@aws-sdk/* is imported in shared/aws only: add a method to a port in shared/ports and implement it there.',
  },
  {
    name: 'playwright',
    modules: ['playwright', 'playwright-core', '@sparticuz/chromium'],
    home: '^shared/browser/|^functions/probe-(?:page|lighthouse)/',
    comment: 'Playwright is imported in shared/browser and the page probes only: open pages with shared/browser.',
  },
  {
    name: 'lighthouse',
    modules: ['lighthouse'],
    home: '^functions/probe-lighthouse/',
    comment: 'Lighthouse is imported in functions/probe-lighthouse only, so that every other step starts light.',
  },
  {
    name: 'aws-cdk-lib',
    modules: ['aws-cdk-lib', 'constructs', 'cdk-nag'],
    home: '^infra/',
    comment: 'aws-cdk-lib is imported in infra only: names that stack and handlers share live in shared/model.',
  },
  {
    name: 'test-tools',
    modules: ['vitest', 'fast-check'],
    home: '^vitest[.]config[.]ts$',
    comment: 'Test tools are imported in test/ only: move what needs them there.',
  },
];

const guarded = packages.flatMap(({ modules }) => modules);

function installed(modules) {
  return `node_modules/(?:${modules.join('|')})/`;
}

/**
 * The rooms of shared/. `below` are the other rooms that a room may import. A room with `only` may import no packages but those,
 * and Node's own modules only where `node` says so; a room without it may import any package that is not guarded above.
 */
const rooms = [
  {
    name: 'model',
    below: ['probes'],
    only: ['zod'],
    comment:
      'shared/model holds the nouns and imports only zod, shared/probes and its own files: what acts on them lives in shared/evaluation, the steps or an adapter.',
  },
  {
    name: 'probes',
    below: ['model'],
    only: ['zod'],
    comment:
      'shared/probes describes the probes and imports only zod and shared/model: what measures lives in the folder of its step.',
  },
  {
    name: 'evaluation',
    below: ['model', 'probes'],
    only: ['zod', 'temporal-polyfill'],
    comment:
      'shared/evaluation is pure and imports only shared/model, shared/probes, zod and temporal-polyfill: take what it needs as an argument, and let the step that calls it do the rest.',
  },
  {
    name: 'ports',
    below: ['model'],
    only: [],
    comment:
      'shared/ports holds interfaces and imports only shared/model: implementations live in shared/aws or cli/local.',
  },
  {
    name: 'config',
    below: ['model', 'probes'],
    only: ['zod', 'yaml', 'temporal-polyfill', 'fastest-levenshtein', 'date-holidays'],
    node: true,
    comment:
      'shared/config reads one file into the model and imports only shared/model, shared/probes and its parsing packages: a step that needs the configuration reads it here.',
  },
  {
    name: 'i18n',
    below: ['model', 'probes'],
    only: [],
    comment:
      'shared/i18n holds words and imports only shared/model and shared/probes: what computes lives in shared/evaluation.',
  },
  {
    name: 'look',
    below: ['model', 'probes', 'evaluation', 'i18n'],
    comment:
      'shared/look draws what mail, report and page share and imports only shared/model, shared/probes, shared/evaluation and shared/i18n: what reads or lays out a whole page lives in the step.',
  },
  {
    name: 'aws',
    below: ['model', 'probes', 'ports', 'runtime'],
    comment:
      'shared/aws holds adapters and imports only shared/model, shared/probes, shared/ports and shared/runtime: decisions stay in shared/evaluation and are made by the steps.',
  },
  {
    name: 'runtime',
    below: ['model', 'probes', 'evaluation', 'ports'],
    comment:
      'shared/runtime is what every step runs on and imports only shared/model, shared/probes, shared/evaluation and shared/ports, no adapter and no browser: take the port as an argument.',
  },
  {
    name: 'acting',
    below: ['model', 'probes', 'evaluation', 'ports'],
    only: [],
    comment:
      'shared/acting is what people do about incidents, at the command line and on the page, and imports only shared/model, shared/probes, shared/evaluation and shared/ports: take the stores as an argument, and answer with an outcome, not a sentence.',
  },
  {
    name: 'browser',
    below: ['model', 'runtime'],
    comment:
      'shared/browser opens pages and imports only shared/model and shared/runtime: what a page means is for the probe.',
  },
  {
    name: 'business-facts',
    below: ['model', 'config'],
    only: ['libphonenumber-js'],
    comment:
      'shared/business-facts reads and compares what a business says of itself, and imports only shared/model, shared/config and libphonenumber-js: what fetches a page or asks a platform lives in the step.',
  },
  {
    name: 'answers',
    below: ['model', 'probes', 'browser', 'runtime'],
    comment:
      'shared/answers reads what a server answers to a plain request and imports only shared/model, shared/probes, shared/browser and shared/runtime: what an answer means is for the probe.',
  },
];

const outsideShared = '^(?:functions|cli|infra|test|examples|api)/';

function ruleOfRoom({ name, below, only, node = false, comment }) {
  const open = only === undefined;
  return {
    name: `shared-${name}`,
    from: { path: `^shared/${name}/` },
    to: {
      pathNot: [
        `^shared/(?:${[name, ...below].join('|')})/`,
        outsideShared, // refused by a rule of its own, as are the guarded packages
        open ? 'node_modules/' : installed([...only, ...guarded]),
      ],
      ...((open || node) && { dependencyTypesNot: ['core'] }),
    },
    comment,
  };
}

/** Between the folders at the top, and between the steps. */
const folders = [
  {
    name: 'shared-is-below',
    from: { path: '^shared/' },
    to: { path: '^(?:functions|cli|infra|api)/' },
    comment:
      'shared/ is below the steps, the CLI and the stack and imports none of them: pass what it needs as an argument, or move the code that two of them need to shared/.',
  },
  {
    name: 'steps-are-apart',
    from: { path: '^functions/([^/]+)/' },
    to: { path: '^functions/', pathNot: '^functions/$1/' },
    comment:
      'A step never imports another step: what two steps need lives in shared/, what one tells another travels through a queue or the table.',
  },
  {
    name: 'steps-stand-alone',
    from: { path: '^functions/' },
    to: { path: '^(?:cli|infra)/' },
    comment: 'A step imports neither cli nor infra: names and code that they share live in shared/.',
  },
  {
    name: 'cli-without-the-stack',
    from: { path: '^cli/' },
    to: { path: '^infra/' },
    comment: 'The CLI runs without the stack: what both need lives in shared/.',
  },
  {
    name: 'infra-holds-no-code-of-steps',
    from: { path: '^infra/' },
    to: { path: '^(?:functions|cli|shared)/', pathNot: '^shared/(?:model|probes|config|evaluation)/' },
    comment:
      'infra imports no handler and no adapter: give CDK the path of the handler, and keep what both need in shared/model or among the pure decisions.',
  },
  {
    name: 'exports-are-shapes',
    from: { path: '^api/' },
    to: { pathNot: '^shared/(?:model|config)/' },
    comment:
      'api exports schemas, types and the reader of the configuration: what does the work stays inside the package.',
  },
  {
    name: 'tests-are-at-the-top',
    from: { pathNot: `${tests}|^examples/` },
    to: { path: '^(?:test|examples)/' },
    comment:
      'Nothing imports test/ or examples/: what both need moves to shared/, and the demo is started as a process of its own.',
  },
  {
    name: 'examples-stand-alone',
    from: { path: '^examples/', pathNot: '^examples/pictures/' },
    to: { path: '^(?:test|functions|cli|infra)/' },
    comment: 'An example stands alone: it imports nothing of Touchlight but what lies in shared/.',
  },
  {
    // The pictures of the README are what the program itself prints, so they alone may run it.
    name: 'pictures-show-the-program',
    from: { path: '^examples/pictures/' },
    to: { path: '^(?:test|functions|infra)/' },
    comment: 'A picture shows what the program itself says: it is drawn from cli/, shared/ and the other examples.',
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...packages.map(({ name, modules, home, comment }) => ({
      name,
      from: { pathNot: `${tests}|${home}` },
      to: { path: installed(modules) },
      comment,
    })),
    ...rooms.map(ruleOfRoom),
    ...folders,
    {
      name: 'no-circles',
      from: {},
      to: { circular: true },
      comment:
        'These files import each other in a circle: move what both need to a file of its own that imports neither.',
    },
  ].map((rule) => ({ ...rule, severity: 'error' })),
  options: {
    parser: 'swc',
    moduleSystems: ['es6'],
    exclude: '^(?:[.]cache|[.]touchlight|cdk[.]out|dist)/',
    doNotFollow: 'node_modules',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
