#!/usr/bin/env node
'use strict';

// Written so that any Node understands it: an old one must be told so, and not stop at a syntax that it does not know.
const fs = require('fs');
const path = require('path');
const url = require('url');
const node = require('./supported-node.cjs');

/** A clone runs its sources, the package what was compiled from them. */
function main() {
  const source = path.join(__dirname, '..', 'cli', 'main.ts');
  return fs.existsSync(source) ? source : path.join(__dirname, '..', 'dist', 'cli', 'main.js');
}

if (node.isSupportedNode(process.versions.node)) {
  void import(url.pathToFileURL(main()).href);
} else {
  process.stderr.write(
    'Touchlight needs Node ' +
      node.supportedNode +
      '. This is Node ' +
      process.versions.node +
      '. ' +
      'Install a supported one from https://nodejs.org and try again.\n',
  );
  process.exitCode = 2;
}
