import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { gapRemedy, type GapRemedy } from './gapRemedy';

const PARAM = 'settle';

/**
 * What the tab's address asks to be mended, `?settle=bia` if the reader may, and it is still missing or begun. It is asked once: the address is left without it, so
 * that coming back opens nothing again.
 */
export function useAskedRemedy(
  continuity: EntityContinuity,
): GapRemedy | undefined {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const [asked] = useState(() => new URLSearchParams(search).get(PARAM));

  useEffect(() => {
    const params = new URLSearchParams(search);
    if (!params.has(PARAM)) return;
    params.delete(PARAM);
    navigate({ pathname, search: params.toString() }, { replace: true });
  }, [pathname, search, navigate]);

  const gap = continuity.gaps.find(
    ({ requirement, exemption }) => requirement === asked && !exemption,
  );
  if (gap) return gapRemedy(gap, continuity);
  // a draft can be gone on with while an earlier analysis still counts
  const isDraft =
    (asked === 'bia' || asked === 'risk') && continuity[asked].draft !== null;
  return isDraft
    ? gapRemedy({ requirement: asked, params: {} }, continuity)
    : undefined;
}
