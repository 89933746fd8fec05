/*
 * The import rules of the house, for every package's .eslintrc.js.
 *
 * Each package has the same rooms, listed here from the ground up: a room may use the rooms before it, never one after it. What stands
 * beside the rooms (index.ts, plugin.ts, …) may use all of them.
 */
const path = require('node:path');
const factory = require('@backstage/cli/config/eslint-factory');

const rooms = [
  'terms',
  'record',
  'policy',
  'catalog',
  'profile',
  'dependency',
  'plan',
  'testing',
  'exemption',
  'change',
  'assessment',
  'coverage',
];

/**
 * @param {string} dir the package's directory
 * @param {object} [options]
 * @param {string[]} [options.before] rooms of this package alone that stand before all others (shared pieces)
 * @param {string[]} [options.after] rooms of this package alone that stand after all others (they put the rest together)
 * @param {string[]} [options.without] rooms that this package does not order
 */
module.exports = function eslintRooms(
  dir,
  { before = [], after = [], without = [] } = {},
) {
  const order = [...before, ...rooms, ...after].filter(
    room => !without.includes(room),
  );
  const zones = order.flatMap((room, index) => {
    const below = order.slice(index + 1);
    return below.length === 0
      ? []
      : [
          {
            target: path.join(dir, 'src', room),
            from: below.map(other => path.join(dir, 'src', other)),
            message: `The room '${room}' may only use the rooms before it: ${
              order.slice(0, index).join(', ') || 'none'
            }.`,
          },
        ];
  });
  return factory(dir, {
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
    },
    rules: {
      '@backstage/no-mixed-plugin-imports': 'error',
      'import/no-restricted-paths': ['error', { zones }],
    },
    // A story test may walk through all rooms
    overrides: [
      {
        files: ['**/*.test.ts', '**/*.test.tsx'],
        rules: { 'import/no-restricted-paths': 'off' },
      },
    ],
  });
};
