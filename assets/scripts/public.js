// Progressive enhancement of the public's pages: copying the embed code, printing.

import { copyButtons, printButtons } from './_common.js';

copyButtons();
printButtons();
