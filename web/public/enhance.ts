import '../theme/site.css';
import './public.css';
import { makeClient } from '../api/client.ts';
import { pageSettings } from '../session/settings.ts';
import { formatsOf } from '../wording/formats.ts';
import { followPayment } from './pay/follow-payment.ts';
import { followDossier } from './track/follow.ts';
import { offerScan } from './track/scan.ts';
import { offerByFile } from './verify/by-file.ts';

// Everything is on the page already; these make it quicker where the browser can.
const { language } = pageSettings();
followDossier(document, makeClient({ language }), formatsOf(language));
followPayment(document, makeClient({ language }));
offerScan(document);
offerByFile(document);
