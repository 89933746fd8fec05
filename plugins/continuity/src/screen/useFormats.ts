import { useMemo } from 'react';
import { useLocale } from '../translation/useLocale';

/** Numbers and shares as the reader writes them. */
export function useFormats() {
  const locale = useLocale();
  return useMemo(() => {
    const numbers = new Intl.NumberFormat(locale);
    const shares = new Intl.NumberFormat(locale, {
      style: 'percent',
      maximumFractionDigits: 0,
    });
    return {
      locale,
      number: (value: number) => numbers.format(value),
      /** Rounded down: 99.6 % is not "100 %". */
      share: (value: number) => shares.format(Math.floor(value * 100) / 100),
    };
  }, [locale]);
}
