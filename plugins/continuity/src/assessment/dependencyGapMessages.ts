/** As the server says it; see `gapMessages`. */
const asSaid = { message: '{{message}}', action: '{{action}}' } as const;

/** The gaps that the graph of dependencies shows; where one code has several cases, each has words of its own. */
export const dependencyGapMessages = {
  'slower-than-needed': asSaid,
  'loses-more-than-allowed': asSaid,
  'waits-for-slower-dependency': asSaid,
  'needs-what-loses-more': asSaid,
  'recovery-beyond-rto': asSaid,
  'dependency-unprotected': asSaid,
  'dependencies-unprotected': asSaid,
  'dependency-tierless': asSaid,
  'dependencies-tierless': asSaid,
  'dependency-unresolved': asSaid,
  'dependencies-unresolved': asSaid,
  'dependency-unclassified': asSaid,
  'dependencies-unclassified': asSaid,
} as const;
