#!/usr/bin/env node
'use strict';

// Written so that any Node understands it: an old one must be told so, and not stop at a syntax that it does not know.
const fs = require('fs');
const path = require('path');
const url = require('url');

/** A clone runs its sources, the package what was compiled from them. */
function main() {
  const source = path.join(__dirname, '..', 'cli', 'main.ts');
  return fs.existsSync(source) ? source : path.join(__dirname, '..', 'dist', 'cli', 'main.js');
}

const version = process.versions.node.split('.').map(Number);

if (version[0] >= 24 || (version[0] === 22 && version[1] >= 19)) {
  void import(url.pathToFileURL(main()).href);
} else {
  process.stderr.write(
    `Touchlight needs Node 22.19 or newer within 22, or Node 24 or newer. This is Node ${process.versions.node}. ` +
      'Install a supported one from https://nodejs.org and try again.\n',
  );
  process.exitCode = 2;
}
