/** Loaded into every long-running child: when the command that started it is killed, the child ends as well. */
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 15_000).unref();
});
process.channel?.unref();
