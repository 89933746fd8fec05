/** Stops the PostgreSQL that startPostgres started, and removes its files. */
module.exports = async function stopPostgres() {
  await globalThis.continuityTestPostgres?.stop();
};
