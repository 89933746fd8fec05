/** Comes with the second half of the tests' pages. */
export const TestPage = () => null;
