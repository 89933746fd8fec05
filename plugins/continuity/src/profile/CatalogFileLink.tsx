import type { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import type { EntityContinuity } from 'backstage-plugin-continuity-common';

/** Leads to the file that sets `continuity/…` values; only the text where the catalog names no file. */
export const CatalogFileLink = (props: {
  file: EntityContinuity['file'];
  children: ReactNode;
  'aria-label'?: string;
}) => {
  const { file, children, 'aria-label': label } = props;
  const to = file?.edit ?? file?.view;
  if (!to) return <>{children}</>;
  return (
    // Underlined, since it stands in the middle of sentences.
    <Link to={to} aria-label={label} underline="always">
      {children}
    </Link>
  );
};
