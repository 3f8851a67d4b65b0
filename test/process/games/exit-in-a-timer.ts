setTimeout(() => setImmediate(() => process.exit(6)), 50);
