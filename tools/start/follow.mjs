// Loaded before each child of tools/start.mjs: when the supervisor is gone (kill -9), the child ends as well,
// so that nothing keeps the port and the next start is a clean one. The API and the worker see to it themselves once
// they are up; this covers the time before, and the build tools.
process.channel?.unref();
process.on('disconnect', () => {
  setTimeout(() => process.kill(process.pid, 'SIGTERM'), 2_000).unref();
  setTimeout(() => process.exit(1), 8_000).unref(); // should the orderly way hang
});
process.channel?.unref(); // listening for the end of the channel must not keep an idle child alive
