/** Keeps the record of a page apart from the shorter one that a list leaves in react-admin's cache. */
export const wholeRecord = { isWhole: true }
