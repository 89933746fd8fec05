/** Stops the PostgreSQL that startPostgres started, and removes its files. Another one can be started afterwards. */
module.exports = async function stopPostgres() {
  const server = globalThis.continuityTestPostgres;
  if (!server) return;
  delete globalThis.continuityTestPostgres;
  delete process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING;
  await server.stop();
};
