interface Expected {
  seconds: number;
  atLeast: boolean;
}

/** The expected time where it says anything: "at least 0" is what is left where nobody knows any time. */
export function knownExpected<T extends Expected>(
  expected: T | null | undefined,
): T | null {
  if (!expected || (expected.seconds === 0 && expected.atLeast)) return null;
  return expected;
}
