'use strict';

// Like touchlight.cjs, written so that any Node understands it.
const fs = require('fs');
const path = require('path');

/** `engines` of package.json decides: ranges joined by `||`, each `^22.19.0` (this or newer within its major) or `>=24.0.0`. */
const ranges = JSON.parse(fs.readFileSync(path.join(__dirname, '..', 'package.json'), 'utf8')).engines.node.split('||');

function numbers(text) {
  return /(\d+)\.(\d+)\.(\d+)/.exec(text).slice(1).map(Number);
}

exports.isSupportedNode = function isSupportedNode(version) {
  const own = numbers(version);
  return ranges.some((range) => {
    const least = numbers(range);
    const difference = own[0] - least[0] || own[1] - least[1] || own[2] - least[2];
    return difference >= 0 && (range.indexOf('^') === -1 || own[0] === least[0]);
  });
};

/** "22.19 or newer within 22, or 24 or newer" */
exports.supportedNode = ranges
  .map((range) => {
    const least = numbers(range);
    const version = least[1] === 0 ? least[0] : `${least[0]}.${least[1]}`;
    return `${version} or newer${range.indexOf('^') === -1 ? '' : ` within ${least[0]}`}`;
  })
  .join(', or ');
