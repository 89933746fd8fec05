/** Comes with the second half of the tests' pages. */
export const FindingsPage = () => null;
