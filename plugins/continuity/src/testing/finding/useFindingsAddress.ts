import { useLocation } from 'react-router-dom';
import { findingsAddress } from '../testAddress';
import { useTestsAddress } from '../useTestsAddress';

/** The address of the findings, from any of their pages. */
export function useFindingsAddress(): string {
  const tests = useTestsAddress();
  const { pathname } = useLocation();
  return tests
    ? findingsAddress(tests)
    : pathname.replace(/(\/findings)(\/.*)?$/, '$1');
}
