/** What a filter is about: a column, or where controls came from. */
import type { ControlColumn } from '../../../workbook/commands/edit-controls.ts';

export type FilterSubject = ControlColumn | 'cameFrom';
