// The page that takes a list, and the page that shows what was read.  Without this script a .csv file is sent as it is.

import { fixInPlace } from './fix.js';
import { importForm } from './form.js';

for (const form of document.querySelectorAll('form[data-sheet]')) importForm(form);
fixInPlace();
