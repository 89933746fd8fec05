import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import type { ChangeAssessment } from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { EntityName } from '../../catalog/EntityName';
import { usePageStyles } from '../../screen/usePageStyles';
import { useTranslation } from '../../translation';

/** Which service each changed file belongs to, and which files belong to none. */
export const FilesCard = (props: { assessment: ChangeAssessment }) => {
  const { mapped, unmapped, truncated } = props.assessment;
  const shared = usePageStyles();
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (mapped.length === 0 && unmapped.length === 0) return null;
  return (
    <EntityInfoCard title={t('change.files.title')}>
      {unmapped.length > 0 && (
        <>
          <strong>
            {t('change.files.unmapped', {
              count: unmapped.length + truncated.unmapped,
            })}
          </strong>
          <Typography variant="body2" className={shared.quiet}>
            {t('change.files.unmappedText')}
          </Typography>
          <ul className={shared.list}>
            {unmapped.map(path => (
              <li key={path}>
                <code>{path}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {mapped.length > 0 && (
        <>
          <div className={shared.row}>
            <span>
              {t('change.files.mapped', {
                count: mapped.length + truncated.mapped,
              })}
            </span>
            <Button
              size="small"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              {t(open ? 'change.findings.hide' : 'change.findings.show')}
            </Button>
          </div>
          {open && (
            <Table
              size="small"
              className={shared.table}
              aria-label={t('change.files.title')}
            >
              <TableHead>
                <TableRow>
                  <TableCell>{t('change.files.path')}</TableCell>
                  <TableCell>{t('change.files.folder')}</TableCell>
                  <TableCell>{t('change.files.entities')}</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {mapped.map(({ path, folder, entityRefs }) => (
                  <TableRow key={path}>
                    <TableCell component="th" scope="row">
                      <code>{path}</code>
                    </TableCell>
                    <TableCell>
                      {folder === '' ? (
                        t('change.files.wholeRepository')
                      ) : (
                        <code>{folder}</code>
                      )}
                    </TableCell>
                    <TableCell>
                      {entityRefs.map(ref => (
                        <div key={ref}>
                          <EntityName entityRef={ref} />
                        </div>
                      ))}
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          )}
        </>
      )}
    </EntityInfoCard>
  );
};
