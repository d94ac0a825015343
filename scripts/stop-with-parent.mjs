// Loaded into the server by start.mjs: when start.mjs is gone, however it went, the server stops in good order.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
// Listening for that alone keeps no server running that has stopped by itself.
process.channel?.unref()
