import { useLocale } from '../translation/useLocale';
import { Explained } from './Explained';
import { fullMoment, relativeTime } from './relativeTime';

/** An age in words, with the date on hover and focus. */
export const Moment = ({ at, now }: { at: string; now?: Date }) => {
  const locale = useLocale();
  // Clocks differ a little; what has happened is never "in 2 seconds".
  const latest = new Date(Math.max(Date.now(), Date.parse(at) + 1000));
  return (
    <Explained as="caption" explanation={fullMoment(at, locale)}>
      <time dateTime={at}>
        {relativeTime(at, { locale, now: now ?? latest })}
      </time>
    </Explained>
  );
};
