// Loaded before each child of tools/start.mjs: when the supervisor is gone (kill -9), the child ends as well,
// so that nothing keeps the port and the next start is a clean one.
process.channel?.unref();
process.on('disconnect', () => {
  setTimeout(() => process.exit(1), 10_000).unref(); // should the orderly way hang
  process.kill(process.pid, 'SIGTERM');
});
