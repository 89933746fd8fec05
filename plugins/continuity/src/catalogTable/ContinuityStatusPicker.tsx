import { useTheme } from '@material-ui/core/styles';
import {
  continuityStatuses,
  type ContinuityStatus,
} from 'backstage-plugin-continuity-common';
import { filterStatuses } from '../coverage/statusOrder';
import { PICTURE_CONTRAST, legibleColour } from '../status/legibleColour';
import { statusColour } from '../status/statusColour';
import { statusKey } from '../status/statusKey';
import { StatusShape } from '../status/StatusShape';
import { useTranslation } from '../translation';
import { ContinuityStatusFilter } from './ContinuityStatusFilter';
import { STATUS_LABEL } from './continuityLabels';
import { LabelPicker } from './LabelPicker';

/**
 * Filters the catalog page by continuity status. It belongs inside of an `EntityListProvider`, as the catalog page has one, and needs the
 * catalog module's labels.
 *
 * @public
 */
export const ContinuityStatusPicker = () => {
  const theme = useTheme();
  const { t } = useTranslation();
  const ground = theme.palette.background.paper;

  return (
    <LabelPicker
      filter="continuityStatus"
      Filter={ContinuityStatusFilter}
      label={t('catalogTable.filter.status')}
      labelName={STATUS_LABEL}
      order={filterStatuses}
      nameOf={value =>
        isStatus(value) ? t(`status.${statusKey(value)}`) : value
      }
      iconOf={value =>
        isStatus(value) && (
          <span
            style={{
              display: 'inline-flex',
              color: legibleColour({
                colour: statusColour(theme, value),
                background: ground,
                contrast: PICTURE_CONTRAST,
              }),
            }}
          >
            <StatusShape status={value} ground={ground} size={14} />
          </span>
        )
      }
    />
  );
};

function isStatus(value: string): value is ContinuityStatus {
  return (continuityStatuses as readonly string[]).includes(value);
}
