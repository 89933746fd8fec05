module.exports = require('../../scripts/eslint-rooms')(__dirname, {
  after: ['contract'],
});
