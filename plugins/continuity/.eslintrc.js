// The history drawer shows what every other room decided, so here the room `record` stands after them; translations name all rooms' texts.
module.exports = require('../../scripts/eslint-rooms')(__dirname, {
  before: ['api', 'status', 'screen', 'list'],
  after: ['catalogTable', 'mine', 'pages'],
  without: ['record'],
});
