import { createHmac } from 'node:crypto';
import { readCalendar } from './none.ts';
