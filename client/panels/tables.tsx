/** Everything that the map shows, as tables: the same facts, the same selection, the same play. */
import type { JSX } from 'preact';
import { t } from '../i18n/text.ts';
import { BatteryTable, WorkTable } from './battery-table.tsx';
import { HostTable, SensorTable, SiteTable, ThirdTable } from './place-tables.tsx';
import { TimelineTable } from './timeline.tsx';

export function Tables(): JSX.Element {
  return (
    <div class="tables" tabIndex={0} role="region" aria-label={t('stage.table')}>
      <BatteryTable />
      <WorkTable />
      <HostTable />
      <ThirdTable />
      <SensorTable />
      <SiteTable />
      <TimelineTable />
    </div>
  );
}
