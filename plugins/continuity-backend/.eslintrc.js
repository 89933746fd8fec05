module.exports = require('../../scripts/eslint-rooms')(__dirname, {
  before: ['database', 'contract'],
  after: ['permissions', 'seed', 'service'],
});
