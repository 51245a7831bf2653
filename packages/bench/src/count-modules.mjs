import { registerHooks } from 'node:module';

// Loaded before everything else into a started server: it tells its parent, when asked, how many modules were loaded.
const seen = new Set();

registerHooks({
  load(url, context, next) {
    if (!url.startsWith('node:')) seen.add(url.split('?', 1)[0]);
    return next(url, context);
  },
});

process.on('message', (message) => {
  if (message === 'modules') process.send?.(seen.size);
});
process.channel?.unref();
