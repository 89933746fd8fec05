import { useLocale } from '../translation/useLocale';
import { Explained } from './Explained';
import { fullMoment, relativeTime } from './relativeTime';

/** An age in words, with the date on hover and focus. */
export const Moment = ({ at, now }: { at: string; now?: Date }) => {
  const locale = useLocale();
  return (
    <Explained as="caption" explanation={fullMoment(at, locale)}>
      <time dateTime={at}>
        {relativeTime(at, { locale, now: now ?? new Date() })}
      </time>
    </Explained>
  );
};
