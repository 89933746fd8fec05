import { exitCodes, type ExitCode } from './exitCodes';

/** What a pipeline wants to happen where there is no verdict; 2 where it does not say. */
export function exitCodeOnError(
  onError: 'pass' | 'fail' | undefined,
): ExitCode {
  if (onError === 'pass') return exitCodes.pass;
  return onError === 'fail' ? exitCodes.block : exitCodes.couldNotTell;
}
