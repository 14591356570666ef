// Phaser's own core build and nothing else: no physics, tile maps, particles or sound; 150 kB less to send.
// By path, because Phaser's "exports" block deep imports.
// Types still describe all of Phaser, so only a browser shows that something used here is missing.
module.exports = require('../../node_modules/phaser/src/phaser-core.js');
