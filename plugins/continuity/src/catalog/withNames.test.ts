import { withNames } from './withNames';

const names = {
  'component:default/sign-in': 'Sign-in',
  'resource:payments/hsm-pair': 'Hardware security modules',
  'system:default/checkout': 'Checkout',
};

describe('names in sentences', () => {
  it.each([
    [
      'It needs component:default/sign-in, whose tier …',
      'It needs Sign-in, whose tier …',
    ],
    [
      'The longest is resource:payments/hsm-pair.',
      'The longest is Hardware security modules.',
    ],
    ['Component:Default/Sign-In is late', 'Sign-in is late'],
    ['Part of system:default/checkout', 'Part of Checkout (system)'],
    [
      'component:default/sign-in-2 is another one',
      'component:default/sign-in-2 is another one',
    ],
    ['unknown:default/thing stays', 'unknown:default/thing stays'],
    [
      'https://example.com/a and 10:30/day stay',
      'https://example.com/a and 10:30/day stay',
    ],
  ])('%s', (text, expected) => {
    expect(withNames(text, names)).toBe(expected);
  });

  it('takes no name from what every object has', () => {
    expect(withNames('user:default/constructor', {})).toBe(
      'user:default/constructor',
    );
  });
});
