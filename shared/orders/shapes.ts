/** What comes in as orders is checked by these: the shape of any order, put together from what each kind says, and of a whole sheet. */
import { z } from 'zod';
import { SHAPES } from './registry.ts';
import { sheetSchemaOf } from './sheet.ts';
import { treaty } from './treaty.ts';

export const orderSchema = z.discriminatedUnion('kind', SHAPES);
export const sheetSchema = sheetSchemaOf(orderSchema);
/** The terms of a treaty as they are offered and signed, before anybody orders it. */
export const termsSchema = treaty.shape.omit({ kind: true });
