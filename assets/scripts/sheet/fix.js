// Fixing a row of the preview without leaving the list.
export function fixInPlace() {}
