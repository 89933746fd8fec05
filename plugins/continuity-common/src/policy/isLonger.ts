import { parseTargetDuration } from '../terms/duration';

/** Whether both are target durations and the first is the longer one. What is unset or `none` is not compared. */
export function isLonger(
  iso: string | undefined,
  thanIso: string | undefined,
): boolean {
  if (iso === undefined || thanIso === undefined) return false;
  const first = parseTargetDuration(iso);
  const second = parseTargetDuration(thanIso);
  return first.ok && second.ok && first.seconds > second.seconds;
}
